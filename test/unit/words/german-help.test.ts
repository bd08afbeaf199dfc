import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../src/core/findings/codes.ts'
import { findingGroups, findingPage } from '../../../src/core/help/finding-pages.ts'
import { guide } from '../../../src/core/help/guide/guide.ts'
import { helpTextParts, plainHelpText } from '../../../src/core/help/help-text.ts'
import { searchHelp } from '../../../src/core/help/search.ts'
import { help as german } from '../../../src/words/de/help.ts'
import { help as english } from '../../../src/words/en/help.ts'
import { learn } from '../../../src/words/learn.ts'
import { speaking } from '../../../src/words/locale.ts'

await learn('de')

const ROOT = join(import.meta.dirname, '../../..')

const inGerman = <T>(make: () => T): T => speaking({ language: 'de', locale: 'de-DE' }, make)

/** Every text below, by its place; those that have something put into them are left out. */
function texts(value: unknown, place = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[place, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...texts(inner, `${place}.${key}`)]))
}

const ALL_ENGLISH = texts(english)
const ALL_GERMAN = texts(german)
const PROSE = [...texts(german.pages), ...texts(german.guide)].filter(([place]) => !isTitle(place))
const TITLES = [...texts(german.pages), ...texts(german.guide)].filter(([place]) => isTitle(place))

/** Of a page or section, a word that is explained, or what a picture shows: no sentence, and nothing marked in it. */
function isTitle(place: string): boolean {
  return /\.(?:title|term|\w*[pP]icture)$/.test(place)
}

/** The stretches of one kind, in the order of the alphabet: another language may have another order. */
function marked(text: string, kind: 'code' | 'screen'): readonly string[] {
  return helpTextParts(text)
    .filter((part) => part.kind === kind)
    .map((part) => part.text)
    .sort()
}

/** All sources of what stands on the screen, but for the pages and the guide themselves. */
function onScreen(): string {
  return ['src/renderer', 'src/core', 'src/words/de']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((path) => !path.includes(join('words', 'de', 'help', '/')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

describe('the German help', () => {
  it('says everything that the English one says, in as many points', () => {
    expect([...ALL_GERMAN.keys()]).toEqual([...ALL_ENGLISH.keys()])
  })

  it.each([...ALL_GERMAN])('has the code of the English text, and as many words on the screen: %s', (place, text) => {
    const original = ALL_ENGLISH.get(place) ?? ''
    expect(marked(text, 'code')).toEqual(marked(original, 'code'))
    expect(marked(text, 'screen')).toHaveLength(marked(original, 'screen').length)
    expect(
      helpTextParts(text)
        .filter(({ kind }) => kind === 'prose')
        .map((part) => part.text)
        .join(''),
    ).not.toMatch(/[`*]/)
  })

  it.each(PROSE)('is made of full sentences: %s', (_place, text) => {
    expect(text).toMatch(/^[A-ZÄÖÜ0-9„`*].*[.?]$/s)
  })

  it.each(TITLES)('has titles without a full stop and without signs: %s', (_place, text) => {
    expect(text).toMatch(/^[A-ZÄÖÜ„].*[^.]$/)
    expect(text).not.toMatch(/[`*]/)
  })

  it.each([...ALL_GERMAN])('is plain, with German quotes: %s', (_place, text) => {
    expect(text).not.toMatch(/\bbitte\b|!|\s{2}|["”’]/i)
    expect([...text.replaceAll(/`[^`]+`/g, '').matchAll(/[„“]/g)].join('')).toMatch(/^(?:„“)*$/)
  })

  it('is not English, but for what is called so in both languages', () => {
    const alike = [...ALL_GERMAN].filter(([place, text]) => ALL_ENGLISH.get(place) === text).map(([, text]) => text)
    expect(alike.sort()).toEqual(['CSV', 'HAR', 'NDJSON, JSON', 'Postback', 'Probe'])
  })

  it('has titles of their own, so that no two read alike', () => {
    const titles = FINDING_CODES.map((code) => german.pages[code].title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it.each(PROSE)('promises nothing that Adjump does not document: %s', (_place, text) => {
    expect(text).not.toMatch(/(?<!Ob )Adjump (?:sendet|kodiert|wiederholt|signiert|wartet|erwartet|folgt)\b/)
    expect(text).not.toMatch(/Signatur|Testmodus|(?<!mögliche[ns]? )Duplikate? (?:von|des|der)\b/)
  })

  const screen = onScreen()
  const terms = [...texts(german.guide)].filter(([place]) => place.endsWith('.term')).map(([, term]) => term)
  const named = PROSE.flatMap(([, text]) => marked(text, 'screen'))
  it.each([...new Set([...named, ...terms.flatMap((term) => term.split(', '))])])(
    'calls a thing on the screen what the screen calls it: %s',
    (words) => {
      expect(screen).toContain(words)
    },
  )
})

describe('what is made of the help in German', () => {
  it('has the same examples under German words', () => {
    for (const code of FINDING_CODES) {
      const page = inGerman(() => findingPage(code))
      expect(page.title).toBe(german.pages[code].title)
      expect(page.example).toEqual(findingPage(code).example)
    }
    expect(inGerman(findingGroups).map(({ codes }) => codes)).toEqual(findingGroups().map(({ codes }) => codes))
    expect(inGerman(guide).map(({ id }) => id)).toEqual(guide().map(({ id }) => id))
    expect(inGerman(guide)[0]?.title).toBe(german.guide.firstPostback.title)
  })

  it('is quoted as German is', () => {
    expect(inGerman(() => plainHelpText('Klicken Sie auf **Stellen** für `u_1`.'))).toBe(
      'Klicken Sie auf „Stellen“ für „u_1“.',
    )
  })

  it('is searched in the language that is spoken now', () => {
    const codes = (typed: string): readonly string[] => searchHelp(typed).groups.flatMap(({ codes }) => codes)
    expect(codes('steuerzeichen')).toEqual([])
    expect(inGerman(() => codes('steuerzeichen'))).toContain('control-character')
    expect(codes('control character')).toContain('control-character')
    expect(inGerman(() => codes('parseFloat dezimalkomma'))).toEqual(['amount-decimal-comma'])
    expect(inGerman(() => searchHelp('guthaben szenarien')).guide.map(({ id }) => id)).toEqual(['conformance'])
  })
})
