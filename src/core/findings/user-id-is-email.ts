import { findingsWords } from '../../words/of/findings.ts'
import { quote } from './quote.ts'
import { finding, type Rule, valueSpans } from './rule.ts'

/** RFC 5321 allows 254 characters in an address. */
const LONGEST_ADDRESS = 254
const ADDRESS = /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/

export const userIdIsEmail: Rule = {
  codes: ['user-id-is-email'],
  find({ user }, found) {
    const { text, state, param } = user
    if (state !== 'value' || text === null || !text.includes('@')) return
    if (text.length > LONGEST_ADDRESS || !ADDRESS.test(text)) return
    const detail = findingsWords().details.userIdIsEmail(quote(text))
    found.push(finding('user-id-is-email', detail, { param, evidence: valueSpans(user) }))
  },
}
