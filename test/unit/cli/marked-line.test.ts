import { describe, expect, it } from 'vitest'
import { markedLines } from '../../../src/cli/marked-line.ts'

describe('a marked line', () => {
  it('has the marks under the place', () => {
    expect(markedLines('https://a/b?c', { start: 9, end: 11 })).toEqual(['https://a/b?c', '         ^^'])
  })

  it('marks at least one place, also at the end', () => {
    expect(markedLines('abc', { start: 3, end: 3 })).toEqual(['abc', '   ^'])
    expect(markedLines('', { start: 0, end: 0 })).toEqual(['', '^'])
  })

  it('marks a whole escape, and counts escapes before it', () => {
    expect(markedLines('a\u200bb\u202ec', { start: 3, end: 4 })).toEqual(['a\\u200bb\\u202ec', '        ^^^^^^'])
    expect(markedLines('\u{e0041}x', { start: 2, end: 3 })).toEqual(['\\u{e0041}x', '         ^'])
  })

  it('shows what is around the place in a long text', () => {
    const [line, marks] = markedLines(`${'a'.repeat(300)}!${'b'.repeat(300)}`, { start: 300, end: 301 })
    expect(line).toMatch(/^…a{30}!b{69}…$/)
    expect(line.indexOf('!')).toBe(marks.indexOf('^'))
  })

  it.each([
    ['at its right end', `${'𩩐'.repeat(100)}!${'𩩐'.repeat(100)}`],
    ['at its left end', `${'𩩐'.repeat(100)}a${'𩩐'.repeat(5)}!${'b'.repeat(300)}`],
    ['at both', `${'𩩐'.repeat(100)}a${'𩩐'.repeat(5)}!b${'𩩐'.repeat(100)}`],
  ])('shows no half of a character where a long text is cut within one: %s', (_where, text) => {
    const start = text.indexOf('!')
    const [line, marks] = markedLines(text, { start, end: start + 1 })
    expect(line).not.toMatch(/\p{Surrogate}/u)
    expect(line).toHaveLength(102)
    expect(line.indexOf('!')).toBe(marks.indexOf('^'))
  })
})
