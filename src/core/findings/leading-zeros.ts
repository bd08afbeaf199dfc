import { findingsWords } from '../../words/of/findings.ts'
import { isDigit } from '../characters.ts'
import { quote } from './quote.ts'
import { finding, type Rule, valueSpans } from './rule.ts'

const DIGITS = /^\d+$/

/** Zeros that are lost where the text becomes a number: in an amount, or in a user id of digits alone. */
export const leadingZeros: Rule = {
  codes: ['leading-zeros'],
  find({ user, amount, amountReading }, found) {
    const id = user.text ?? ''
    const idHasZeros =
      user.state === 'value' && id.charCodeAt(0) === 0x30 && isDigit(id.charCodeAt(1)) && DIGITS.test(id)
    const amountHasZeros = amount.state === 'value' && amountReading?.traits.leadingZeros === true
    for (const reading of [idHasZeros ? user : null, amountHasZeros ? amount : null]) {
      if (!reading) continue
      const { field, param } = reading
      const { userIdLeadingZeros, amountLeadingZeros } = findingsWords().details
      const detail = (reading === user ? userIdLeadingZeros : amountLeadingZeros)(quote(reading.text ?? ''))
      found.push(finding('leading-zeros', detail, { field, param, evidence: valueSpans(reading) }))
    }
  },
}
