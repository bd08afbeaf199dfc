import { conformanceWords } from '../../words/of/conformance.ts'
import { compareDecimals } from '../amount.ts'
import { parseDecimal } from '../decimal.ts'
import type { ScenarioPlan } from '../scenarios/scenario.ts'
import { explainAmountChange, isSameDecimal } from './amount-change.ts'
import { isAccepted, type Reply } from './evidence.ts'
import { explainIdChange } from './id-change.ts'
import { type JsonLeaf, readJsonLeaves } from './json-leaves.ts'
import { quoted } from './quoted.ts'
import type { Check } from './run.ts'

/** What the replies' own words prove. `proved`: they show the right balance, so that nobody need be asked. */
export interface EchoFindings {
  readonly checks: readonly Check[]
  readonly proved: boolean
}

export interface EchoOptions {
  readonly userIdParam: string
  readonly rewardAmountParam: string
  /** The users of this run are new, so that a balance in a reply is the sum of what the run has sent. */
  readonly freshUsers: boolean
}

const USER_NAMES = new Set(['user', 'userid', 'uid', 'username', 'subid', 'player', 'account'])
const AMOUNT_NAMES = new Set(['amount', 'reward', 'rewardamount', 'credited', 'credit', 'coins', 'points', 'payout'])
const BALANCE_NAMES = /balance|^total$|^newtotal$/
const BALANCE_IN_TEXT = /\bbalance\b[^\d\n-]{0,24}(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/i
const NUMBERS = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
/** A number in running text is taken for the amount only where the amount has so many digits that chance is out. */
const DISTINCT_DIGITS = 15
/** A longer number is none of ours; comparing it would take its time. */
const LONGEST_NUMBER = 400

/** Compares what accepted replies say of user, amount and balance with what was sent. */
export function echoChecks(
  plan: ScenarioPlan,
  replies: readonly (readonly Reply[])[],
  options: EchoOptions,
): EchoFindings {
  const checks = plan.deliveries.flatMap((delivery, index) => {
    const accepted = (replies[index] ?? []).filter(isAccepted)
    return accepted.flatMap(({ body }) => {
      const leaves = readJsonLeaves(body)
      return [
        ...(delivery.userId === null ? [] : idChecks(delivery.userId, body, leaves, options)),
        ...(delivery.amount === null ? [] : amountChecks(delivery.amount, body, leaves, options)),
      ]
    })
  })
  const balance = balanceEchoes(plan, replies, options)
  return { checks: withoutRepeats([...checks, ...balance.checks]), proved: balance.proved }
}

function idChecks(sent: string, body: string, leaves: readonly JsonLeaf[] | null, options: EchoOptions): Check[] {
  const fail = (got: string, how: string): Check => ({
    verdict: 'fail',
    sentence: conformanceWords().echo.anotherUser(quoted(got), quoted(sent), how),
    expected: conformanceWords().echo.anotherUserExpected,
  })
  if (leaves === null) {
    const got = idInText(sent, body)
    return got === null ? [] : [fail(got, explainIdChange(sent, got) ?? conformanceWords().idChange.changed)]
  }
  const start = sent.slice(0, 12)
  return leaves.flatMap(({ name, text }) => {
    if (text.includes(sent)) return []
    const named = USER_NAMES.has(plain(name)) || plain(name) === plain(options.userIdParam)
    if (!named && !text.startsWith(start)) return []
    const how = explainIdChange(sent, text)
    return how === null ? [] : [fail(text, how)]
  })
}

/** In a reply that is no JSON: a mangled form of the id, where no right one stands in it. */
function idInText(sent: string, body: string): string | null {
  const escaped = sent.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const right = [sent, encodeURIComponent(sent), escaped, escaped.replaceAll('"', '&quot;').replaceAll("'", '&#39;')]
  if (right.some((form) => body.includes(form))) return null
  let twice = sent
  try {
    twice = decodeURIComponent(sent)
  } catch {
    // A lone “%”: it cannot have been decoded again.
  }
  const wrong = [twice, twice.replaceAll('+', ' '), sent.replaceAll('+', ' '), sent.replaceAll(' ', '+')]
  return wrong.find((form) => form !== sent && body.includes(form)) ?? null
}

function amountChecks(sent: string, body: string, leaves: readonly JsonLeaf[] | null, options: EchoOptions): Check[] {
  const named = (leaf: JsonLeaf): boolean =>
    AMOUNT_NAMES.has(plain(leaf.name)) || plain(leaf.name) === plain(options.rewardAmountParam)
  const found = leaves === null ? numbersIn(sent, body) : leaves.filter(named).map(({ text }) => text)
  const candidates = found.filter((text) => text.length <= LONGEST_NUMBER)
  if (candidates.some((text) => text === sent || isSameDecimal(text, sent))) return []
  return candidates.flatMap((got) => {
    const how = explainAmountChange([sent], got)
    return how === null ? [] : [changed(sent, got, how, conformanceWords().echo.amountExpected)]
  })
}

function numbersIn(sent: string, body: string): readonly string[] {
  if (sent.replaceAll(/\D/g, '').length < DISTINCT_DIGITS) return []
  return (body.match(NUMBERS) ?? []).filter((text) => text.replaceAll(/\D/g, '').length >= DISTINCT_DIGITS)
}

function changed(sent: string, got: string, how: string, expected: string): Check {
  return { verdict: 'fail', sentence: conformanceWords().echo.amountBecame(sent, got, how), expected }
}

/** The balance that an accepted reply shows; null where it shows none. */
function balanceIn({ body }: Reply): string | null {
  const leaves = readJsonLeaves(body)
  const text =
    leaves === null
      ? (BALANCE_IN_TEXT.exec(body)?.[1] ?? null)
      : (leaves.find(({ name }) => BALANCE_NAMES.test(plain(name)))?.text ?? null)
  return text !== null && text.length <= LONGEST_NUMBER && parseDecimal(text) !== null ? text : null
}

function balanceEchoes(plan: ScenarioPlan, replies: readonly (readonly Reply[])[], options: EchoOptions): EchoFindings {
  const shown = replies.map((some) =>
    some.filter(isAccepted).flatMap((reply) => {
      const balance = balanceIn(reply)
      return balance === null ? [] : [balance]
    }),
  )
  const all = shown.flat().toSorted(compareDecimals)
  const [lowest, highest] = [all[0], all.at(-1)]
  if (lowest === undefined || highest === undefined) return { checks: [], proved: false }

  const [account] = plan.accounts
  // Of a burst some may be answered before the one that credits: what counts is where the balance came to.
  const isRight = account?.credits.some((credit) => isSameDecimal(credit, highest)) ?? false
  if (options.freshUsers && isRight) return { checks: [], proved: true }

  const w = conformanceWords().echo
  const isRepetition = plan.deliveries.some(({ expects }) => expects === 'repeat')
  if (isRepetition && !isSameDecimal(lowest, highest)) {
    const sentence = w.creditsTwice(lowest, highest)
    return { checks: [{ verdict: 'fail', sentence, expected: w.creditsTwiceExpected }], proved: false }
  }
  if (!options.freshUsers || account === undefined) return { checks: [], proved: isRepetition }
  const doubtful = Object.entries(account.doubtful ?? {}).find(([credit]) => isSameDecimal(credit, highest))
  if (doubtful) {
    const check: Check = { verdict: 'warning', sentence: doubtful[1], expected: w.staysExpected }
    return { checks: [check], proved: true }
  }
  const amounts = plan.deliveries.flatMap(({ amount, expects }, index) =>
    amount === null || (expects === 'repeat' && index > 0) ? [] : [amount],
  )
  const how = explainAmountChange(amounts, highest)
  if (how === null) return { checks: [], proved: false }
  return { checks: [changed(amounts.join(' + '), highest, how, w.newUserExpected)], proved: false }
}

/** `Reward_Amount` → `rewardamount`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '')
}

function withoutRepeats(checks: readonly Check[]): readonly Check[] {
  return checks.filter((check, index) => checks.findIndex(({ sentence }) => sentence === check.sentence) === index)
}
