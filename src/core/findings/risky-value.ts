import { findingsWords } from '../../words/of/findings.ts'
import { trimSpace } from '../characters.ts'
import type { FieldReading } from '../fields.ts'
import { quote } from './quote.ts'
import { finding, type Rule, type RuleContext, valueSpans } from './rule.ts'
import { isPlaceholder } from './user-id-placeholder.ts'

const TAG = /<[a-z/!?]/i
const SCRIPT_URL = /^javascript:/i
/** What spreadsheets take for a formula (OWASP, CSV Injection), behind any whitespace. */
const FORMULA_STARTS = '=+-@'
/** A signed number or telephone number is none. */
const NUMBER = /^[+-]\d[\d.]*(?:e[+-]?\d+)?$|^[+-]?\.\d+$/i

/** Harmless here, where it is only ever text; not everywhere it may go next. */
export const riskyValue: Rule = {
  codes: ['markup-in-value', 'formula-in-value'],
  find(context, found) {
    for (const reading of context.fields) {
      const { state, text, field, param } = reading
      if (state !== 'value' || text === null || isExplained(context, reading)) continue
      const parts = { field, param, evidence: valueSpans(reading) }
      if (isMarkup(text)) {
        const detail = findingsWords().details.markupInValue(quote(param), quote(text))
        found.push(finding('markup-in-value', detail, parts))
      }
      if (isFormula(text)) {
        const detail = findingsWords().details.formulaInValue(quote(param), quote(text))
        found.push(finding('formula-in-value', detail, parts))
      }
    }
  },
}

/** Another finding already says what this value is. */
function isExplained({ amountReading }: RuleContext, { role, text }: FieldReading): boolean {
  if (role === 'amount') return amountReading?.value === null
  return role === 'user' && text !== null && isPlaceholder(text)
}

function isMarkup(text: string): boolean {
  return (text.includes('<') && TAG.test(text)) || (text.includes(':') && SCRIPT_URL.test(trimSpace(text)))
}

function isFormula(text: string): boolean {
  const first = text.charCodeAt(0)
  // Letters and digits, first of nearly every value, begin no formula.
  if (first >= 0x41 || (first >= 0x30 && first <= 0x39)) {
    if (first !== 0x40 && first < 0xa0) return false
  }
  const trimmed = trimSpace(text)
  return trimmed !== '' && FORMULA_STARTS.includes(trimmed.charAt(0)) && !NUMBER.test(trimmed)
}
