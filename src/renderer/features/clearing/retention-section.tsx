import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { type HistorySettings, historySettingsSchema, type Removal } from '../../../core/clearing.ts'
import { wholeNumber } from '../../lib/endpoint-form.ts'
import { formatMoment, formatPlural, formatTimeTitle } from '../../lib/format.ts'
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
  const apply = useApplySettings('history', 'What is kept is saved.')
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
      placeholder="everything"
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
    <Section
      title="What is kept"
      description="Nothing is ever removed unless you say so here, or clear the history. What is pinned, coloured or has a note always stays."
    >
      <div className="grid grid-cols-2 items-start gap-3">
        {field('keepDays', 'Days to keep', 'From 1 to 3650. Older requests are removed.')}
        {field('keepRequests', 'Requests to keep', 'From 1000. Beyond the newest so many they are removed.')}
      </div>
      <Removed />
      <div>
        <Button
          action="history.clear"
          disabled={clearing.state === 'running' || clearing.state === 'waiting'}
          icon={<Trash2 aria-hidden="true" size={14} />}
          onClick={() => asked.update(() => true)}
        >
          Clear history…
        </Button>
      </div>
      {agreeing !== null && (
        <Dialog
          open
          onClose={() => {
            setAgreeing(null)
            draft.set(() => ({ keepDays: shown(keepDays), keepRequests: shown(keepRequests) }))
          }}
          title="Remove what is beyond this?"
          width="s"
          footer={
            <>
              <Button
                onClick={() => {
                  setAgreeing(null)
                  draft.set(() => ({ keepDays: shown(keepDays), keepRequests: shown(keepRequests) }))
                }}
              >
                Cancel
              </Button>
              <Button
                variant="danger"
                onClick={() => {
                  setAgreeing(null)
                  void putInForce(agreeing.rule)
                }}
              >
                Remove {formatPlural(agreeing.numbers.requests, 'request')}
              </Button>
            </>
          }
        >
          <p>
            {formatPlural(agreeing.numbers.requests, 'stored request')} {agreeing.numbers.requests === 1 ? 'is' : 'are'}{' '}
            removed for good in a moment, and later others as they go beyond it.
            {agreeing.numbers.marked > 0 &&
              ` ${formatPlural(agreeing.numbers.marked, 'request')} that you marked ${agreeing.numbers.marked === 1 ? 'stays' : 'stay'}.`}
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
  const told = removals.filter(({ removed }) => removed > 0)
  if (told.length === 0) return <p className="text-s text-muted">Nothing has been removed so far.</p>
  return (
    <ul aria-label="Removed lately" className="flex flex-col gap-0.5 text-s text-muted">
      {told.map(({ id, removed, cause, what, startedAt, endedAt, state }) => (
        <li key={id}>
          <span title={formatTimeTitle(endedAt ?? startedAt)}>{formatMoment(endedAt ?? startedAt, now)}</span>:{' '}
          {formatPlural(removed, 'request')} removed {cause === 'retention' ? 'by this rule' : 'by hand'}
          {state === 'stopped' && ', then stopped'} (<VisibleText text={what} max={200} />)
        </li>
      ))}
    </ul>
  )
}
