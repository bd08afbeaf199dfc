import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleSegments, visibleText } from '../../../src/core/visible.ts'

/** What an escape stands for; the opposite of what is tested. */
function undo(escape: string): string {
  const short: Record<string, string> = { '\\t': '\t', '\\n': '\n', '\\r': '\r' }
  const known = short[escape]
  if (known !== undefined) return known
  const hex = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]+)\})$/.exec(escape)
  if (!hex) throw new Error(`not an escape: ${escape}`)
  return String.fromCodePoint(Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16))
}

function original(text: string): string {
  return visibleSegments(text)
    .map((segment) => (segment.escaped ? undo(segment.text) : segment.text))
    .join('')
}

describe('a text with nothing invisible in it', () => {
  it.each([
    '',
    'u_1001',
    'Zoë Müller',
    'a b  c',
    '50.00',
    '\\u200b is text here',
    '<b>&amp;',
    '日本語',
    'שלום',
    '👍🏽',
    '❤️',
    '👨‍👩‍👧',
    '7️⃣',
    '葛󠄀',
    'e\u0301',
    'שָׁ֑לוֹם',
    'ที่นี่',
    'ক্ষ্ম্য',
  ])('stays as it is: %j', (text) => {
    expect(visibleSegments(text)).toEqual(text === '' ? [] : [{ text, escaped: false }])
  })
})

describe('what cannot be seen', () => {
  it.each([
    ['u\u200b1', 'u\\u200b1'],
    ['\ufeffu1', '\\ufeffu1'],
    ['a\tb\nc\rd', 'a\\tb\\nc\\rd'],
    ['a\0b\x1b[31m\x7f\x85', 'a\\u0000b\\u001b[31m\\u007f\\u0085'],
    ['a\u00a0b\u3000c\u2028d', 'a\\u00a0b\\u3000c\\u2028d'],
    ['evil\u202egnp.exe\u2066', 'evil\\u202egnp.exe\\u2066'],
    ['soft\u00adhyphen', 'soft\\u00adhyphen'],
    ['x\u{e0061}\u{e007f}', 'x\\u{e0061}\\u{e007f}'],
    ['\ufe0f5\ufe0f', '\\ufe0f5\\ufe0f'],
    ['a\u{e0100}', 'a\\u{e0100}'],
    ['a\u200db', 'a\\u200db'],
    ['\ufff9a', '\\ufff9a'],
    ['👍\u200d', '👍\\u200d'],
    ['\u3164\u115f\u034f', '\\u3164\\u115f\\u034f'],
    ['\ud800a\udc00', '\\ud800a\\udc00'],
    ['  a b ', '\\x20\\x20a b\\x20'],
    ['   ', '\\x20\\x20\\x20'],
    ['\t a', '\\t a'],
    ['\u0301a', '\\u0301a'],
    [' \u0301a', '\\x20\\u0301a'],
    ['a\u200b\u0301', 'a\\u200b\\u0301'],
    ['a\u2800b', 'a\\u2800b'],
    [`a${'\u0301'.repeat(8)}b`, `a${'\u0301'.repeat(6)}\\u0301\\u0301b`],
  ])('is an escape: %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
    expect(original(text)).toBe(text)
  })

  it('is one segment a character, so that each can be pointed at', () => {
    expect(visibleSegments('a\u200b\u200bb')).toEqual([
      { text: 'a', escaped: false },
      { text: '\\u200b', escaped: true },
      { text: '\\u200b', escaped: true },
      { text: 'b', escaped: false },
    ])
  })

  it('is found in one pass, however long a run of spaces a stranger sends', () => {
    const text = `a${' '.repeat(1_000_000)}b`
    const segments = visibleSegments(text)
    expect(segments.length).toBe(1)
    expect(segments[0]?.text === text).toBe(true)
  })

  it('never gets lost: with the escapes undone it is the same text', () => {
    const odd = fc.constantFrom(
      ' ',
      '\t',
      '\u200b',
      '\u200d',
      '\ufe0f',
      '\ufeff',
      '\u00a0',
      '👍',
      '❤',
      '🏽',
      '葛',
      '\u{e0100}',
      '\ud800',
      '\udfff',
      '\\',
      '7',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(odd, { maxLength: 20 }).map((parts) => parts.join('')),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    )
    const property = fc.property(text, (typed) => {
      expect(original(typed)).toBe(typed)
      for (const { text: shown, escaped } of visibleSegments(typed)) {
        if (escaped) expect(shown).toMatch(/^[\x21-\x7e]+$/)
        else expect(shown).not.toMatch(/[\p{Cc}\u200b\u202e\u00ad\ufeff]|\p{Surrogate}/u)
      }
    })
    fc.assert(property, { numRuns: 3000 })
  })
})
