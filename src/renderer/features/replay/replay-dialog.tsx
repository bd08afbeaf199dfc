import { useState } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { resendProblem } from '../../../core/resend.ts'
import type { SendRun } from '../../../core/sending.ts'
import { words } from '../../../words/words.ts'
import { baseOf, readDestination } from '../../lib/destination.ts'
import { createExternalStore, useExternalStore } from '../../lib/external-store.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useSendRun } from '../../lib/send-run.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DestinationField } from '../../ui/sending/destination-field.tsx'
import { PLAN_ONCE, PlanFields, readPlan } from '../../ui/sending/plan-fields.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { EditFields } from './edit-fields.tsx'
import { readReplay, untouched } from './replay-draft.ts'
import { ReplayResult } from './replay-result.tsx'
import { replayDestination } from './replaying.ts'

/** Sends a stored request again, as it was or edited, and shows what comes back beside what was answered then. */
export function ReplayDialog({
  detail,
  edit,
  onClose,
}: {
  detail: PostbackDetail
  edit: boolean
  onClose: () => void
}) {
  const { receiver, tunnel } = useOverview()
  const place = useExternalStore(replayDestination)
  const [draft, setDraft] = useState(() => untouched(detail))
  const [plan, setPlan] = useState(PLAN_ONCE)
  const [runs] = useState(() => createExternalStore<SendRun | null>(null))
  const sending = useSendRun(runs)

  const destination = readDestination(place, { receiver: receiver.url, public: tunnel.url })
  const read = readReplay(draft, detail, destination.url, place.kind === 'url')
  const readyPlan = readPlan(plan).plan
  const query = place.kind === 'url' && draft.target === null && (destination.url?.query ?? null) !== null
  const problem = resendProblem(detail)
  const ready =
    problem === null &&
    destination.url !== null &&
    destination.confirmed &&
    readyPlan !== null &&
    !query &&
    Object.keys(read.errors).length === 0

  const send = (): void => {
    if (!ready || readyPlan === null || sending.busy) return
    const { id } = detail
    const { place: to, confirmed } = destination
    void sending.start({ what: 'replay', id, edits: read.edits, to, confirmed, plan: readyPlan })
  }
  const close = (): void => {
    // Nothing goes on unseen.
    if (sending.run?.state === 'running') void sending.cancel()
    onClose()
  }

  const w = words().replay.dialog
  return (
    <Dialog
      open
      onClose={close}
      width="l"
      title={edit ? w.editTitle(detail.id) : w.title(detail.id)}
      footer={
        <>
          <Button onClick={close}>{words().ui.close}</Button>
          <Button variant="primary" disabled={!ready || sending.busy} onClick={send}>
            {readyPlan !== null && readyPlan.times > 1
              ? words().sending.sendTimes(readyPlan.times)
              : words().sending.send}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem !== null && (
          <p role="alert" className="text-fail">
            {problem}
          </p>
        )}
        <DestinationField
          draft={place}
          destination={destination}
          onChange={replayDestination.set}
          error={query ? w.queryStays : null}
          hint={w.destinationHint}
        />
        {edit && <EditFields detail={detail} draft={draft} read={read} onChange={setDraft} />}
        <PlanFields draft={plan} onChange={setPlan} />
        {destination.url && (
          <p
            aria-label={w.willBeSent}
            className="rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all"
          >
            <VisibleText text={`${read.method} ${baseOf(place, destination.url)}${read.target}`} max={2000} />
          </p>
        )}
        {sending.refusal !== null && (
          <p role="alert" className="text-fail">
            {words().sending.nothingSent(sending.refusal.message)}
          </p>
        )}
        <ReplayResult detail={detail} sending={sending} />
      </div>
    </Dialog>
  )
}
