import { PLAIN_VALUE } from '../value-traits.ts'
import { quote } from './quote.ts'
import { type Rule, reportTrait } from './rule.ts'

/** How a value was encoded on its way. */
export const encoding: Rule = {
  codes: ['double-encoded', 'percent-invalid', 'utf8-invalid', 'plus-as-space'],
  find({ fields }, found) {
    for (const reading of fields) {
      const { traits } = reading
      if (traits === PLAIN_VALUE) continue
      const text = (): string => quote(reading.text ?? '')
      const raw = (): string => quote(reading.value?.raw ?? '')
      reportTrait(
        found,
        'double-encoded',
        reading,
        traits.doubleEncoded,
        () => `is ${text()} after decoding once, still encoded`,
      )
      reportTrait(
        found,
        'percent-invalid',
        reading,
        traits.percentInvalid,
        () => `arrived as ${raw()}, with a “%” that is no escape`,
      )
      reportTrait(found, 'utf8-invalid', reading, traits.utf8Invalid, () => `arrived as ${raw()}, which is not UTF-8`)
      reportTrait(found, 'plus-as-space', reading, traits.plus, () => `arrived as ${raw()} and is read as ${text()}`)
    }
  },
}
