import { findingsWords } from '../../words/of/findings.ts'
import { quote } from './quote.ts'
import { finding, type Rule, valueSpans } from './rule.ts'

/** What code writes where it had no user. Whole value, any case. Only what is surely nobody's id. */
const PLACEHOLDERS = new Set([
  'null',
  'undefined',
  'none',
  'nan',
  'nil',
  '0',
  '-1',
  '[object object]',
  'anonymous',
  'unknown',
  '(null)',
  '(none)',
  '(undefined)',
  '(not set)',
  'not set',
  'not_set',
  'n/a',
  '#n/a',
  'false',
  'true',
  '""',
  "''",
  '"null"',
  "'null'",
  '"undefined"',
  "'undefined'",
  '{}',
  '[]',
  '-',
  'user_id',
  '00000000-0000-0000-0000-000000000000',
])
const LONGEST_PLACEHOLDER = 36

/** Whether a user id is one that stands for no user. */
export function isPlaceholder(userId: string): boolean {
  return userId.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(userId.toLowerCase())
}

export const userIdPlaceholder: Rule = {
  codes: ['user-id-placeholder'],
  find({ user }, found) {
    // The value is then no user id at all, but the amount.
    if (found.some(({ code }) => code === 'values-swapped')) return
    if (user.state !== 'value' || user.text === null || !isPlaceholder(user.text)) return
    const detail = findingsWords().details.userIdPlaceholder(quote(user.text))
    found.push(finding('user-id-placeholder', detail, { param: user.param, evidence: valueSpans(user) }))
  },
}
