import { SCENARIO_GROUPS } from '../../../core/scenarios/scenario.ts'
import { SCENARIOS } from '../../../core/scenarios/table.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ALL_IDS } from './form-state.ts'

/** Every scenario in its group, with a box; a group's box stands for all of it. */
export function ScenarioChooser({
  chosen,
  onChange,
}: {
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  const set = (ids: readonly string[], on: boolean): void => {
    onChange(ALL_IDS.filter((id) => (ids.includes(id) ? on : chosen.includes(id))))
  }
  return (
    <details className="rounded-m border border-line bg-panel">
      <summary className="px-3 py-1.5 select-none">
        {chosen.length === ALL_IDS.length
          ? `All ${String(ALL_IDS.length)} scenarios`
          : `${String(chosen.length)} of ${String(ALL_IDS.length)} scenarios`}
      </summary>
      <div className="flex flex-col gap-3 border-t border-line p-3">
        <div className="flex gap-2">
          <Button size="s" onClick={() => onChange(ALL_IDS)}>
            All scenarios
          </Button>
          <Button size="s" onClick={() => onChange([])}>
            None
          </Button>
        </div>
        {Object.entries(SCENARIO_GROUPS).map(([group, title]) => {
          const own = SCENARIOS.filter((scenario) => scenario.group === group)
          const ids = own.map(({ id }) => id)
          return (
            <fieldset key={group} className="flex flex-col gap-1">
              <legend className="mb-1 font-medium">
                <Checkbox
                  label={title}
                  checked={ids.every((id) => chosen.includes(id))}
                  onChange={(on) => set(ids, on)}
                />
              </legend>
              {own.map((scenario) => (
                <div key={scenario.id} className="pl-6">
                  <Checkbox
                    label={scenario.title}
                    hint={scenario.correct}
                    checked={chosen.includes(scenario.id)}
                    onChange={(on) => set([scenario.id], on)}
                  />
                </div>
              ))}
            </fieldset>
          )
        })}
      </div>
    </details>
  )
}
