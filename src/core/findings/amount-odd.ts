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
    if (traits.exponent) {
      const meant = quote(value ?? '')
      found.push(
        finding('amount-exponent', `The amount ${text} has an exponent; it means ${meant}.`, { param, evidence }),
      )
    }
    if (traits.negative) found.push(finding('amount-negative', `The amount ${text} is negative.`, { param, evidence }))
    if (traits.zero) found.push(finding('amount-zero', `The amount ${text} is zero.`, { param, evidence }))
    if (traits.plusSign) {
      found.push(finding('amount-plus-sign', `The amount ${text} begins with a plus sign.`, { param, evidence }))
    }
    if (traits.trailingZeros) {
      found.push(
        finding('amount-trailing-zeros', `The amount ${text} ends in zeros behind its point.`, { param, evidence }),
      )
    }
    if (traits.barePoint) {
      found.push(
        finding('amount-bare-point', `The amount ${text} has no digit on one side of its point.`, { param, evidence }),
      )
    }
    if (traits.beyondDouble) {
      const detail = `The amount ${text} would change in a floating-point number.`
      found.push(finding('precision-beyond-double', detail, { field, param, evidence }))
    }
  },
}
