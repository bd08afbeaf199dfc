import { findingsWords } from '../../words/of/findings.ts'
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
      const { details } = findingsWords()
      const text = (): string => quote(reading.text ?? '')
      reportTrait(found, 'edge-whitespace', reading, traits.edgeWhitespace, (param) =>
        details.edgeWhitespace(param, text()),
      )
      reportTrait(found, 'control-character', reading, traits.control, (param) =>
        details.controlCharacter(param, text()),
      )
      reportTrait(found, 'invisible-character', reading, traits.invisible, (param) =>
        details.invisibleCharacter(param, text()),
      )
      if (isExplained(context, reading)) continue
      reportTrait(found, 'inner-whitespace', reading, traits.innerWhitespace, (param) =>
        details.innerWhitespace(param, text()),
      )
      reportTrait(found, 'non-ascii', reading, traits.nonAscii, (param) => details.nonAscii(param, text()))
    }
  },
}

/** An amount without a value has its own error: its spaces and signs are that error's evidence. */
function isExplained({ amountReading }: RuleContext, { role }: FieldReading): boolean {
  return role === 'amount' && amountReading?.value === null
}
