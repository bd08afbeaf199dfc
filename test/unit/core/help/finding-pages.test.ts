import { describe, expect, it } from 'vitest'
import { FINDING_CODES, type FindingCode } from '../../../../src/core/findings/codes.ts'
import type { HelpExample } from '../../../../src/core/help/finding-page.ts'
import { findCode, findingGroups, findingPage } from '../../../../src/core/help/finding-pages.ts'
import { readExample } from '../../../../src/core/help/read-example.ts'

/** Everything of the request that is no part of its target. */
function besideTarget({ method = 'GET', headers = [], body = '' }: HelpExample): string {
  return [method, ...headers.flat(), body].join('\n')
}

const proseOf = (code: FindingCode): readonly string[] => {
  const { what, why, matters, dashboard, backend, note } = findingPage(code)
  return [what, why, matters, ...dashboard, ...backend, note]
}

describe('the pages of the finding codes', () => {
  it('are in the groups once each, and all of them', () => {
    const grouped = findingGroups().flatMap(({ codes }) => codes)
    expect([...grouped].sort()).toEqual([...FINDING_CODES].sort())
  })

  it.each(FINDING_CODES)('show a request that really has the finding: %s', (code) => {
    const { reading, finding } = readExample(code, findingPage(code).example)
    expect(reading.kind).toBe('postback')
    expect(finding?.code).toBe(code)
  })

  it.each(FINDING_CODES)('name the bad part that the reading marks: %s', (code) => {
    const { example } = findingPage(code)
    const { finding } = readExample(code, example)
    const marked = finding?.evidence.map(({ start, end }) => example.target.slice(start, end)) ?? []
    if (marked.length > 0) expect(example.bad).toEqual(marked)
    else for (const bad of example.bad) expect(besideTarget(example)).toContain(bad)
  })

  it.each(FINDING_CODES)('show the same put right, which passes: %s', (code) => {
    const { example } = findingPage(code)
    const { reading, finding } = readExample(code, example, 'right')
    expect(finding).toBeNull()
    expect(reading.verdict).toBe('pass')
  })

  it.each(FINDING_CODES)('lead on to other codes, to each that the example has as well: %s', (code) => {
    const { example, related } = findingPage(code)
    expect(related.length).toBeGreaterThan(0)
    expect(new Set(related).size).toBe(related.length)
    expect(related).not.toContain(code)
    expect(related).toEqual(expect.arrayContaining([...readExample(code, example).others]))
  })

  it.each(FINDING_CODES)('are plain full sentences: %s', (code) => {
    for (const text of proseOf(code)) {
      expect(text).toMatch(/^[A-Z0-9“`].*\.$/s)
      expect(text).not.toMatch(/\bplease\b|!|\s{2}|"/i)
      expect(text.replaceAll(/`[^`]+`/g, '').match(/`|\*/g) ?? []).toHaveLength(starsIn(text))
    }
    expect(findingPage(code).title).toMatch(/^[A-Z“].*[^.]$/)
    expect(findingPage(code).title).not.toMatch(/[`*]/)
    const { dashboard, backend } = findingPage(code)
    expect(dashboard.length + backend.length).toBeGreaterThan(0)
  })

  it('have titles of their own, so that no two read alike', () => {
    expect(new Set(FINDING_CODES.map((code) => findingPage(code).title)).size).toBe(FINDING_CODES.length)
  })

  it.each(FINDING_CODES)('promise nothing that Adjump does not document: %s', (code) => {
    for (const text of proseOf(code)) {
      expect(text).not.toMatch(/signature|will retry|retries|test mode|(?<!possible )duplicates? of/i)
      expect(text).not.toMatch(/(?<!Whether )Adjump (?:sends|encodes|retries|signs|waits|expects|follows)/)
    }
  })

  it('are found by a code in another case or with other separators', () => {
    expect(findCode(' Macro_Not_Replaced ')).toBe('macro-not-replaced')
    expect(findCode('param missing')).toBe('param-missing')
    expect(findCode('toString')).toBeNull()
    expect(findCode('')).toBeNull()
  })
})

/** Words on the screen stand between two pairs of stars. */
function starsIn(text: string): number {
  return (text.match(/\*\*[^*]+\*\*/g) ?? []).length * 4
}
