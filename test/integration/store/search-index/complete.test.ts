import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CapturedRequest } from '../../../../src/core/postback.ts'
import { historyFile, searchFile } from '../../../../src/services/store/paths.ts'
import { foldForIndex } from '../../../../src/services/store/search-index/document.ts'
import { headerSetToken } from '../../../../src/services/store/search-index/header-set-token.ts'
import { TEXT_BLOCK } from '../../../../src/services/store/search-index/schema.ts'
import { SqlParameters } from '../../../../src/services/store/sql-parameters.ts'
import { anywhere, registerTextSearch } from '../../../../src/services/store/text-search.ts'
import { aCapturedRequest, OK_REPLY } from '../../../support/builders.ts'
import { fillSearchIndex } from '../../../support/fill-search-index.ts'
import { openStore } from '../../../support/open-store.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

/** What folding, decoding and cutting into three characters have trouble with. */
const trouble = fc.constantFrom(
  ...['abc', 'ABC', 'ÄÖÜ', 'straße', 'ΟΔΟΣ', 'ΣΣ', 'İstanbul', '\u212aelvin', 'é', 'e\u0301', '日本語', '😀', '\ufffd'],
  ...['\ud800', '\udc00x', '\0', '\u0001', '\n', '%41%42%C3%84', '%e6%97%a5', '%ff%fe', '%00', '%', '+', '&', '='],
  ...['#', '?', '"', "'", '*', '\ue000\ue000\ue001', '\xff', '\xc3\x84', '\xe6\x97', 'x', '1'],
)
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: trouble }, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''))
/** As it stands on the wire, a character a byte; and, as only an import has it, any text. */
const wire = fc.oneof(
  { weight: 4, arbitrary: text.map((value) => Buffer.from(value, 'utf8').toString('latin1')) },
  text,
)
const bytes = fc.oneof(
  text.map((value) => new Uint8Array(Buffer.from(value, 'utf8'))),
  text.map((value) => new Uint8Array(Buffer.from(value, 'utf16le'))),
  fc.uint8Array({ maxLength: 12 }),
)
const request = fc.record({
  target: fc
    .array(wire, { minLength: 1, maxLength: 4 })
    .map((values) => `/hitpoint?user_id=${values.join('&x=')}&reward_amount=${values[1] ?? '5'}`),
  rawHeaders: fc.oneof(
    fc.constantFrom(['Host', 'example.test'], ['Host', 'example.test', 'X-Name', 'Ä 😀 %41']),
    wire.map((value) => ['Host', 'example.test', 'X-Request-Id', value]),
  ),
  body: fc.oneof(fc.constant(new Uint8Array()), bytes),
  rejection: fc.option(
    bytes.map((firstBytes) => ({ code: 'malformed', firstBytes })),
    { freq: 6, nil: null },
  ),
})
const cut = fc.record({ of: fc.nat(), at: fc.nat(), length: fc.integer({ min: 3, max: 12 }), upper: fc.boolean() })

/** Every form in which somebody may have seen a part of the request. */
function formsOf({ target, rawHeaders, body, rejection }: CapturedRequest): string[] {
  const wires = [target ?? '', ...rawHeaders]
  const binary = [body, rejection?.firstBytes ?? new Uint8Array()].map((part) => Buffer.from(part))
  return [
    ...wires,
    ...wires.map((part) => Buffer.from(part, 'latin1').toString('utf8')),
    ...wires.map((part) => decodeLoosely(part)),
    ...binary.flatMap((part) => [part.toString('utf8'), part.toString('latin1'), part.toString('utf16le')]),
    JSON.stringify(target),
    JSON.stringify(rawHeaders),
  ]
}

function decodeLoosely(part: string): string {
  const decoded = part
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(decoded, 'latin1').toString('utf8')
}

describe('The text index', () => {
  it('leads to every request in which a text of three characters or more stands', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 30 }),
        fc.array(cut, { minLength: 60, maxLength: 60 }),
        fc.array(text, { maxLength: 20 }),
        async (parts, cuts, others) => {
          const requests = parts.map((part) => aCapturedRequest({ ...part, bodyLength: part.body.length }))
          const folder = await tempFolder()
          const store = await openStore({ folder })
          const stored = await Promise.all(requests.map((one) => store.append(one, OK_REPLY)))
          await store.close()
          fillSearchIndex(folder)

          // As often as all the rest together: what was read is not always as it stood.
          const read = stored.flatMap(({ userId, rewardAmount }) => [userId ?? '', rewardAmount ?? ''])
          const forms = requests.flatMap((one, at) => formsOf(one).flatMap((form) => [form, read[at] ?? '']))
          const needles = cuts.map(({ of, at, length, upper }) => {
            const form = forms[of % forms.length] ?? ''
            const start = at % Math.max(1, form.length)
            const needle = form.slice(start, start + length)
            return upper ? needle.toUpperCase() : needle
          })
          const index = new Candidates(folder)
          try {
            for (const needle of [...needles, ...others]) {
              if (Array.from(foldForIndex(needle)).length < 3) continue
              const ids = index.idsByLooking(needle)
              found += ids.length
              const candidates = new Set(index.idsByIndex(needle))
              expect(
                ids.filter((id) => !candidates.has(id)),
                JSON.stringify(needle),
              ).toEqual([])
            }
          } finally {
            index.close()
          }
        },
      ),
      { numRuns: 6, endOnFailure: true },
    )
    expect(found).toBeGreaterThan(50)
  }, 120_000)
})

class Candidates {
  readonly #database: Database.Database

  constructor(folder: string) {
    this.#database = new Database(historyFile(folder), { readonly: true })
    registerTextSearch(this.#database, () => false)
    this.#database.prepare('ATTACH ? AS search').run(searchFile(folder))
  }

  /** As it is found without an index. */
  idsByLooking(needle: string): number[] {
    const parameters = new SqlParameters()
    const condition = anywhere(needle, parameters)
    return this.#database
      .prepare<[Record<string, unknown>], number>(
        `SELECT q.id FROM request q JOIN reading r ON r.id = q.id WHERE ${condition}`,
      )
      .pluck()
      .all(parameters.values)
  }

  idsByIndex(needle: string): number[] {
    const sets = this.#database
      .prepare<[string], number>('SELECT id FROM header_set WHERE instr(fold_text(content), ?) > 0')
      .pluck()
      .all(needle.toLowerCase())
    const characters = Array.from(foldForIndex(needle))
    const trigrams = characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(''))
    return [trigrams, ...sets.map((id) => [headerSetToken(id)])].flatMap((all) => this.#matching(all))
  }

  #matching(trigrams: readonly string[]): number[] {
    const match = trigrams.map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(' AND ')
    return this.#database
      .prepare<[string], number>(
        `SELECT q.id FROM search.text t JOIN request q ON q.id / ${String(TEXT_BLOCK)} = t.rowid WHERE t.text MATCH ?
         UNION SELECT id FROM search.long_text
         UNION SELECT q.id FROM request q, search.state s WHERE q.id > s.text_through`,
      )
      .pluck()
      .all(match)
  }

  close(): void {
    this.#database.close()
  }
}
