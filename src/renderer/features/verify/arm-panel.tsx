import { Crosshair } from 'lucide-react'
import type { RefObject } from 'react'
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
  return (
    <section aria-label="New expectation" className="flex flex-col gap-3">
      <p className="text-muted">
        Type what you will send, arm it, then press verify in Adjump. Both texts are compared to the character.
      </p>
      <div className="flex flex-col gap-3 rounded-l border border-line bg-panel p-3">
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3">
          <TextField label="User id" mono inputRef={userIdField} {...state.text('userId')} />
          <TextField label="Reward amount" mono {...state.text('amount')} />
        </div>
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] items-start gap-3">
          <SelectField
            label="Endpoint"
            value={state.form.endpointId}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => state.set({ endpointId: id })}
            error={state.endpointError}
          />
          <TextField label="Minutes to wait" numeric {...state.text('minutes')} />
          <Button
            variant="primary"
            className="mt-[calc(1.385rem+4px)]"
            icon={<Crosshair aria-hidden="true" size={14} />}
            action="expectation.arm"
            disabled={!state.connected || state.busy}
            onClick={() => void state.arm()}
          >
            Arm
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
