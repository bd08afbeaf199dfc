import type { TargetUrl } from '../target-url.ts'
import { AMOUNTS } from './amounts.ts'
import { type ConformanceNames, type RunScope, scenarioContext } from './context.ts'
import { DELIVERIES } from './deliveries.ts'
import { HOSTILE } from './hostile.ts'
import { HTTP } from './http.ts'
import { MISSING } from './missing.ts'
import { QUERIES } from './queries.ts'
import type { Scenario, ScenarioPlan } from './scenario.ts'
import { USER_IDS } from './user-ids.ts'

/** Every scenario, in the order in which they are run. */
export const SCENARIOS: readonly Scenario[] = [
  ...DELIVERIES,
  ...MISSING,
  ...USER_IDS,
  ...AMOUNTS,
  ...HOSTILE,
  ...QUERIES,
  ...HTTP,
]

/** Those with these ids, in the table's order; all of them where none is named. */
export function chosenScenarios(ids: readonly string[]): readonly Scenario[] {
  return ids.length === 0 ? SCENARIOS : SCENARIOS.filter(({ id }) => ids.includes(id))
}

/** What the scenario sends to this URL, under these names, in this run. */
export function planScenario(
  scenario: Scenario,
  url: TargetUrl,
  names: ConformanceNames,
  scope: RunScope,
): ScenarioPlan {
  const index = SCENARIOS.indexOf(scenario)
  return scenario.plan(scenarioContext(url, names, scope, { id: scenario.id, index }))
}
