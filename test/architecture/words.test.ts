import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Place {
  readonly at: string
  readonly text: string
}

function sourcesOf(...patterns: readonly string[]): readonly ts.SourceFile[] {
  return globSync([...patterns], { cwd: root })
    .filter((path) => !path.endsWith('.d.ts'))
    .toSorted()
    .map((path) => ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true))
}

function find(source: ts.SourceFile, pick: (node: ts.Node) => string | null): readonly Place[] {
  const found: Place[] = []
  const visit = (node: ts.Node): void => {
    const text = pick(node)
    if (text !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push({ at: `${source.fileName}:${String(line + 1)}`, text: text.trim().replaceAll(/\s+/g, ' ') })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** What is read by people or said to them, wherever it stands. */
const SPEAKING_ATTRIBUTES =
  /^(label|title|placeholder|alt|hint|heading|description|what|aria-(label|description|valuetext|roledescription))$/
/** A sentence, or a few words of one: a capital and a small letter, then another word. */
const PROSE = /^\s*[“„]?\p{Lu}\p{Ll}+[^\n]*\s\p{L}{2,}/u

function textIn(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return /\p{L}/u.test(node.text) ? node.text : null
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return null
  const text = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    : node.text
  const { parent } = node
  if (isProgrammersOwn(node)) return null
  if (ts.isJsxAttribute(parent) || (ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent))) {
    const attribute = ts.isJsxAttribute(parent) ? parent : parent.parent
    const name = ts.isJsxAttribute(attribute) ? attribute.name.getText() : ''
    return SPEAKING_ATTRIBUTES.test(name) && /\p{L}{2}/u.test(text) ? text : null
  }
  return PROSE.test(text) ? text : null
}

/** Invariants that no user meets, and what goes to the console. */
function isProgrammersOwn(node: ts.Node): boolean {
  for (let around = node.parent; around !== undefined && !ts.isStatement(around); around = around.parent) {
    if (ts.isNewExpression(around) && around.expression.getText() === 'Error') return true
    if (ts.isCallExpression(around) && around.expression.getText().startsWith('console.')) return true
  }
  return false
}

function isInFunction(node: ts.Node): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (ts.isFunctionLike(around)) return true
  }
  return false
}

describe('The words of the screen', () => {
  it('stand in src/words, and nowhere in the code of the screen and the desktop', () => {
    const found = sourcesOf('src/renderer/**/*.{ts,tsx}', 'electron/main/**/*.ts')
      .flatMap((source) => find(source, textIn))
      .filter(({ at, text }) => !IN_NO_LANGUAGE.some(([file, part]) => at.startsWith(file) && text.includes(part)))
    expect(found).toEqual([])
  })

  it('are looked up at each use, never while a module loads', () => {
    const found = sourcesOf('src/**/*.{ts,tsx}', 'electron/**/*.ts').flatMap((source) =>
      find(source, (node) =>
        ts.isCallExpression(node) && /^(words|\w+Words)$/.test(node.expression.getText(source)) && !isInFunction(node)
          ? node.getText(source)
          : null,
      ),
    )
    expect(found).toEqual([])
  })
})

/** What looks like a text and is none that a language has another one for: where it stands, and part of it. */
const IN_NO_LANGUAGE: readonly (readonly [string, string])[] = [
  // The product's own name, and that of Adjump's page.
  ['electron/main/', 'Adjump Inspector'],
  ['src/renderer/features/first-run/first-run.tsx', 'S2S Postback Setup'],
  // Told to programs: the screen's protocol, the desktop's autostart file, the log.
  ['electron/main/app-protocol.ts', 'There is no such page.'],
  ['electron/main/autostart-entry.ts', '='],
  ['electron/main/screen-guard.ts', ''],
  // Protocol and data: what a request, a reply or a field may look like.
  ['src/renderer/features/help/example-view.tsx', 'GET'],
  ['src/renderer/lib/reply-script-form.ts', ''],
  ['src/renderer/', 'http://127.0.0.1:3000'],
  ['src/renderer/features/tunnel/tunnel-form.tsx', 'https://postbacks.example.com'],
  ['src/renderer/features/conformance/start-form.tsx', 'data.balance'],
  ['src/renderer/features/endpoints/extra-fields.tsx', 'txid'],
]
