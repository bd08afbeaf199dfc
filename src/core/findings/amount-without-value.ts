import { findingsWords } from '../../words/of/findings.ts'
import { isDigit } from '../characters.ts'
import { quote } from './quote.ts'
import { finding, type Rule, type RuleContext, valueSpans } from './rule.ts'

const PLAIN_DECIMAL = /^\d+(?:\.\d+)?$/
/**
 * Letters together with digits or an @, and nothing an id would not hold, also where it was encoded twice; no
 * hexadecimal or other literal.
 */
const ID_LIKE =
  /^(?!0[xXbBoO][0-9a-fA-F]+$)(?=.*[A-Za-z])(?=.*[\d@])(?:[A-Za-z0-9_.@:+|/=-]|%(?:2[BbFf]|3[AaDd]|40|7[Cc])){2,}$/
/** A number that went wrong (`1e`, `1e1.5`, `nan5`) is no id, although it has a letter and digits. */
const NUMBER_LIKE = /^(?:[+-]?[\d.,]*\d[eE]?[\d.,+-]*$|[+-]?nan(?![a-z]))/i
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const LONGEST_ID = 200

/** An amount without a value has exactly one error that says why. */
export const amountWithoutValue: Rule = {
  codes: [
    'amount-not-a-number',
    'amount-decimal-comma',
    'amount-separator-ambiguous',
    'amount-thousands-separator',
    'amount-has-unit',
    'values-swapped',
  ],
  find(context, found) {
    const { user, amount, amountReading } = context
    const problem = amount.state === 'value' ? (amountReading?.problem ?? null) : null
    if (problem === null) return
    const text = quote(amount.text ?? '')
    const { details } = findingsWords()
    if (problem === 'amount-not-a-number' && areSwapped(context)) {
      const detail = details.valuesSwapped(quote(user.text ?? ''), text)
      const evidence = [...valueSpans(user), ...valueSpans(amount)].sort((a, b) => a.start - b.start)
      found.push(finding('values-swapped', detail, { evidence }))
      return
    }
    const detail = details.amountWithoutValue[problem](text)
    found.push(finding(problem, detail, { param: amount.param, evidence: valueSpans(amount) }))
  },
}

function areSwapped({ user, amount }: RuleContext): boolean {
  const id = user.text ?? ''
  const text = amount.text ?? ''
  if (!isDigit(id.charCodeAt(0)) || text.length > LONGEST_ID) return false
  return PLAIN_DECIMAL.test(id) && (UUID.test(text) || (ID_LIKE.test(text) && !NUMBER_LIKE.test(text)))
}
