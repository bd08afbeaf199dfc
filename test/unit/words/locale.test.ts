import { afterEach, describe, expect, it } from 'vitest'
import { learn } from '../../../src/words/learn.ts'
import { ENGLISH, setSpoken, speaking, spokenFor } from '../../../src/words/locale.ts'
import { counted, listed, number } from '../../../src/words/numbers.ts'
import { words } from '../../../src/words/words.ts'

await learn('de')

const GERMAN = { language: 'de', locale: 'de-DE' } as const

describe('The language that is spoken', () => {
  it.each([
    ['system', ['de-AT', 'en-GB'], 'de', 'de-AT'],
    ['system', ['fr-FR', 'en-GB', 'de'], 'en', 'en-GB'],
    ['system', ['fr-FR'], 'en', 'en-US'],
    ['system', [], 'en', 'en-US'],
    ['system', ['en-US-u-va-posix'], 'en', 'en-US'],
    ['system', ['de_DE.UTF-8'], 'en', 'en-US'],
    ['de', ['en-GB'], 'de', 'de-DE'],
    ['de', ['en-GB', 'de-CH'], 'de', 'de-CH'],
    ['en', ['de-DE'], 'en', 'en-US'],
  ] as const)('for the wish “%s” on a system that prefers %j is %s as in %s', (wish, preferred, language, locale) => {
    expect(spokenFor(wish, preferred)).toEqual({ language, locale })
  })

  it('is English until somebody says otherwise, and again after what was said in another', () => {
    expect(words().ui.close).toBe('Close')
    expect(speaking(GERMAN, () => words().ui.close)).toBe('Schließen')
    expect(words().ui.close).toBe('Close')
    const fails = (): never => {
      throw new Error('while speaking')
    }
    expect(() => speaking(GERMAN, fails)).toThrow('while speaking')
    expect(words().ui.close).toBe('Close')
  })
})

describe('Numbers in texts', () => {
  afterEach(() => setSpoken(ENGLISH))

  it.each([
    [ENGLISH, 1, '1 request'],
    [ENGLISH, 0, '0 requests'],
    [ENGLISH, 12_345, '12,345 requests'],
    [GERMAN, 12_345, '12.345 requests'],
  ] as const)('are written as in %j', (spoken, count, text) => {
    setSpoken(spoken)
    expect(counted(count, 'request', 'requests')).toBe(text)
    expect(text).toContain(number(count))
  })

  it('and lists are joined as the language does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
    setSpoken(GERMAN)
    expect(listed(['a', 'b', 'c'])).toBe('a, b und c')
  })
})
