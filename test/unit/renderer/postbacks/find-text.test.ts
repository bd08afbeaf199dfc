import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInPieces, nextMatch } from '../../../../src/renderer/features/postbacks/detail/find/find-text.ts'

/** What was found, as texts, with `|` between pieces. */
function found(pieces: readonly string[], wanted: string): string[] {
  return findInPieces(pieces, wanted).map(({ start, end }) =>
    pieces
      .slice(start.piece, end.piece + 1)
      .map((piece, at) => {
        const from = at === 0 ? start.offset : 0
        const to = at === end.piece - start.piece ? end.offset : piece.length
        return piece.slice(from, to)
      })
      .join('|'),
  )
}

describe('Words that are looked for', () => {
  it('are found wherever they stand, whatever their case', () => {
    expect(found(['User_ID=u_1&user_id=u_2'], 'user_id')).toEqual(['User_ID', 'user_id'])
    expect(found(['GET'], 'get')).toEqual(['GET'])
  })

  it('are found across pieces that are read as one text', () => {
    expect(found(['user_', 'id', '=u'], 'user_id=u')).toEqual(['user_|id|=u'])
    expect(found(['a', '\\u202e', 'b'], '\\u202e')).toEqual(['\\u202e'])
    expect(found(['', 'ab', ''], 'ab')).toEqual(['ab'])
  })

  it('are exactly these characters: nothing in them has a meaning of its own', () => {
    expect(found(['a.c abc a*c'], 'a.c')).toEqual(['a.c'])
    expect(found(['(x) [y] \\d'], '\\d')).toEqual(['\\d'])
    expect(found(['é e\u0301'], 'e')).toEqual(['e'])
  })

  it('do not overlap, and nothing is found of nothing', () => {
    expect(found(['aaaa'], 'aa')).toEqual(['aa', 'aa'])
    expect(found(['abc'], '')).toEqual([])
    expect(found([], 'a')).toEqual([])
  })

  it('stand at the right place also behind letters whose lower case is longer', () => {
    expect(found(['İİ needle'], 'NEEDLE')).toEqual(['needle'])
    expect(found(['İ'], 'İ')).toEqual(['İ'])
  })

  it('are themselves, whatever the text and however it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'İ', '\\', ' ', '\u{1f600}'), maxLength: 30 })
    const property = fc.property(fc.array(text, { maxLength: 5 }), text, (pieces, wanted) => {
      for (const match of found(pieces, wanted)) {
        expect(match.replaceAll('|', '').toLowerCase()).toBe(wanted.toLowerCase())
      }
      const whole = pieces.join('')
      if (wanted !== '' && whole.includes(wanted)) expect(found(pieces, wanted).length).toBeGreaterThan(0)
    })
    fc.assert(property, { numRuns: 2000 })
  })
})

describe('Moving from match to match', () => {
  it('goes round and round, both ways', () => {
    expect([nextMatch(0, 3, 1), nextMatch(2, 3, 1), nextMatch(0, 3, -1)]).toEqual([1, 0, 2])
    expect([nextMatch(-1, 3, 1), nextMatch(-1, 3, -1)]).toEqual([0, 2])
    expect(nextMatch(0, 0, 1)).toBe(-1)
  })
})
