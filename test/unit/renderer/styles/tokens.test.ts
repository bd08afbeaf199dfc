import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../../../src/core/postback.ts'
import { VerdictMark } from '../../../../src/renderer/ui/verdict-mark.tsx'
import { contrast, readHex, seenApart, VISIONS } from '../../../support/colours.ts'

const FILE = join(import.meta.dirname, '../../../../src/renderer/styles/tokens.css')
const THEMES = ['light', 'dark'] as const

const SURFACES = ['canvas', 'panel', 'raised', 'sunken', 'hover', 'selected']
const SOFT = ['pass-soft', 'warn-soft', 'fail-soft', 'info-soft', 'accent-soft']
const VERDICTS: readonly Verdict[] = ['pass', 'warn', 'fail']

/** Words, and what they stand on. AA: 4.5, whatever their size. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ink: [...SURFACES, ...SOFT],
  muted: [...SURFACES, ...SOFT],
  faint: SURFACES,
  accent: ['canvas', 'panel', 'raised', 'sunken', 'hover', 'selected', 'accent-soft'],
  pass: [...SURFACES, 'pass-soft'],
  warn: [...SURFACES, 'warn-soft'],
  fail: [...SURFACES, 'fail-soft'],
  info: [...SURFACES, 'info-soft'],
  'on-accent': ['accent-solid', 'accent-solid-hover', 'fail-solid'],
}
/** What says something without words: borders of fields, the ring of the focus, marks, bars. AA: 3. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  field: ['panel', 'raised', 'canvas'],
  'line-strong': ['panel', 'canvas', 'outage'],
  accent: [...SURFACES, ...SOFT],
  'accent-solid': ['panel'],
  'mark-red': ['panel', 'hover', 'selected'],
  'mark-amber': ['panel', 'hover', 'selected'],
  'mark-green': ['panel', 'hover', 'selected'],
  'mark-blue': ['panel', 'hover', 'selected'],
  'mark-violet': ['panel', 'hover', 'selected'],
}

/** The tokens of a theme that are colours, by name. */
function tokensOf(theme: (typeof THEMES)[number]): ReadonlyMap<string, string> {
  const css = readFileSync(FILE, 'utf8')
  const [, block = ''] = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css) ?? []
  return new Map([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]))
}

describe.each(THEMES)('in the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const colour = (name: string) => {
    const hex = tokens.get(name)
    if (hex === undefined) throw new Error(`There is no colour --${name} in the ${theme} theme.`)
    return readHex(hex)
  }
  const below = (pairs: Readonly<Record<string, readonly string[]>>, least: number): readonly string[] =>
    Object.entries(pairs).flatMap(([front, backs]) =>
      backs
        .map((back) => ({ back, ratio: contrast(colour(front), colour(back)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`),
    )

  test('words stand out from what they are on', () => {
    expect(below(WORDS, 4.5)).toEqual([])
  })

  test('shapes stand out from what they are on', () => {
    expect(below(SHAPES, 3)).toEqual([])
  })

  test.each(VISIONS)('the verdicts’ colours are told apart by eyes with %s colour vision', (vision) => {
    const pairs = [
      ['pass', 'warn'],
      ['warn', 'fail'],
      ['pass', 'fail'],
    ] as const
    for (const [one, other] of pairs) {
      expect(seenApart(colour(one), colour(other), vision), `${one} and ${other}`).toBeGreaterThan(10)
    }
  })
})

test('a verdict has a shape of its own and a word, whatever its colour', () => {
  const drawn = VERDICTS.map((verdict) => renderToStaticMarkup(createElement(VerdictMark, { verdict })))
  const shapes = drawn.map((svg) => svg.replaceAll(/class="[^"]*"|aria-label="[^"]*"/g, ''))
  expect(new Set(shapes).size).toBe(VERDICTS.length)
  expect(drawn.map((svg) => /aria-label="([^"]*)"/.exec(svg)?.[1])).toEqual(['Pass', 'Warning', 'Fail'])
})
