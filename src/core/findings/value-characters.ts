import type { FieldReading } from '../fields.ts'
import { PLAIN_VALUE } from '../value-traits.ts'
import { quote } from './quote.ts'
import { type Rule, type RuleContext, reportTrait } from './rule.ts'

/** What a value is made of, where the eye or a strict reader stumbles. */
export const valueCharacters: Rule = {
  codes: ['edge-whitespace', 'control-character', 'invisible-character', 'inner-whitespace', 'non-ascii'],
  find(context, found) {
    for (const reading of context.fields) {
      const { traits } = reading
      if (traits === PLAIN_VALUE) continue
      const text = (): string => quote(reading.text ?? '')
      reportTrait(
        found,
        'edge-whitespace',
        reading,
        traits.edgeWhitespace,
        () => `is ${text()}, with whitespace at its edge`,
      )
      reportTrait(
        found,
        'control-character',
        reading,
        traits.control,
        () => `is ${text()}, with a control character in it`,
      )
      reportTrait(
        found,
        'invisible-character',
        reading,
        traits.invisible,
        () => `is ${text()}, with an invisible character in it`,
      )
      if (isExplained(context, reading)) continue
      reportTrait(
        found,
        'inner-whitespace',
        reading,
        traits.innerWhitespace,
        () => `is ${text()}, with whitespace inside`,
      )
      reportTrait(found, 'non-ascii', reading, traits.nonAscii, () => `is ${text()}, with characters beyond ASCII`)
    }
  },
}

/** An amount without a value has its own error: its spaces and signs are that error's evidence. */
function isExplained({ amountReading }: RuleContext, { role }: FieldReading): boolean {
  return role === 'amount' && amountReading?.value === null
}
