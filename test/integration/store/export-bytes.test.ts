import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { ExportContext, Exporter, PostbackStore } from '../../../src/core/ports.ts'
import type { CapturedRequest, PlannedReply } from '../../../src/core/postback.ts'
import { createExporter } from '../../../src/services/exporter/exporters.ts'
import { HOSTILE_STRINGS } from '../../fixtures/hostile-strings.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { readingVectors } from '../../support/reading-vectors.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const FORMATS = ['ndjson', 'json', 'csv', 'har'] as const
const EXTRA_FIELDS = ['transaction_id', 'x', 'y'].map((field) => ({ field, param: field === 'x' ? 'other_x' : field }))

/** What makes a text another in JSON, in a CSV cell or in a header line; one character a byte. */
const VALUES = [
  ...Object.values(HOSTILE_STRINGS).map((text) => Buffer.from(text).toString('latin1')),
  ...['', ' ', 'plain', 'a;b', 'a; =1', 'a|=1', "'", "x'", '"', '\\', '\\"', '=1', '-1', ' =1', '\t=1', ' x '],
  ...['\x7f', '\x80', '\xa0', '\xe9', '\0', '\x1b[2J', 'a: b', ': ', ',', 'a,b', '\ufffd', '\xff\xfe', '[{', '],["'],
]

const wire = (text: string): string => text.replaceAll(/[\r\n\u0100-\uffff]/g, '?')

function headersWith(value: string, n: number): string[] {
  const own = wire(value)
  // Lists of the same names of which a value or two differ are stored in parts, the last two of these as well.
  if (n % 4 === 0)
    return ['Host', 'a.test', 'Accept', 'text/html;q=0.9, */*', 'X-Id', own, 'Via', '1.1 "x"', 'X-Last', own]
  if (n % 4 === 1) return ['X-Only', own]
  if (n % 4 === 2) return [own === '' ? 'X' : own.replaceAll(/[: \0]/g, '-'), own, 'Host', 'a.test']
  return ['=Odd', 'é"\\;\t=1', '"', own, 'A,B', `${String(n)};=1`]
}

async function filled(store: PostbackStore): Promise<ExportContext> {
  const [first] = await store.endpoints()
  const config = { ...DEFAULT_ENDPOINT_CONFIG, extraFields: EXTRA_FIELDS }
  await store.saveEndpoint(first?.id ?? null, { ...config, name: 'First "; =1' })
  const gone = await store.saveEndpoint(null, { ...config, name: 'Gone', path: '/gone' })
  const replies: PlannedReply[] = [
    OK_REPLY,
    { ...OK_REPLY, headers: [['X-"', '\\é']], body: '{"a":"\u2028\u0085"}', status: 500 },
    { ...OK_REPLY, ending: 'silence' },
    { ...OK_REPLY, ending: 'cut', body: '' },
  ]
  let n = 0
  const add = async (request: Partial<CapturedRequest>): Promise<void> => {
    const reply = replies[n % replies.length] ?? OK_REPLY
    const { id } = await store.append(aCapturedRequest({ receivedAt: 1_700_000_000_000 + n * 1234, ...request }), reply)
    if (n % 3 !== 0) store.recordReply(id, { sentAt: 1_700_000_000_001 + n * 1234, senderGone: n % 2 === 0 })
    n += 1
  }
  for (const { vectors } of readingVectors()) {
    for (const { target } of vectors) await add({ target: wire(target), rawHeaders: headersWith(String(n), 0) })
  }
  for (const value of VALUES) {
    const encoded = encodeURIComponent(Buffer.from(value, 'latin1').toString('utf8'))
    const path = n % 3 === 0 ? '/gone' : '/hitpoint'
    for (const target of [
      `${path}?user_id=${encoded}&reward_amount=${encoded}&transaction_id=${encoded}&other_x=${encoded}`,
      `${path}?user_id=u&reward_amount=5&y=${wire(value)}&x`,
      `${path}?user_id=u${wire(value)}&reward_amount=5&transaction_id=7&y=8&other_x=9`,
    ]) {
      const body = n % 5 === 0 ? Buffer.from(value, n % 2 === 0 ? 'utf8' : 'latin1') : Buffer.alloc(0)
      await add({ target, rawHeaders: headersWith(value, n), body, bodyLength: body.length })
    }
    const rejection = { code: 'HPE_INVALID_METHOD', firstBytes: Buffer.from(value, 'latin1') }
    await add({ method: null, target: null, httpVersion: null, rawHeaders: [], rejection })
  }
  await add({ target: '/beyond\u2603', rawHeaders: ['X', '\u2603'], remoteAddress: null, remotePort: null })
  await add({ method: 'P\ud800', rawHeaders: ['odd'], bodyComplete: false })
  const long = Buffer.from('é"'.repeat(30_000))
  for (let at = 0; at < 8; at += 1) await add({ method: 'POST', body: long, bodyLength: long.length })
  await add({ target: `/hitpoint?user_id=${'u'.repeat(5000)}&reward_amount=5` })
  const notes = VALUES.map((value) => value.slice(0, 2000).trim()).filter((note) => note !== '')
  for (const [at, note] of notes.entries()) {
    await store.marks.set([at * 4 + 1], { note, pinned: at % 2 === 0, colour: at % 3 === 0 ? 'red' : null })
  }
  // Readings still name it until they are made again.
  const reread = rereadDone(store)
  await store.deleteEndpoint(gone.id)
  await reread
  return { appVersion: '1.2.3', endpoints: await store.endpoints() }
}

