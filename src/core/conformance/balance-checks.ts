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
      sentence: `The balance of ${quoted(account.userId)} could not be read: ${balance?.problem ?? 'it is no decimal.'}`,
      expected: 'The balance URL answers 200 with the balance as a decimal.',
    })
  }
  for (const { userId, how } of plan.aliases) {
    const growth = growthOf(of(userId))
    if (growth === null || isSameDecimal(growth, '0')) continue
    checks.push({
      verdict: 'fail',
      sentence: `The balance of ${quoted(userId)} grew by ${growth}, another user’s: the id was ${how}.`,
      expected: `${quoted(plan.accounts[0]?.userId ?? '')} is credited, nobody else.`,
    })
  }
  return { checks, known }
}

function growthOf(balance: Balance | undefined): string | null {
  if (balance === undefined || balance.before === null || balance.after === null) return null
  return difference(balance.after, balance.before)
}

function accountCheck(plan: ScenarioPlan, account: Account, growth: string, accepted: boolean): Check {
  const right = accepted ? account.credits : ['0']
  const [wanted = '0'] = right
  const still = isSameDecimal(growth, '0')
  const expected = `The balance ${right.map(inWords).join(', or ')}.`
  if (right.some((credit) => isSameDecimal(credit, growth))) {
    const sentence = still ? 'The balance did not change.' : `The balance grew by exactly ${growth}.`
    return { verdict: 'pass', sentence, expected }
  }
  const doubtful = Object.entries(account.doubtful ?? {}).find(([credit]) => isSameDecimal(credit, growth))
  if (accepted && doubtful) return { verdict: 'warning', sentence: doubtful[1], expected }
  if (still) {
    const sentence = `It accepted the postback, but credited nothing to ${quoted(account.userId)}.`
    return { verdict: 'fail', sentence, expected }
  }
  const amounts = plan.deliveries.flatMap(({ amount, expects }, index) =>
    amount === null || (expects === 'repeat' && index > 0) ? [] : [amount],
  )
  const how = explainAmountChange(amounts, growth)
  const what = accepted ? `where ${wanted} was right` : 'although it had refused the postback'
  const sentence =
    how !== null && accepted && !isSameDecimal(wanted, '0')
      ? `The balance grew by ${growth} ${what}: ${how}.`
      : `The balance changed by ${growth} ${what}${how === null ? '' : `: ${amounts.join(' + ')} became ${growth}, ${how}`}.`
  return { verdict: 'fail', sentence, expected }
}

function inWords(credit: string): string {
  return isSameDecimal(credit, '0') ? 'stays as it is' : `grows by ${credit}`
}
