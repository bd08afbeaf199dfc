import type { FieldReading } from '../fields.ts'
import type { Finding, Span } from '../postback.ts'
import { PLAIN_VALUE } from '../value-traits.ts'
import type { FindingCode } from './codes.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

/** How a value was encoded on its way. */
export const encoding: Rule = {
  codes: ['double-encoded', 'percent-invalid', 'utf8-invalid', 'plus-as-space'],
  find({ fields }, found) {
    for (const reading of fields) {
      const { traits } = reading
      if (traits === PLAIN_VALUE) continue
      const text = quote(reading.text ?? '')
      const raw = quote(reading.value?.raw ?? '')
      report(found, 'double-encoded', reading, traits.doubleEncoded, `is ${text} after decoding once, still encoded`)
      report(
        found,
        'percent-invalid',
        reading,
        traits.percentInvalid,
        `arrived as ${raw}, with a “%” that is no escape`,
      )
      report(found, 'utf8-invalid', reading, traits.utf8Invalid, `arrived as ${raw}, which is not UTF-8`)
      report(found, 'plus-as-space', reading, traits.plus, `arrived as ${raw} and is read as ${text}`)
    }
  },
}

function report(
  found: Finding[],
  code: FindingCode,
  { field, param }: FieldReading,
  evidence: readonly Span[],
  predicate: string,
): void {
  if (evidence.length > 0) found.push(finding(code, `${quote(param)} ${predicate}.`, { field, param, evidence }))
}
