import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headerSetToken } from '../../../../src/services/store/search-index/header-set-token.ts'
import { TrigramText } from '../../../../src/services/store/search-index/trigram-text.ts'

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '1', '\n', '\u007f'), maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('/hitpoint?user_id=', '&reward_amount=', 'x'.repeat(50)),
)

describe('A text of trigrams', () => {
  it('has every three characters of its parts, whatever came before', () => {
    const text = new TrigramText()
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (parts) => {
        text.begin()
        for (const part of parts) text.add(part)
        for (const part of parts) {
          const characters = Array.from(part)
          for (let at = 0; at + 3 <= characters.length; at += 1) {
            expect(text.text).toContain(characters.slice(at, at + 3).join(''))
          }
        }
      }),
    )
  })

  it('has what is said again once', () => {
    const text = new TrigramText()
    text.begin()
    for (let time = 0; time < 8; time += 1) text.add('/hitpoint?user_id=someone&reward_amount=50')
    expect(text.text).toBe('/hitpoint?user_id=someone&reward_amount=50')
  })

  it('is not mixed up with those long before it', () => {
    const text = new TrigramText()
    for (let time = 0; time < 2 ** 16 + 2; time += 1) {
      text.begin()
      if (time === 0 || time >= 2 ** 16 - 1) text.add('abc')
    }
    expect(text.text).toBe('abc')
  })
})

describe("A header set's token", () => {
  it('is three characters, and another one for each set', () => {
    const ids = [0, 1, 2, 4095, 4096, 4097, 2 ** 24, 2 ** 24 + 1]
    const tokens = ids.map(headerSetToken)
    expect(new Set(tokens).size).toBe(ids.length)
    for (const token of tokens) expect(Array.from(token)).toHaveLength(3)
  })
})
