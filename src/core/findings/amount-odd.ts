import { findingsWords } from '../../words/of/findings.ts'
import { PLAIN_AMOUNT } from '../amount.ts'
import { quote } from './quote.ts'
import { finding, type Rule, valueSpans } from './rule.ts'

/** The amount has a value, and is written in a way, or of a size, that somebody may not expect. */
export const amountOdd: Rule = {
  codes: [
    'amount-exponent',
    'amount-negative',
    'amount-zero',
    'amount-plus-sign',
    'amount-trailing-zeros',
    'amount-bare-point',
    'precision-beyond-double',
  ],
  find({ amount, amountReading }, found) {
    if (amount.state !== 'value' || amountReading === null || amountReading.traits === PLAIN_AMOUNT) return
    const { traits, value } = amountReading
    const { field, param } = amount
    const evidence = valueSpans(amount)
    const text = quote(amountReading.text)
    const { details } = findingsWords()
    if (traits.exponent) {
      const detail = details.amountExponent(text, quote(value ?? ''))
      found.push(finding('amount-exponent', detail, { param, evidence }))
    }
    if (traits.negative) found.push(finding('amount-negative', details.amountNegative(text), { param, evidence }))
    if (traits.zero) found.push(finding('amount-zero', details.amountZero(text), { param, evidence }))
    if (traits.plusSign) {
      found.push(finding('amount-plus-sign', details.amountPlusSign(text), { param, evidence }))
    }
    if (traits.trailingZeros) {
      found.push(finding('amount-trailing-zeros', details.amountTrailingZeros(text), { param, evidence }))
    }
    if (traits.barePoint) {
      found.push(finding('amount-bare-point', details.amountBarePoint(text), { param, evidence }))
    }
    if (traits.beyondDouble) {
      const detail = details.precisionBeyondDouble(text)
      found.push(finding('precision-beyond-double', detail, { field, param, evidence }))
    }
  },
}
