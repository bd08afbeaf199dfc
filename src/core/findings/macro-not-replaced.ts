import { findingsWords } from '../../words/of/findings.ts'
import { quote } from './quote.ts'
import { finding, type Rule, valueSpans } from './rule.ts'

/** A macro as the whole value says everything about it: no other rule looks at such a field. */
export const macroNotReplaced: Rule = {
  codes: ['macro-not-replaced'],
  find({ fields }, found) {
    for (const reading of fields) {
      const { macro, field, param } = reading
      if (macro === null) continue
      const detail = findingsWords().details.macroNotReplaced(quote(param), quote(macro))
      found.push(finding('macro-not-replaced', detail, { field, param, evidence: valueSpans(reading) }))
    }
  },
}
