import { findingsWords } from '../../words/of/findings.ts'
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
      const { details } = findingsWords()
      const text = (): string => quote(reading.text ?? '')
      const raw = (): string => quote(reading.value?.raw ?? '')
      reportTrait(found, 'double-encoded', reading, traits.doubleEncoded, (param) =>
        details.doubleEncoded(param, text()),
      )
      reportTrait(found, 'percent-invalid', reading, traits.percentInvalid, (param) =>
        details.percentInvalid(param, raw()),
      )
      reportTrait(found, 'utf8-invalid', reading, traits.utf8Invalid, (param) => details.utf8Invalid(param, raw()))
      reportTrait(found, 'plus-as-space', reading, traits.plus, (param) => details.plusAsSpace(param, raw(), text()))
    }
  },
}
