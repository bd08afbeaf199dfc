import { conformanceWords } from '../../words/of/conformance.ts'
import type { Account, ScenarioPlan } from '../scenarios/scenario.ts'
import { difference, explainAmountChange, isSameDecimal } from './amount-change.ts'
import { quoted } from './quoted.ts'
import type { Balance, Check } from './run.ts'

/** What the balances before and after say. `known`: they could be read, so that nobody need be asked. */
export function balanceChecks(
  plan: ScenarioPlan,
  balances: readonly Balance[],
  accepted: boolean,
): { readonly checks: readonly Check[]; readonly known: boolean } {
  const w = conformanceWords().balance
  const of = (userId: string): Balance | undefined => balances.find((balance) => balance.userId === userId)
  const checks: Check[] = []
  let known = plan.accounts.length > 0
  for (const account of plan.accounts) {
    const balance = of(account.userId)
    const growth = growthOf(balance)
    if (growth !== null) {
      checks.push(accountCheck(plan, account, growth, accepted))
      continue
    }
    known = false
    checks.push({
      verdict: 'warning',
      sentence: w.notRead(quoted(account.userId), balance?.problem ?? null),
      expected: w.notReadExpected,
    })
  }
  for (const { userId, how } of plan.aliases) {
    const growth = growthOf(of(userId))
    if (growth === null || isSameDecimal(growth, '0')) continue
    checks.push({
      verdict: 'fail',
      sentence: w.anothers(quoted(userId), growth, how),
      expected: w.anothersExpected(quoted(plan.accounts[0]?.userId ?? '')),
    })
  }
  return { checks, known }
}

function growthOf(balance: Balance | undefined): string | null {
  if (balance === undefined || balance.before === null || balance.after === null) return null
  return difference(balance.after, balance.before)
}

function accountCheck(plan: ScenarioPlan, account: Account, growth: string, accepted: boolean): Check {
  const w = conformanceWords().balance
  const right = accepted ? account.credits : ['0']
  const [wanted = '0'] = right
  const still = isSameDecimal(growth, '0')
  const expected = w.expected(right.map((credit) => (isSameDecimal(credit, '0') ? null : credit)))
  if (right.some((credit) => isSameDecimal(credit, growth))) {
    const sentence = still ? w.unchanged : w.grewBy(growth)
    return { verdict: 'pass', sentence, expected }
  }
  const doubtful = Object.entries(account.doubtful ?? {}).find(([credit]) => isSameDecimal(credit, growth))
  if (accepted && doubtful) return { verdict: 'warning', sentence: doubtful[1], expected }
  if (still) {
    return { verdict: 'fail', sentence: w.notCredited(quoted(account.userId)), expected }
  }
  const amounts = plan.deliveries.flatMap(({ amount, expects }, index) =>
    amount === null || (expects === 'repeat' && index > 0) ? [] : [amount],
  )
  const why = explainAmountChange(amounts, growth)
  const sentence =
    why !== null && accepted && !isSameDecimal(wanted, '0')
      ? w.grewWrongly(growth, wanted, why)
      : w.changedWrongly(growth, accepted ? wanted : null, why === null ? null : { of: amounts.join(' + '), why })
  return { verdict: 'fail', sentence, expected }
}
