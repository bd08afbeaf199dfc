import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { type HistorySettings, historySettingsSchema, type Removal } from '../../../core/clearing.ts'
import { words } from '../../../words/words.ts'
import { wholeNumber } from '../../lib/endpoint-form.ts'
import { formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useClient, useOnResync, useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, errorsOfZod, type FieldErrors } from '../../lib/issues.ts'
import { sentenceOf } from '../../lib/messages.ts'
import { useApplySettings } from '../../lib/use-apply-settings.ts'
import { useCoalesced } from '../../lib/use-coalesced.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useNow } from '../../lib/use-now.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { useOnRemoved } from '../../lib/use-on-removed.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Pieces } from '../../ui/pieces.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { asked } from './clearing-state.ts'

type Form = { readonly keepDays: string; readonly keepRequests: string }
type Numbers = { readonly requests: number; readonly marked: number }

const shown = (value: number | null): string => (value === null ? '' : String(value))

/** How much of the history is kept, what was removed, and the way to clear it. */
export function RetentionSection() {
  const client = useClient()
  const { settings, clearing } = useOverview()
  const w = words().clearing.retention
  const apply = useApplySettings('history', w.saved)
  const { keepDays, keepRequests } = settings.history
  const draft = useDraft<Form>({ keepDays: shown(keepDays), keepRequests: shown(keepRequests) })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [agreeing, setAgreeing] = useState<{ rule: HistorySettings; numbers: Numbers } | null>(null)
  const tried = useRef<Form | null>(null)

  async function putInForce(rule: HistorySettings): Promise<void> {
    const failure = await apply(rule)
    setErrors(failure ? errorsOfCall(failure) : {})
  }

  /** A rule that removes something at once is asked about first. */
  async function save(form: Form): Promise<void> {
    tried.current = form
    const parsed = historySettingsSchema.safeParse({
      keepDays: form.keepDays.trim() === '' ? null : wholeNumber(form.keepDays),
      keepRequests: form.keepRequests.trim() === '' ? null : wholeNumber(form.keepRequests),
    })
    if (!parsed.success) {
      setErrors(errorsOfZod(parsed.error))
      return
    }
    setErrors({})
    if (JSON.stringify(parsed.data) === JSON.stringify(settings.history)) return
    try {
      const numbers = await client.call('history.retention', { rule: parsed.data })
      if (numbers.requests > 0) setAgreeing({ rule: parsed.data, numbers })
      else await putInForce(parsed.data)
    } catch (error) {
      setErrors({ '': sentenceOf(error) })
    }
  }

  useOnLeave(() => {
    if (draft.dirty && tried.current !== draft.value) void save(draft.value)
  })

  const field = (name: keyof Form, label: string, hint: string) => (
    <TextField
      label={label}
      numeric
      hint={hint}
      placeholder={w.everything}
      value={draft.value[name]}
      onChange={(value) => {
        setErrors({})
        draft.set((form) => ({ ...form, [name]: value }))
      }}
      onCommit={() => void save(draft.value)}
      error={errors[name] ?? (name === 'keepDays' ? errors[''] : undefined)}
    />
  )
  return (
    <Section title={w.title} description={w.description}>
      <div className="grid grid-cols-2 items-start gap-3">
        {field('keepDays', w.keepDays, w.keepDaysHint)}
        {field('keepRequests', w.keepRequests, w.keepRequestsHint)}
      </div>
      <Removed />
      <div>
        <Button
          action="history.clear"
          disabled={clearing.state === 'running' || clearing.state === 'waiting'}
          icon={<Trash2 aria-hidden="true" size={14} />}
          onClick={() => asked.update(() => true)}
        >
          {w.clear}
        </Button>
      </div>
      {agreeing !== null && (
        <Dialog
          open
          onClose={() => {
            setAgreeing(null)
            draft.set(() => ({ keepDays: shown(keepDays), keepRequests: shown(keepRequests) }))
          }}
          title={w.agree}
          width="s"
          footer={
            <>
              <Button
                onClick={() => {
                  setAgreeing(null)
                  draft.set(() => ({ keepDays: shown(keepDays), keepRequests: shown(keepRequests) }))
                }}
              >
                {words().ui.cancel}
              </Button>
              <Button
                variant="danger"
                onClick={() => {
                  setAgreeing(null)
                  void putInForce(agreeing.rule)
                }}
              >
                {words().clearing.removeRequests(agreeing.numbers.requests)}
              </Button>
            </>
          }
        >
          <p>
            {w.agreeText(agreeing.numbers.requests)}
            {agreeing.numbers.marked > 0 && ` ${words().clearing.markedStay(agreeing.numbers.marked)}`}
          </p>
        </Dialog>
      )}
    </Section>
  )
}

const SHOWN = 5

/** What was removed lately, when and why. */
function Removed() {
  const client = useClient()
  const now = useNow()
  const [removals, setRemovals] = useState<readonly Removal[]>([])
  const ask = useCoalesced(async (isWanted) => {
    try {
      const found = await client.call('history.removals', { limit: SHOWN })
      if (isWanted()) setRemovals(found)
    } catch {
      // The next removal asks again.
    }
  }, 'removals')
  useOnRemoved(ask)
  useOnResync(ask)
  const w = words().clearing.retention
  const told = removals.filter(({ removed }) => removed > 0)
  if (told.length === 0) return <p className="text-s text-muted">{w.noRemovals}</p>
  return (
    <ul aria-label={w.removals} className="flex flex-col gap-0.5 text-s text-muted">
      {told.map(({ id, removed, cause, what, startedAt, endedAt, state }) => (
        <li key={id}>
          <Pieces
            of={w.removal(
              <span title={formatTimeTitle(endedAt ?? startedAt)}>{formatMoment(endedAt ?? startedAt, now)}</span>,
              removed,
              cause,
              state === 'stopped',
              <VisibleText text={what} max={200} />,
            )}
          />
        </li>
      ))}
    </ul>
  )
}
