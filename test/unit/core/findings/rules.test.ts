import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../../src/core/findings/codes.ts'
import { quote, quoteList } from '../../../../src/core/findings/quote.ts'
import { RULES } from '../../../../src/core/findings/rules.ts'

describe('the table of rules', () => {
  it('has exactly one rule for every code but possible-duplicate, which compares two postbacks', () => {
    const codes = RULES.flatMap((rule) => rule.codes)
    expect([...codes].sort()).toEqual(FINDING_CODES.filter((code) => code !== 'possible-duplicate').sort())
  })
})

describe('received text in a sentence', () => {
  it('is quoted, with what cannot be seen as escapes', () => {
    expect(quote('u_1001')).toBe('“u_1001”')
    expect(quote(' a\u202e\n')).toBe('“\\x20a\\u202e\\n”')
    expect(quote(' a b ')).toBe('“\\x20a b\\x20”')
    expect(quote('Ana Maria é')).toBe('“Ana Maria é”')
  })

  it('is at most 80 characters long', () => {
    expect(quote('x'.repeat(80)).length).toBe(82)
    expect(quote('x'.repeat(81))).toBe(`“${'x'.repeat(79)}…”`)
    expect(quote('\u0000'.repeat(50)).length).toBe(82)
  })

  it('is listed with the first five named', () => {
    expect(quoteList(['a'])).toBe('“a”')
    expect(quoteList(['a', 'b'])).toBe('“a” and “b”')
    expect(quoteList(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('“a”, “b”, “c”, “d”, “e” and 2 more')
  })
})
