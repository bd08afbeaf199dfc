import { encodeValue } from './encode-value.ts'
import { aGet, aPlan, type Scenario } from './scenario.ts'

interface HostileCase {
  readonly id: string
  readonly title: string
  readonly correct: string
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
    title: 'A quote of SQL in the user id',
    correct: 'Takes it for a text: parameters are bound, not pasted into SQL. No 5xx, no message of the database.',
    suffix: `.o'reilly" OR '1'='1`,
  },
  {
    id: 'markup',
    title: 'HTML and script in the user id',
    correct: 'Takes it for a text, and escapes it wherever a page or a reply shows it.',
    suffix: `.${MARKUP}`,
    markup: MARKUP,
  },
  {
    id: 'line-break',
    title: 'A line break in the user id (%0D%0A)',
    correct: 'Lets it into no header and no log line of its own.',
    suffix: `.a\r\n${HEADER}: yes`,
    injectedHeader: HEADER,
  },
  {
    id: 'nul',
    title: 'A NUL in the user id (%00)',
    correct: 'Refuses it with 4xx or keeps it whole; the id does not end there.',
    suffix: '.a\0b',
  },
  {
    id: 'path-traversal',
    title: 'A path in the user id (../../etc/passwd)',
    correct: 'Takes it for a text, and opens no file of that name.',
    suffix: '.../../../../../../etc/passwd',
  },
]

/** Text that does harm only where a backend is careless with it. */
export const HOSTILE: readonly Scenario[] = CASES.map(({ suffix, markup, injectedHeader, ...about }) => ({
  ...about,
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
