import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Reading } from '../../../src/core/postback.ts'
import { extrasFromText, extrasToText, isSameExtras } from '../../../src/services/store/extras-text.ts'
import { findingsFromText, findingsToText, isSameFindings } from '../../../src/services/store/findings-text.ts'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('offer', 'tx', '\ud800', ''))
const extras: fc.Arbitrary<Reading['extras']> = fc.array(
  fc.record({ field: text, param: text, value: fc.option(text, { nil: null }) }),
  { maxLength: 4 },
)
const findings: fc.Arbitrary<readonly Finding[]> = fc.array(
  fc.record({
    code: fc.constantFrom('param-missing', 'extra-params'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    field: fc.option(text, { nil: null }),
    param: fc.option(text, { nil: null }),
    detail: text,
    evidence: fc.array(fc.record({ start: fc.nat(), end: fc.nat() }), { maxLength: 3 }),
    related: fc.option(fc.nat(), { nil: null }),
  }),
  { maxLength: 4 },
)

describe('A reading’s lists in their columns', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(extras, findings, (some, others) => {
        expect(extrasFromText(extrasToText(some))).toEqual(some)
        expect(findingsFromText(findingsToText(others))).toEqual(others)
      }),
    )
  })

  it('are read as older versions wrote them, and are the same in either form', () => {
    fc.assert(
      fc.property(extras, findings, (some, others) => {
        const [oldExtras, oldFindings] = [JSON.stringify(some), JSON.stringify(others)]
        expect(extrasFromText(oldExtras)).toEqual(some)
        expect(findingsFromText(oldFindings)).toEqual(others)
        if (some.length > 0) expect(isSameExtras(oldExtras, extrasToText(some))).toBe(true)
        if (others.length > 0) expect(isSameFindings(oldFindings, findingsToText(others))).toBe(true)
        expect(isSameExtras(oldExtras, extrasToText([...some, { field: 'x', param: 'y', value: null }]))).toBe(false)
      }),
    )
  })
})
