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
        expect(extrasFromText(extrasToText(some, null), null)).toEqual(some)
        expect(findingsFromText(findingsToText(others))).toEqual(others)
      }),
    )
  })

  it('leave out what stands in the target, and come back as they were', () => {
    fc.assert(
      fc.property(extras, fc.string({ unit: 'binary' }), fc.boolean(), (some, between, same) => {
        const target = some.map(({ value }) => value ?? '').join(between)
        const named = some.map((extra) => (same ? { ...extra, param: extra.field } : extra))
        const stored = extrasToText(named, target)
        expect(extrasFromText(stored, target)).toEqual(named)
        expect(isSameExtras(extrasToText(named, null), stored, target)).toBe(true)
      }),
    )
    const long = { field: 'tx', param: 't', value: '8c1f0a9d77' }
    expect(extrasToText([long], '/hitpoint?t=8c1f0a9d77')).toBe('tx,t,12,10')
    expect(extrasToText([{ ...long, field: 't' }], '/hitpoint?t=8c1f0a9d77')).toBe('t,12,10')
    expect(extrasToText([long], '/hitpoint?t=8c1f%30a9d77')).toBe('[["tx","t","8c1f0a9d77"]]')
  })

  it('are read as older versions wrote them, and are the same in either form', () => {
    fc.assert(
      fc.property(extras, findings, (some, others) => {
        const [oldExtras, oldFindings] = [JSON.stringify(some), JSON.stringify(others)]
        expect(extrasFromText(oldExtras, null)).toEqual(some)
        expect(findingsFromText(oldFindings)).toEqual(others)
        if (some.length > 0) expect(isSameExtras(oldExtras, extrasToText(some, null), null)).toBe(true)
        if (others.length > 0) expect(isSameFindings(oldFindings, findingsToText(others))).toBe(true)
        const more = [...some, { field: 'x', param: 'y', value: null }]
        expect(isSameExtras(oldExtras, extrasToText(more, null), null)).toBe(false)
      }),
    )
  })
})
