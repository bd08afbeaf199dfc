import { encodeValue } from './encode-value.ts'
import { aGet, aPlan, type Scenario, type ScenarioId } from './scenario.ts'

interface HostileCase {
  readonly id: ScenarioId
  readonly suffix: string
  readonly markup?: string
  readonly injectedHeader?: string
}

/** Comes back in a reply's head only where the line break in the id was written into it. */
const HEADER = 'x-adjump-inspector-injected'
const MARKUP = '<script>adjumpInspector()</script><img src=x>'

/** Harmless by themselves: none of them drops, reads or runs anything, even where it gets through. */
const CASES: readonly HostileCase[] = [
  {
    id: 'sql-quote',
    suffix: `.o'reilly" OR '1'='1`,
  },
  {
    id: 'markup',
    suffix: `.${MARKUP}`,
    markup: MARKUP,
  },
  {
    id: 'line-break',
    suffix: `.a\r\n${HEADER}: yes`,
    injectedHeader: HEADER,
  },
  {
    id: 'nul',
    suffix: '.a\0b',
  },
  {
    id: 'path-traversal',
    suffix: '.../../../../../../etc/passwd',
  },
]

/** Text that does harm only where a backend is careless with it. */
export const HOSTILE: readonly Scenario[] = CASES.map(({ id, suffix, markup, injectedHeader }) => ({
  id,
  group: 'hostile',
  plan(context) {
    const [userId, amount] = [context.user(suffix), context.amount]
    const target = context.rawTarget(
      (names) => `${names.user}=${encodeValue(userId)}&${names.amount}=${encodeValue(amount)}${names.rest}`,
    )
    return aPlan({
      deliveries: [aGet({ target, expects: 'either', userId, amount })],
      accounts: [{ userId, credits: [amount, '0'] }],
      markup: markup ?? null,
      injectedHeader: injectedHeader ?? null,
    })
  },
}))
