import { Play } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '../../../contract/errors.ts'
import { type ConformanceOptions, conformanceOptionsSchema } from '../../../core/conformance/options.ts'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { errorsOfCall, errorsOfZod, type FieldErrors } from '../../lib/issues.ts'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ConformanceForm, conformanceForm, optionsOf, strangersOf } from './form-state.ts'
import { ScenarioChooser } from './scenario-chooser.tsx'

/** What to check, and how. A target that is not local wants a yes, for each start anew. */
export function StartForm({
  running,
  onStart,
}: {
  running: boolean
  onStart: (options: ConformanceOptions) => Promise<CallError | null>
}) {
  const w = words().conformance.form
  const { endpoints } = useOverview()
  const form = useExternalStore(conformanceForm)
  const [errors, setErrors] = useState<FieldErrors>({})
  /** The hosts that the yes was for: other ones want another. */
  const [confirmedFor, setConfirmedFor] = useState('')
  const strangers = strangersOf(form)
  const confirmed = strangers.length > 0 && confirmedFor === strangers.join(' ')
  const endpoint = endpoints.find(({ id }) => id === form.endpointId) ?? endpoints[0]

  const change = (part: Partial<ConformanceForm>): void => {
    setErrors({})
    conformanceForm.update((all) => ({ ...all, ...part, touched: true }))
  }

  async function start(): Promise<void> {
    if (running) return
    if (form.scenarioIds.length === 0) {
      setErrors({ '': w.noneChosen })
      return
    }
    const parsed = conformanceOptionsSchema.safeParse(optionsOf(form, endpoint, confirmed))
    if (!parsed.success) {
      setErrors(errorsOfZod(parsed.error))
      return
    }
    if (strangers.length > 0 && !confirmed) {
      setErrors({ confirm: w.confirmFirst })
      return
    }
    const failure = await onStart(parsed.data)
    setErrors(failure === null ? {} : errorsOfCall(failure))
    if (failure === null) setConfirmedFor('')
  }

  useAction(
    running
      ? null
      : {
          id: 'conformance.start',
          run: () => void start(),
        },
  )

  const field = (key: 'url' | 'balanceUrl' | 'balanceField' | 'knownUser') => ({
    mono: true,
    value: form[key],
    error: errors[key],
    disabled: running,
    onChange: (value: string) => change({ [key]: value }),
  })

  return (
    <form
      aria-label={w.label}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <TextField label={w.url} placeholder="http://127.0.0.1:3000/hitpoint" hint={w.urlHint} {...field('url')} />
      {endpoints.length > 1 && (
        <SelectField
          label={w.endpoint}
          value={endpoint?.id ?? ''}
          options={endpoints.map(({ id, name, userIdParam, rewardAmountParam }) => ({
            value: id,
            label: `${name}: ${userIdParam}, ${rewardAmountParam}`,
          }))}
          onChange={(endpointId) => change({ endpointId })}
        />
      )}
      <TextField
        label={w.balanceUrl}
        placeholder="http://127.0.0.1:3000/balance?user={user_id}"
        hint={w.balanceUrlHint}
        {...field('balanceUrl')}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={w.balanceField}
          placeholder="data.balance"
          hint={w.balanceFieldHint}
          {...field('balanceField')}
        />
        <TextField
          label={w.knownUser}
          placeholder={w.knownUserPlaceholder}
          hint={w.knownUserHint}
          {...field('knownUser')}
        />
      </div>
      <ScenarioChooser chosen={form.scenarioIds} onChange={(scenarioIds) => change({ scenarioIds })} />
      {strangers.length > 0 && (
        <div className="flex flex-col gap-1 rounded-m border border-warn-line bg-warn-soft p-3">
          <Checkbox
            label={w.confirm(strangers)}
            hint={w.confirmHint}
            checked={confirmed}
            onChange={(on) => {
              setErrors({})
              setConfirmedFor(on ? strangers.join(' ') : '')
            }}
          />
          {errors['confirm'] !== undefined && (
            <p role="alert" className="text-s text-fail">
              {errors['confirm']}
            </p>
          )}
        </div>
      )}
      {errors[''] !== undefined && (
        <p role="alert" className="text-s text-fail">
          {errors['']}
        </p>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          disabled={running}
          action="conformance.start"
          icon={<Play aria-hidden="true" size={14} />}
        >
          {w.start}
        </Button>
      </div>
    </form>
  )
}
