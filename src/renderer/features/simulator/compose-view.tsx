import { Send } from 'lucide-react'
import { words } from '../../../words/words.ts'
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

  const w = words().simulator.compose

  const send = (): void => {
    if (sending.busy) return
    if (!ready || !plan) {
      say(w.wrongFirst, { severity: 'error', subject: 'simulator' })
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
      <Section title={w.sendTo}>
        <DestinationField
          draft={form.destination}
          destination={destination}
          onChange={(next) => composition.set({ ...form, destination: next })}
          hint={w.destinationHint}
        />
      </Section>
      <Section title={w.postback} description={w.postbackDescription}>
        <div className="grid grid-cols-[1fr_8rem] items-start gap-3">
          <SelectField
            label={w.endpoint}
            value={endpoint.id}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(endpointId) => composition.set({ ...form, endpointId })}
          />
          <SelectField
            label={w.method}
            value={form.method}
            options={METHODS.map((method) => ({ value: method, label: method }))}
            onChange={(method) => composition.set({ ...form, method })}
          />
        </div>
        <ValueFields form={form} endpoint={endpoint} onChange={composition.set} />
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField
            label={w.userAgent}
            value={form.userAgent}
            hint={w.userAgentHint}
            onChange={(userAgent) => composition.set({ ...form, userAgent })}
          />
          <TextField
            label={w.headers}
            mono
            rows={2}
            placeholder={w.headersPlaceholder}
            value={form.headers}
            error={request.errors.headers}
            onChange={(headers) => composition.set({ ...form, headers })}
          />
        </div>
        {takesBody(form.method) && (
          <TextField
            label={w.body}
            mono
            rows={3}
            value={form.body}
            error={request.errors.body}
            hint={w.bodyHint}
            onChange={(body) => composition.set({ ...form, body })}
          />
        )}
      </Section>
      <Section title={w.goesOut}>
        <RequestPreview form={form} request={request} base={base} onChange={composition.set} />
      </Section>
      <Section title={w.repeat}>
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
          {plan !== null && plan.times > 1 ? words().sending.sendTimes(plan.times) : words().sending.send}
        </Button>
        {sending.refusal === null ? (
          <p className="min-w-0 flex-1 font-mono text-s break-all text-muted">
            <VisibleText text={`${form.method} ${base ?? ''}${request.target}`} max={400} />
          </p>
        ) : (
          <p role="alert" className="text-fail">
            {words().sending.nothingSent(sending.refusal.message)}
          </p>
        )}
      </div>
      {sending.run !== null && (
        <div ref={results} className="border-t border-line pt-4">
          <Section title={w.results}>
            <RunProgress run={sending.run} onCancel={() => void sending.cancel()} />
            {sending.sent.length > 0 && <ResultsTable run={sending.run} sent={sending.sent} />}
          </Section>
        </div>
      )}
    </div>
  )
}
