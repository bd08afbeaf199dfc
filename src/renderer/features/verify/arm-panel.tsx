import { Crosshair } from 'lucide-react'
import type { RefObject } from 'react'
import { words } from '../../../words/words.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { useArm } from '../../lib/use-arm.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** What is expected next. What was typed stays, for the next one is often nearly the same. */
export function ArmPanel({
  endpointId,
  userIdField,
}: {
  endpointId: string
  userIdField: RefObject<HTMLInputElement | null>
}) {
  const { endpoints } = useOverview()
  const state = useArm(endpointId)
  useAction({
    id: 'expectation.arm',
    run: () => void state.arm(),
  })
  const w = words().verify.arm
  return (
    <section aria-label={w.label} className="flex flex-col gap-3">
      <p className="text-muted">{w.description}</p>
      <div className="flex flex-col gap-3 rounded-l border border-line bg-panel p-3">
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3">
          <TextField label={w.userId} mono inputRef={userIdField} {...state.text('userId')} />
          <TextField label={w.amount} mono {...state.text('amount')} />
        </div>
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] items-start gap-3">
          <SelectField
            label={w.endpoint}
            value={state.form.endpointId}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => state.set({ endpointId: id })}
            error={state.endpointError}
          />
          <TextField label={w.minutes} numeric {...state.text('minutes')} />
          <Button
            variant="primary"
            className="mt-[calc(1.385rem+4px)]"
            icon={<Crosshair aria-hidden="true" size={14} />}
            action="expectation.arm"
            disabled={!state.connected || state.busy}
            onClick={() => void state.arm()}
          >
            {w.arm}
          </Button>
        </div>
        {state.failure !== null && (
          <p role="alert" className="text-s text-fail">
            {state.failure}
          </p>
        )}
      </div>
    </section>
  )
}