/** As they stood in histories of before. */
function putNamesBack(folder: string): void {
  const database = new Database(join(folder, 'history.db'))
  const named = [
    { field: 'x', param: 'é"\\', value: '\u0085;=1' },
    { field: 'y', param: 'y', value: null },
  ]
  const inFull = [
    ['x', 'other_x', '"\\'],
    ['y', null],
    ['transaction_id', '=1'],
  ]
  const update = database.prepare('UPDATE reading SET extras = ? WHERE extras NOTNULL AND id % 3 = ?')
  for (const [at, extras] of [named, inFull].entries()) update.run(JSON.stringify(extras), at + 1)
  database.prepare('UPDATE header_set SET content = \'["A","b"]\' WHERE id = (SELECT max(id) FROM header_set)').run()
  database.prepare('INSERT INTO relayed_reply (request, content) VALUES (5, \'[[["X-Relayed","é\\""]],"own"]\')').run()
  database.close()
}

async function oneByOne(store: PostbackStore, format: Exporter['format'], context: ExportContext): Promise<string> {
  let text = ''
  for await (const piece of createExporter(format).write(store.export(EVERYTHING), context)) text += piece
  // As a file has it: half of a surrogate pair becomes U+FFFD.
  return Buffer.from(text).toString('utf8')
}

async function inParts(store: PostbackStore, format: Exporter['format'], context: ExportContext): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const { bytes } of store.exportText(EVERYTHING, format, context)) pieces.push(bytes)
  return Buffer.concat(pieces).toString('utf8')
}

/** The first record that is another, in both ways; null where there is none. */
async function firstDifference(store: PostbackStore, format: Exporter['format'], context: ExportContext) {
  const expected = (await oneByOne(store, format, context)).split('\n')
  const found = (await inParts(store, format, context)).split('\n')
  const at = expected.findIndex((line, index) => line !== found[index])
  if (at === -1 && expected.length === found.length) return null
  return { format, at, expected: expected[at]?.slice(0, 2000), found: found[at]?.slice(0, 2000) }
}

describe('an export put together of the parts that are stored', () => {
  it('has the very bytes of one of whole requests, whatever is in them', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const context = await filled(store)
    for (const format of FORMATS) expect(await firstDifference(store, format, context)).toBeNull()
    await store.close()
    putNamesBack(folder)
    const again = await openStore({ folder })
    for (const format of FORMATS) expect(await firstDifference(again, format, context)).toBeNull()
  })
})
