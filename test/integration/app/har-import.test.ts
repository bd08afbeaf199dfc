import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../../src/app/import-file.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { createExporter } from '../../../src/services/exporter/exporters.ts'
import { archiveOf } from '../../support/archives.ts'
import { aCapturedRequest, CLEAN_TARGET, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const aStore = async (): Promise<PostbackStore> => openStore({ folder: await tempFolder() })

/** What the store holds, as our own export writes it. */
async function harOf(store: PostbackStore): Promise<Buffer> {
  let text = ''
  const context = { appVersion: '1.2.3', endpoints: await store.endpoints() }
  for await (const piece of createExporter('har').write(store.export(EVERYTHING), context)) text += piece
  return Buffer.from(text)
}

async function someHar(): Promise<Buffer> {
  const store = await aStore()
  await store.append(aCapturedRequest({ target: `${CLEAN_TARGET}&x=%ff#tail` }), OK_REPLY)
  await store.append(aCapturedRequest({ target: '/hitpoint?user_id=u_2&reward_amount=1,50' }), OK_REPLY)
  await store.append(aCapturedRequest({ target: '/favicon.ico' }), { ...OK_REPLY, status: 404 })
  return harOf(store)
}

const take = (store: PostbackStore, bytes: Uint8Array) => importFile(Readable.from([bytes]), store.archive)

describe('the import of a HAR', () => {
  it('brings what we have exported into another history, byte for byte, read anew', async () => {
    const store = await aStore()
    const { outcome, sentences } = await take(store, await someHar())
    expect(outcome).toMatchObject({ added: 3, known: 0, endpoints: [] })
    expect(sentences).toEqual(['3 requests imported.'])
    const { items } = await store.page({
      filter: EVERYTHING,
      sort: { column: 'received', direction: 'ascending' },
      cursor: null,
      newerThan: null,
      limit: 10,
    })
    expect(items.map(({ target, kind, verdict }) => [target, kind, verdict])).toEqual([
      [`${CLEAN_TARGET}&x=%ff#tail`, 'postback', expect.any(String)],
      ['/hitpoint?user_id=u_2&reward_amount=1,50', 'postback', 'fail'],
      ['/favicon.ico', 'noise', null],
    ])
  })

  it('adds nothing the second time, and says so', async () => {
    const store = await aStore()
    const har = await someHar()
    await take(store, har)
    const { outcome, sentences } = await take(store, har)
    expect(outcome).toMatchObject({ added: 0, known: 3 })
    expect(sentences).toEqual(['Nothing new: all 3 requests of the HAR are here already.'])
  })

  it('is all or nothing: a HAR that is cut off changes nothing', async () => {
    const store = await aStore()
    const har = await someHar()
    await expect(take(store, har.subarray(0, har.length - 3))).rejects.toMatchObject({ code: 'cut-off' })
    expect((await store.counts(EVERYTHING)).total).toBe(0)
  })

  it('counts what is left out', async () => {
    const store = await aStore()
    const entry = (url: string) => ({
      startedDateTime: '2026-01-01T00:00:00Z',
      request: { method: 'GET', url, headers: [] },
    })
    const entries = [entry('https://a.example/x'), entry('blob:https://a.example/y'), entry('wss://a.example/z')]
    const { sentences } = await take(store, Buffer.from(JSON.stringify({ log: { entries } })))
    expect(sentences[0]).toBe('1 request imported.')
    expect(sentences[1]).toMatch(/^2 entries were left out/)
  })

  it('goes on into an archive, which knows these requests again', async () => {
    const [first, second] = [await aStore(), await aStore()]
    const har = await someHar()
    await take(first, har)
    await take(second, har)
    const { outcome } = await take(second, await archiveOf(first))
    expect(outcome).toMatchObject({ added: 0, known: 3 })
  })
})
