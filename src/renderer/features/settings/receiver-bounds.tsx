import { useState } from 'react'
import { formatLimit, parseLimit } from '../../../core/limit-text.ts'
import {
  DEFAULT_RECEIVER_LIMITS,
  LIMIT_NAMES,
  type LimitName,
  limitRange,
  RECEIVER_LIMITS,
  receiverLimitsSchema,
} from '../../../core/receiver-limits.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, type FieldErrors } from '../../lib/issues.ts'
import { useApplySettings } from '../../lib/use-apply-settings.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Form = Readonly<Record<LimitName, string>>

const GROUPS: readonly { readonly title: string; readonly names: readonly LimitName[] }[] = [
  {
    title: 'One request',
    names: ['headBytes', 'headerCount', 'bodyKept', 'bodyAccepted', 'bodiesKeptTogether', 'rejectedBytes'],
  },
  { title: 'Time', names: ['headTimeout', 'requestTimeout', 'keepAliveTimeout', 'replyTimeout', 'silence'] },
  { title: 'Connections', names: ['connections', 'connectionsPerAddress', 'unanswered'] },
  { title: 'What strangers leave in the history', names: ['strayRequests', 'strayBytes', 'spareDisk'] },
]

/** What a stranger may use of the receiver. Folded: the defaults do for nearly everybody. */
export function ReceiverBounds() {
  const { settings } = useOverview()
  const { limits } = settings.receiver
  const apply = useApplySettings('receiver', 'The receiver’s bounds are in force.')
  const draft = useDraft<Form>(shown((name) => limits[name]))
  const [errors, setErrors] = useState<FieldErrors>({})

  async function save(form: Form): Promise<void> {
    const parsed = receiverLimitsSchema.safeParse(values((name) => parseLimit(form[name], RECEIVER_LIMITS[name].unit)))
    if (!parsed.success) {
      setErrors(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])))
      return
    }
    const failure = await apply({ ...settings.receiver, limits: parsed.data })
    setErrors(failure ? errorsOfCall(failure) : {})
  }

  function reset(): void {
    const form = shown((name) => DEFAULT_RECEIVER_LIMITS[name])
    draft.set(() => form)
    void save(form)
  }

  useOnLeave(() => {
    if (draft.dirty && Object.keys(errors).length === 0) void save(draft.value)
  })

  const changed = LIMIT_NAMES.filter((name) => limits[name] !== DEFAULT_RECEIVER_LIMITS[name]).length
  return (
    <details className="rounded-m border border-line bg-panel">
      <summary className="px-3 py-1.5 select-none">
        Advanced bounds{' '}
        <span className="text-muted">
          {changed === 0 ? '· all at their defaults' : `· ${String(changed)} of ${String(LIMIT_NAMES.length)} changed`}
        </span>
      </summary>
      <div className="flex flex-col gap-4 border-t border-line p-3">
        <div className="flex items-start gap-3">
          <p className="min-w-0 flex-1 text-s text-muted">
            What a stranger who finds the URL may use. A change is in force at once, on the same port. Sizes are
            understood in bytes, KiB, MiB and GiB, times in ms and s.
          </p>
          <Button size="s" onClick={reset}>
            Reset to defaults
          </Button>
        </div>
        {GROUPS.map(({ title, names }) => (
          <fieldset key={title} className="grid grid-cols-2 items-start gap-3">
            <legend className="mb-2 font-medium">{title}</legend>
            {names.map((name) => (
              <TextField
                key={name}
                label={RECEIVER_LIMITS[name].title}
                hint={hint(name)}
                value={draft.value[name]}
                onChange={(text) => {
                  setErrors({})
                  draft.set((form) => ({ ...form, [name]: text }))
                }}
                onCommit={() => {
                  if (draft.dirty) void save(draft.value)
                }}
                error={errors[name]}
              />
            ))}
          </fieldset>
        ))}
        {errors[''] !== undefined && (
          <p role="alert" className="text-s text-fail">
            {errors['']}
          </p>
        )}
      </div>
    </details>
  )
}

function hint(name: LimitName): string {
  const { unit, fallback, beyond } = RECEIVER_LIMITS[name]
  return `${limitRange(name)}, by default ${formatLimit(fallback, unit)}. ${beyond}`
}

function shown(value: (name: LimitName) => number): Form {
  return values((name) => formatLimit(value(name), RECEIVER_LIMITS[name].unit))
}

function values<T>(value: (name: LimitName) => T): Record<LimitName, T> {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, value(name)])) as Record<LimitName, T>
}
