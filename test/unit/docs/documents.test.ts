import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DOCUMENTS } from '../../../scripts/docs/documents.ts'
import { escaped } from '../../../scripts/docs/markdown.ts'
import { PICTURES } from '../../support/pictures/pictures.ts'

const ROOT = join(import.meta.dirname, '../../..')
const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))

/** Files that a document shows or leads to, from the repository's root; other sites and places within it left out. */
function linksOf(document: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8').replaceAll(/^```[^]*?^```/gm, '')
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(document), target))
}

describe('documents that are made', () => {
  it.each(DOCUMENTS)('are as their source says: $file (else run “npm run docs”)', ({ file, make }) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(make())
  })

  it('show text as it is, whatever Markdown makes of its signs', () => {
    expect(escaped('a_b _c_ <i> & &amp; [x] *y* \\u200b')).toBe(
      'a_b \\_c\\_ \\<i\\> & \\&amp; \\[x\\] \\*y\\* \\\\u200b',
    )
  })
})

describe('the documents', () => {
  const all = ['README.md', 'SECURITY.md', ...DOCS.map((name) => `docs/${name}`)]

  it.each(all)('lead only to files that are there: %s', (document) => {
    expect(linksOf(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('show exactly the pictures that the script makes (“npm run docs:pictures”)', () => {
    const shown = new Set(all.flatMap(linksOf).filter((path) => path.endsWith('.png')))
    const made = PICTURES.map(({ file }) => file)
    const kept = ['docs/pictures', 'resources/screenshots'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.png'))
        .map((name) => `${folder}/${name}`),
    )
    expect([...made].sort()).toEqual([...kept].sort())
    expect(made).toEqual(expect.arrayContaining([...shown]))
    expect(made.filter((file) => file.startsWith('docs/')).sort()).toEqual(
      [...shown].filter((file) => file.startsWith('docs/')).sort(),
    )
  })

  it('have pictures that weigh little', () => {
    for (const { file } of PICTURES) expect(readFileSync(join(ROOT, file)).length, file).toBeLessThan(300_000)
  })
})
