import { describe, expect, it } from 'vitest'
import { EVERYTHING, type PostbackFilter } from '../../../src/core/filter.ts'
import type { Exporter, PostbackStore } from '../../../src/core/ports.ts'
import { createExporter } from '../../../src/services/exporter/exporters.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const FORMATS = ['ndjson', 'json', 'csv', 'har'] as const
const context = { appVersion: '1.2.3', endpoints: [] }

/** What no HTTP request was comes first, which a HAR leaves out; then more than fits into a few pieces. */
async function filledStore(count: number): Promise<PostbackStore> {
  const store = await openStore({ folder: await tempFolder() })
  const rejection = { code: 'HPE_INVALID_METHOD', firstBytes: Buffer.from('\x16\x03\x01') }
  const odd = { method: null, target: null, httpVersion: null, rawHeaders: [], rejection }
  for (let n = 0; n < 3; n += 1) await store.append(aCapturedRequest(odd), OK_REPLY)
  await Promise.all(
    Array.from({ length: count }, (_, n) => {
      const body = n % 50 === 0 ? Buffer.from([0xff, n % 256, 0x22]) : Buffer.from(n % 7 === 0 ? '“é”\u0085=1' : '')
      const target = `/hitpoint?user_id=u_${String(n % 90)}&reward_amount=${n % 11 === 0 ? '1,5' : '5'}&x=${'é"'.repeat(200)}${String(n)}`
      const rawHeaders = ['Host', 'x', 'X-Id', `${String(n)} ;=1`, 'Odd', n % 3 === 0 ? '\xe9"\\' : 'plain']
      return store.append(aCapturedRequest({ target, body, bodyLength: body.length, rawHeaders }), OK_REPLY)
    }),
  )
  return store
}

async function oneByOne(store: PostbackStore, format: Exporter['format'], filter: PostbackFilter): Promise<string> {
  let text = ''
  for await (const piece of createExporter(format).write(store.export(filter), context)) text += piece
  return text
}

async function inPieces(store: PostbackStore, format: Exporter['format'], filter: PostbackFilter) {
  const pieces: Uint8Array[] = []
  let requests = 0
  for await (const piece of store.exportText(filter, format, context)) {
    if (piece.bytes.length > 0) pieces.push(piece.bytes)
    requests += piece.requests
  }
  return { text: Buffer.concat(pieces).toString('utf8'), pieces: pieces.length, requests }
}

describe('an export that is written where it is read', () => {
  it('has the very bytes of one that is written request by request, in every format', async () => {
    const store = await filledStore(1_600)
    for (const format of FORMATS) {
      const found = await inPieces(store, format, EVERYTHING)
      expect(found.text).toBe(await oneByOne(store, format, EVERYTHING))
      expect(found.requests).toBe(1_603)
      expect(found.pieces).toBeGreaterThan(2)
    }
  })

  it('has them also where few match, one, or none', async () => {
    const store = await filledStore(700)
    const filters: readonly Partial<PostbackFilter>[] = [
      { verdicts: ['fail'] },
      { texts: ['699'] },
      { kinds: ['rejected'] },
      { userId: 'nobody' },
    ]
    for (const format of FORMATS) {
      for (const filter of filters.map((one) => ({ ...EVERYTHING, ...one }))) {
        expect((await inPieces(store, format, filter)).text).toBe(await oneByOne(store, format, filter))
      }
    }
  })

  it('leaves no thread behind where whoever reads it stops half-way', async () => {
    const store = await filledStore(2_000)
    for await (const { requests } of store.exportText(EVERYTHING, 'csv', context)) if (requests > 0) break
    expect((await inPieces(store, 'csv', { ...EVERYTHING, userId: 'u_5' })).requests).toBeGreaterThan(10)
    await store.close()
  })
})
