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
import type { SettingsWords } from '../../../words/en/settings.ts'
import { words } from '../../../words/words.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, type FieldErrors } from '../../lib/issues.ts'
import { useApplySettings } from '../../lib/use-apply-settings.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Form = Readonly<Record<LimitName, string>>
type GroupId = keyof SettingsWords['bounds']['groups']

const GROUPS: readonly { readonly id: GroupId; readonly names: readonly LimitName[] }[] = [
  {
    id: 'request',
    names: ['headBytes', 'headerCount', 'bodyKept', 'bodyAccepted', 'bodiesKeptTogether', 'rejectedBytes'],
  },
  { id: 'time', names: ['headTimeout', 'requestTimeout', 'keepAliveTimeout', 'replyTimeout', 'silence'] },
  { id: 'connections', names: ['connections', 'connectionsPerAddress', 'unanswered'] },
  { id: 'strangers', names: ['strayRequests', 'strayBytes', 'spareDisk'] },
]

/** What a stranger may use of the receiver. Folded: the defaults do for nearly everybody. */
export function ReceiverBounds() {
  const { bounds: w, limits: named } = words().settings
  const { settings } = useOverview()
  const { limits } = settings.receiver
  const apply = useApplySettings('receiver', w.inForce)
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
        {w.title}{' '}
        <span className="text-muted">· {changed === 0 ? w.allDefault : w.changed(changed, LIMIT_NAMES.length)}</span>
      </summary>
      <div className="flex flex-col gap-4 border-t border-line p-3">
        <div className="flex items-start gap-3">
          <p className="min-w-0 flex-1 text-s text-muted">{w.description}</p>
          <Button size="s" onClick={reset}>
            {w.reset}
          </Button>
        </div>
        {GROUPS.map(({ id, names }) => (
          <fieldset key={id} className="grid grid-cols-2 items-start gap-3">
            <legend className="mb-2 font-medium">{w.groups[id]}</legend>
            {names.map((name) => (
              <TextField
                key={name}
                label={named[name].title}
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
  const { bounds, limits } = words().settings
  const { unit, fallback } = RECEIVER_LIMITS[name]
  return bounds.hint(limitRange(name), formatLimit(fallback, unit), limits[name].beyond)
}

function shown(value: (name: LimitName) => number): Form {
  return values((name) => formatLimit(value(name), RECEIVER_LIMITS[name].unit))
}

function values<T>(value: (name: LimitName) => T): Record<LimitName, T> {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, value(name)])) as Record<LimitName, T>
}
