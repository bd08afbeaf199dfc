import { useRef, useState } from 'react'
import { receiverSettingsSchema, type Settings } from '../../../core/settings.ts'
import { words } from '../../../words/words.ts'
import { wholeNumber } from '../../lib/endpoint-form.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, errorsOfZod, type FieldErrors } from '../../lib/issues.ts'
import { receiverWords } from '../../lib/status-words.ts'
import { useApplySettings } from '../../lib/use-apply-settings.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Form = { readonly port: string; readonly portTaken: Settings['receiver']['portTaken'] }

const WHEN_TAKEN = ['next-free', 'fail'] as const

export function ReceiverForm() {
  const w = words().settings.receiver
  const { settings, receiver } = useOverview()
  const apply = useApplySettings('receiver', w.saved)
  const draft = useDraft<Form>({ port: String(settings.receiver.port), portTaken: settings.receiver.portTaken })
  const [errors, setErrors] = useState<FieldErrors>({})

  /** What was tried last: leaving the field and then the view mean the same once. */
  const tried = useRef<Form | null>(null)

  async function save(form: Form): Promise<void> {
    tried.current = form
    const parsed = receiverSettingsSchema.safeParse({ ...settings.receiver, ...form, port: wholeNumber(form.port) })
    if (!parsed.success) {
      setErrors(errorsOfZod(parsed.error))
      return
    }
    const failure = await apply(parsed.data)
    setErrors(failure ? errorsOfCall(failure) : {})
  }

  useOnLeave(() => {
    if (draft.dirty && tried.current !== draft.value) void save(draft.value)
  })

  const { tone, words: state } = receiverWords(receiver)
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={w.port}
          numeric
          hint={w.portHint}
          value={draft.value.port}
          onChange={(port) => {
            setErrors({})
            draft.set((form) => ({ ...form, port }))
          }}
          onCommit={() => void save(draft.value)}
          error={errors['port'] ?? errors['']}
        />
        <SelectField
          label={w.portTaken}
          value={draft.value.portTaken}
          options={WHEN_TAKEN.map((value) => ({ value, label: w.whenTaken[value] }))}
          onChange={(portTaken) => {
            const next = { ...draft.value, portTaken }
            draft.set(() => next)
            void save(next)
          }}
          error={errors['portTaken']}
        />
      </div>
      <p className="flex items-baseline gap-2 text-s">
        <StatusMark tone={tone} />
        <span className="min-w-0">
          {state}. <span className="text-muted">{receiver.why}</span>
        </span>
      </p>
    </div>
  )
}
