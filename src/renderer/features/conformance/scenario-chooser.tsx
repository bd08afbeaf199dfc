import { aboutScenario, SCENARIO_GROUPS, scenarioGroupTitle } from '../../../core/scenarios/scenario.ts'
import { SCENARIOS } from '../../../core/scenarios/table.ts'
import { words } from '../../../words/words.ts'
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
  const w = words().conformance.chooser
  const set = (ids: readonly string[], on: boolean): void => {
    onChange(ALL_IDS.filter((id) => (ids.includes(id) ? on : chosen.includes(id))))
  }
  return (
    <details className="rounded-m border border-line bg-panel">
      <summary className="px-3 py-1.5 select-none">
        {chosen.length === ALL_IDS.length ? w.allOf(ALL_IDS.length) : w.someOf(chosen.length, ALL_IDS.length)}
      </summary>
      <div className="flex flex-col gap-3 border-t border-line p-3">
        <div className="flex gap-2">
          <Button size="s" onClick={() => onChange(ALL_IDS)}>
            {w.all}
          </Button>
          <Button size="s" onClick={() => onChange([])}>
            {w.none}
          </Button>
        </div>
        {SCENARIO_GROUPS.map((group) => {
          const own = SCENARIOS.filter((scenario) => scenario.group === group)
          const ids = own.map(({ id }) => id)
          return (
            <fieldset key={group} className="flex flex-col gap-1">
              <legend className="mb-1 font-medium">
                <Checkbox
                  label={scenarioGroupTitle(group)}
                  checked={ids.every((id) => chosen.includes(id))}
                  onChange={(on) => set(ids, on)}
                />
              </legend>
              {own.map((scenario) => {
                const { title, correct } = aboutScenario(scenario)
                return (
                  <div key={scenario.id} className="pl-6">
                    <Checkbox
                      label={title}
                      hint={correct}
                      checked={chosen.includes(scenario.id)}
                      onChange={(on) => set([scenario.id], on)}
                    />
                  </div>
                )
              })}
            </fieldset>
          )
        })}
      </div>
    </details>
  )
}
