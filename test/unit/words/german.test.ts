import { describe, expect, it } from 'vitest'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'

interface Pair {
  readonly place: string
  readonly english: unknown
  readonly german: unknown
}

/** Every text in both languages, by its place in the words. */
function pairs(english: object, german: object, path: readonly string[] = []): readonly Pair[] {
  return Object.entries(english).flatMap(([key, one]: [string, unknown]) => {
    const other: unknown = Reflect.get(german, key)
    const place = [...path, key]
    return typeof one === 'object' && one !== null && typeof other === 'object' && other !== null
      ? pairs(one, other, place)
      : [{ place: place.join('.'), english: one, german: other }]
  })
}

const ALL = pairs(en, de)
const TEXTS = ALL.flatMap(({ place, english, german }) =>
  typeof english === 'string' && typeof german === 'string' ? [{ place, english, german }] : [],
)

/** Words that German has taken over, or that are the same by chance; units and names. */
const SAME = new Set(
  (
    'Adjump Alt Body CSV Desktop Deutsch English Esc GET HAR Hex Inspector JSON localtunnel NDJSON Name ngrok note POST Pause ' +
    'pinned Port Postback Postbacks Probe Query Server Simulator Status System Tab Text Tunnel Version cURL min ms'
  ).split(' '),
)

describe('The German words', () => {
  it('are as many as the English, and take what those take', () => {
    expect(ALL.length).toBeGreaterThan(1_500)
    // Where English has null, the system's own words stand in its place.
    for (const { place, english, german } of ALL.filter((pair) => pair.english !== null)) {
      expect(typeof german, place).toBe(typeof english)
      if (typeof english === 'function' && typeof german === 'function') {
        expect(german.length, place).toBeLessThanOrEqual(english.length)
      }
    }
  })

  it('are other words than the English', () => {
    const left = TEXTS.filter(
      ({ english, german }) =>
        english === german && !(german.match(/\p{L}{3,}/gu) ?? []).every((word) => SAME.has(word)),
    )
    expect(left).toEqual([])
  })

  it('are quoted, spaced and ended as the English are', () => {
    const count = (text: string, sign: string) => text.split(sign).length - 1
    const end = (text: string) => /[.:…?]$/.exec(text)?.[0] ?? ''
    // The help has rules of its own: german-help.test.ts.
    for (const { place, english, german } of TEXTS.filter((pair) => !pair.place.startsWith('help.'))) {
      expect(german, place).not.toMatch(/(^|[\s(])[“"]\p{L}|[‘’]| {2}|\bbitte\b|undefined/u)
      expect(count(german, '„'), place).toBe(count(german, '“'))
      expect(end(german), place).toBe(end(english))
    }
  })
})
