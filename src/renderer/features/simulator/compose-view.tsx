import { Send } from 'lucide-react'
import { baseOf, readDestination } from '../../lib/destination.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say } from '../../lib/messages.ts'
import { useSendRun } from '../../lib/send-run.ts'
import { useShowNew } from '../../lib/use-show-new.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { DestinationField } from '../../ui/sending/destination-field.tsx'
import { PlanFields, readPlan } from '../../ui/sending/plan-fields.tsx'
import { ResultsTable } from '../../ui/sending/results-table.tsx'
import { RunProgress } from '../../ui/sending/run-progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { composedRun } from './composed-run.ts'
import { composeRequest, composition, METHODS, takesBody } from './composition.ts'
import { RequestPreview } from './request-preview.tsx'
import { ValueFields } from './value-fields.tsx'

/** Composes what Adjump would send for an endpoint, and sends it once or many times. */
export function ComposeView() {
  const { receiver, tunnel, endpoints } = useOverview()
  const form = useExternalStore(composition)
  const sending = useSendRun(composedRun)
  const results = useShowNew<HTMLDivElement>(sending.run?.id ?? null, sending.sent.length > 0)
  const endpoint = endpoints.find(({ id }) => id === form.endpointId) ?? endpoints[0]
  const destination = readDestination(form.destination, { receiver: receiver.url, public: tunnel.url })
  const request = endpoint ? composeRequest(form, endpoint, destination.url) : null
  const base = destination.url === null ? null : baseOf(form.destination, destination.url)
  const { plan } = readPlan(form.plan)
  const ready =
    request !== null &&
    Object.keys(request.errors).length === 0 &&
    destination.url !== null &&
    destination.confirmed &&
    plan !== null &&
    !sending.busy

  const send = (): void => {
    if (sending.busy) return
    if (!ready || !plan) {
      say('Nothing was sent: what is marked as wrong comes first.', { severity: 'error', subject: 'simulator' })
      return
    }
    const { target, rawHeaders, bodyBase64 } = request
    void sending.start({
      what: 'compose',
      to: destination.place,
      confirmed: destination.confirmed,
      plan,
      request: { method: form.method, target, rawHeaders, bodyBase64 },
    })
  }
  useAction({
    id: 'simulator.send',
    run: send,
  })
  if (!endpoint || request === null) return null

  return (
    <div className="flex flex-col gap-5">
      <Section title="Send to">
        <DestinationField
          draft={form.destination}
          destination={destination}
          onChange={(next) => composition.set({ ...form, destination: next })}
          hint="Where it has a path, that takes the place of the endpoint’s; a query goes along."
        />
      </Section>
      <Section title="Postback" description="How Adjump percent-encodes is not documented; UTF-8 and %20 are assumed.">
        <div className="grid grid-cols-[1fr_8rem] items-start gap-3">
          <SelectField
            label="Endpoint"
            value={endpoint.id}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(endpointId) => composition.set({ ...form, endpointId })}
          />
          <SelectField
            label="Method"
            value={form.method}
            options={METHODS.map((method) => ({ value: method, label: method }))}
            onChange={(method) => composition.set({ ...form, method })}
          />
        </div>
        <ValueFields form={form} endpoint={endpoint} onChange={composition.set} />
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField
            label="User agent"
            value={form.userAgent}
            hint="Adjump’s is not documented; empty: none is sent."
            onChange={(userAgent) => composition.set({ ...form, userAgent })}
          />
          <TextField
            label="More headers"
            mono
            rows={2}
            placeholder="Name: value"
            value={form.headers}
            error={request.errors.headers}
            onChange={(headers) => composition.set({ ...form, headers })}
          />
        </div>
        {takesBody(form.method) && (
          <TextField
            label="Body"
            mono
            rows={3}
            value={form.body}
            error={request.errors.body}
            hint="Sent as UTF-8. Name its type under “More headers” (Content-Type: …)."
            onChange={(body) => composition.set({ ...form, body })}
          />
        )}
      </Section>
      <Section title="What goes out">
        <RequestPreview form={form} request={request} base={base} onChange={composition.set} />
      </Section>
      <Section title="Repeat">
        <PlanFields draft={form.plan} onChange={(next) => composition.set({ ...form, plan: next })} />
      </Section>
      <div className="sticky bottom-0 z-10 -mx-2 flex items-center gap-3 border-t border-line bg-canvas px-2 py-3">
        <Button
          variant="primary"
          icon={<Send aria-hidden="true" size={14} />}
          action="simulator.send"
          disabled={!ready}
          onClick={send}
        >
          {plan !== null && plan.times > 1 ? `Send ${String(plan.times)} times` : 'Send'}
        </Button>
        {sending.refusal === null ? (
          <p className="min-w-0 flex-1 font-mono text-s break-all text-muted">
            <VisibleText text={`${form.method} ${base ?? ''}${request.target}`} max={400} />
          </p>
        ) : (
          <p role="alert" className="text-fail">
            Nothing was sent: {sending.refusal.message}
          </p>
        )}
      </div>
      {sending.run !== null && (
        <div ref={results} className="border-t border-line pt-4">
          <Section title="Results">
            <RunProgress run={sending.run} onCancel={() => void sending.cancel()} />
            {sending.sent.length > 0 && <ResultsTable run={sending.run} sent={sending.sent} />}
          </Section>
        </div>
      )}
    </div>
  )
}
