import type { ScenarioPlan } from '../scenarios/scenario.ts'
import { balanceChecks } from './balance-checks.ts'
import { type EchoOptions, echoChecks } from './echo-checks.ts'
import { type Evidence, isAccepted } from './evidence.ts'
import { leakChecks } from './leak-checks.ts'
import { questionFor } from './questions.ts'
import type { Check, Question } from './run.ts'
import { statusChecks } from './status-checks.ts'

/**
 * What a scenario's evidence comes to. Whatever can be told from outside is a check; what only the user can tell is
 * asked, unless a balance has told it or something has failed already.
 */
export function judge(
  plan: ScenarioPlan,
  evidence: Evidence,
  options: EchoOptions,
): { readonly checks: readonly Check[]; readonly questions: readonly Question[] } {
  const replies = evidence.replies.flat()
  const accepted = replies.some(isAccepted)
  const echo = echoChecks(plan, evidence.replies, options)
  const balance =
    evidence.balances === null ? { checks: [], known: false } : balanceChecks(plan, evidence.balances, accepted)
  const checks = [
    ...plan.deliveries.flatMap((delivery, index) => statusChecks(delivery, evidence.replies[index] ?? [])),
    ...leakChecks(plan, replies),
    ...echo.checks,
    ...balance.checks,
  ]
  const told = balance.known || echo.proved || !accepted || checks.some(({ verdict }) => verdict === 'fail')
  const question = plan.ask === null || told ? null : questionFor(plan.ask, plan)
  return { checks, questions: question === null ? [] : [question] }
}
