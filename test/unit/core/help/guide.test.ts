import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../../src/core/findings/codes.ts'
import { findingPage } from '../../../../src/core/help/finding-pages.ts'
import { guide } from '../../../../src/core/help/guide/guide.ts'
import { GUIDE_PICTURES, type GuideBlock } from '../../../../src/core/help/guide/section.ts'
import { helpTextParts } from '../../../../src/core/help/help-text.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** The text of all sources below these folders, but for the help's own. */
function sourcesBelow(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((path) => !path.includes(join('core', 'help')) && !path.includes(join('words', 'en', 'help', '/')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

const blocks: readonly GuideBlock[] = guide().flatMap((section) => section.blocks)

function textsOf(block: GuideBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text]
    case 'steps':
    case 'points':
      return block.items
    case 'terms':
      return block.terms.map(({ meaning }) => meaning)
    case 'picture':
    case 'commands':
    case 'findings':
      return []
    default:
      return block satisfies never
  }
}

describe('the guide', () => {
  const source = sourcesBelow('src/renderer', 'src/core', 'src/words/en')
  const pages = FINDING_CODES.flatMap((code) => {
    const { what, why, matters, dashboard, backend } = findingPage(code)
    return [what, why, matters, ...dashboard, ...backend]
  })
  const onScreen = [...blocks.flatMap(textsOf), ...pages]
    .flatMap(helpTextParts)
    .filter(({ kind }) => kind === 'screen')
    .map(({ text }) => text)
  const terms = blocks.flatMap((block) =>
    block.kind === 'terms' ? block.terms.flatMap(({ term }) => term.split(', ')) : [],
  )

  it.each([...new Set([...onScreen, ...terms])])(
    'calls a thing on the screen what the screen calls it: %s',
    (words) => {
      expect(source).toContain(words)
    },
  )

  it('has sections whose names are no finding codes, each once', () => {
    const ids = guide().map(({ id }) => id as string)
    expect(new Set([...ids, 'guide', ...FINDING_CODES]).size).toBe(ids.length + 1 + FINDING_CODES.length)
  })

  it('shows every picture once', () => {
    const shown = blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []))
    expect([...shown].sort()).toEqual([...GUIDE_PICTURES].sort())
  })

  it('names only commands and options that docs/command-line.md has', () => {
    const known = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8')
    const lines = blocks.flatMap((block) => (block.kind === 'commands' ? block.lines : []))
    for (const line of lines) {
      const [program, command = '', ...rest] = line.split(' ')
      expect(program).toBe('adjump-inspector')
      expect(known).toMatch(new RegExp(`^(?:## ${command}$|.*\`${command} )`, 'm'))
      for (const option of rest.filter((word) => word.startsWith('--'))) expect(known).toContain(option)
    }
  })

  it('is made of full sentences', () => {
    for (const text of [...blocks.flatMap(textsOf), ...guide().map(({ summary }) => summary)]) {
      expect(text).toMatch(/^[A-Z“*].*[.?]$/s)
      expect(text).not.toMatch(/\bplease\b|!|\s{2}|"/i)
    }
  })
})
