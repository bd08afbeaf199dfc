import { describe, expect, it } from 'vitest'
import { editDistance, nearestWord } from '../../../src/core/nearest.ts'

describe('how far two words are apart', () => {
  it.each([
    ['user', 'user', 0],
    ['usr', 'user', 1],
    ['uesr', 'user', 1],
    ['userid', 'user_id', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
  ])('%s and %s: %i', (from, to, distance) => {
    expect(editDistance(from, to, 5)).toBe(distance)
    expect(editDistance(to, from, 5)).toBe(distance)
  })

  it('is only told up to the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3)
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3)
  })
})

describe('the word that was meant', () => {
  const known = ['macro-not-replaced', 'param-missing', 'path-differs', 'extra-params']

  it('is one that begins so, one with a slip, or one that holds it', () => {
    expect(nearestWord('Macro', known)).toBe('macro-not-replaced')
    expect(nearestWord('parma-missing', known)).toBe('param-missing')
    expect(nearestWord('differs', known)).toBe('path-differs')
  })

  it('is not guessed where nothing is near', () => {
    expect(nearestWord('zzz', known)).toBeNull()
    expect(nearestWord('', known)).toBeNull()
    expect(nearestWord('x'.repeat(10_000), known)).toBeNull()
  })
})
