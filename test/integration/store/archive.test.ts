import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importArchive } from '../../../src/app/import-archive.ts'
import { ARCHIVE_FORMAT } from '../../../src/core/archive.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { searchFile } from '../../../src/services/store/paths.ts'
import { archiveLines, archiveOf, gzipLines, importBytes, ndjsonOf } from '../../support/archives.ts'
import { aCapturedRequest, OK_REPLY, SOME_TIME } from '../../support/builders.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A history with everything that an archive must not lose. */
async function aHistory(): Promise<PostbackStore> {
  const store = await openStore({ folder: await tempFolder(), now: () => SOME_TIME })
  const reread = rereadDone(store)
  const [first] = await store.endpoints()
  await store.saveEndpoint(first?.id ?? null, {
    ...DEFAULT_ENDPOINT_CONFIG,
    extraFields: [{ field: 'transaction_id', param: 'tx' }],
  })
  await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Second', path: '/second' })
  await reread
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  const bytesAsText = everyByte.toString('latin1')
  const requests = [
    aCapturedRequest({}),
    aCapturedRequest({ receivedAt: SOME_TIME + 1000 }),
    aCapturedRequest({ target: '/second?user_id=%F0%9F%92%B0+%00&reward_amount=9007199254740993.10' }),
    aCapturedRequest({ target: `/hitpoint?user_id=${bytesAsText.slice(0x80)}&reward_amount=1,50` }),
    aCapturedRequest({ method: 'POST', body: everyByte, bodyLength: 5000, bodyComplete: false }),
    aCapturedRequest({ rawHeaders: ['X-Odd: name', 'a\r\nb', 'x', bytesAsText.replace(/[\r\n]/g, '')] }),
    aCapturedRequest({
      method: null,
      target: null,
      httpVersion: null,
      rawHeaders: [],
      rejection: { code: 'HPE_INVALID_METHOD', firstBytes: everyByte },
    }),
    aCapturedRequest({ target: '/favicon.ico', remoteAddress: null, remotePort: null }),
  ]
  const ids: number[] = []
  for (const request of requests) ids.push((await store.append(request, OK_REPLY)).id)
  store.recordReply(ids[0] ?? 0, {
    sentAt: SOME_TIME + 7,
    senderGone: false,
    actual: { status: 418, headers: [['X-Backend', 'yes']], body: 'credited' },
  })
  store.recordReply(ids[1] ?? 0, { sentAt: null, senderGone: true })
  await store.append(aCapturedRequest(), { ...OK_REPLY, status: 503, body: 'x', delayMs: 25 })
  await expect.poll(async () => (await store.detail(ids[1] ?? 0))?.reply.senderGone).toBe(true)
  await store.marks.set([ids[2] ?? 0], { pinned: true, colour: 'green', note: 'seen \ud800 it' })
  const outage = await store.openOutage('tunnel-down', SOME_TIME - 5000, 'No tunnel.')
  await store.closeOutage(outage.id, SOME_TIME - 1000)
  return store
}

async function anEmptyStore(): Promise<{ store: PostbackStore; folder: string }> {
  const folder = await tempFolder()
  return { store: await openStore({ folder, now: () => SOME_TIME }), folder }
}

async function imported(store: PostbackStore, archive: Uint8Array) {
  const reread = rereadDone(store)
  const outcome = await importBytes(store, archive)
  await reread
  return outcome
}

describe('an archive that is made to fill the memory', () => {
  it.each(['endpoint', 'outage'])('with one %s after the other is refused long before its end', async (type) => {
    const { store } = await anEmptyStore()
    const counts = { endpoints: 1e12, outages: 1e12, requests: 0 }
    const header = {
      format: ARCHIVE_FORMAT,
      version: 1,
      installation: 'x',
      appVersion: '1',
      createdAt: '2026-01-01T00:00:00Z',
      counts,
    }
    const line =
      type === 'endpoint'
        ? { type, id: 'x', config: { name: 'x'.repeat(1000) } }
        : { type, reason: 'tunnel-down', from: 1, to: 2, why: 'x'.repeat(1000) }
    const lines = Buffer.from(`${JSON.stringify(line)}\n`.repeat(1000))
    let given = 0
    const bomb = async function* () {
      yield `${JSON.stringify(header)}\n`
      for (; given < 200; given += 1) yield lines
    }
    const bytes: AsyncIterable<Uint8Array> = Readable.from(bomb()).pipe(createGzip())
    await expect(importArchive(bytes, store.archive)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('more'),
    })
    expect(given).toBeLessThan(190)
  })
})

describe('an archive of the whole history', () => {
  it('comes out of another installation as it went in: requests, replies, readings, marks, endpoints, outages', async () => {
    const source = await aHistory()
    const archive = await archiveOf(source)
    const { store } = await anEmptyStore()
    const outcome = await imported(store, archive)
    expect(outcome).toMatchObject({ added: 9, known: 0, outages: 1 })
    expect(await ndjsonOf(store)).toBe(await ndjsonOf(source))
    expect(await store.endpoints()).toEqual(await source.endpoints())
    const again = archiveLines(await archiveOf(store))
    const requestLines = (lines: readonly string[]) => lines.filter((line) => line.startsWith('{"type":"request"'))
    expect(requestLines(again)).toEqual(requestLines(archiveLines(archive)))
    expect(requestLines(again)).toHaveLength(9)
    expect((await store.outages(0, SOME_TIME)).map(({ from, to, why }) => ({ from, to, why }))).toEqual([
      { from: SOME_TIME - 5000, to: SOME_TIME - 1000, why: 'No tunnel.' },
    ])
    expect(await store.detail(1)).toMatchObject({ reply: { status: 418 }, replyBody: 'credited' })
    expect((await store.detail(3))?.note).toBe('seen \ud800 it')
  })

  it('adds nothing the second time, nor to the installation it came from, nor by way of a third', async () => {
    const source = await aHistory()
    const archive = await archiveOf(source)
    const { store } = await anEmptyStore()
    await imported(store, archive)
    const before = await ndjsonOf(store)
    expect(await imported(store, archive)).toMatchObject({ added: 0, known: 9, outages: 0 })
    expect(await imported(source, archive)).toMatchObject({ added: 0, known: 9, outages: 0 })
    expect(await imported(source, await archiveOf(store))).toMatchObject({ added: 0, known: 9, outages: 0 })
    expect(await ndjsonOf(store)).toBe(before)
    expect((await source.counts(EVERYTHING)).total).toBe(9)
  })

  it('adds what is new since the last one, behind what is there, with its own time of arrival', async () => {
    const source = await aHistory()
    const { store } = await anEmptyStore()
    await imported(store, await archiveOf(source))
    await store.append(aCapturedRequest({ receivedAt: SOME_TIME + 90_000 }), OK_REPLY)
    await source.append(aCapturedRequest({ receivedAt: SOME_TIME + 60_000 }), OK_REPLY)
    expect(await imported(store, await archiveOf(source))).toMatchObject({ added: 1, known: 9 })
    const newest = await store.detail(11)
    expect(newest?.receivedAt).toBe(SOME_TIME + 60_000)
  })

  it('finds possible duplicates among what was imported', async () => {
    const source = await aHistory()
    const { store } = await anEmptyStore()
    await imported(store, await archiveOf(source))
    const second = await store.detail(2)
    expect(second?.findings.map(({ code, related }) => [code, related])).toContainEqual(['possible-duplicate', 1])
  })

  it('names the endpoint whose path is taken, puts it under a free one, and forwards nothing', async () => {
    const source = await openStore({ folder: await tempFolder() })
    const [own] = await source.endpoints()
    const forward = { mode: 'observe' as const, url: 'http://127.0.0.1:3000', timeoutMs: 1000, retries: 0 }
    await source.saveEndpoint(own?.id ?? null, { ...DEFAULT_ENDPOINT_CONFIG, userIdParam: 'uid', forward })
    await source.append(aCapturedRequest(), OK_REPLY)
    const { store } = await anEmptyStore()
    await store.append(aCapturedRequest(), OK_REPLY)
    const { endpoints } = await imported(store, await archiveOf(source))
    expect(endpoints).toHaveLength(1)
    expect(endpoints[0]?.how).toBe('moved')
    expect(endpoints[0]?.sentence).toContain('under /hitpoint-2')
    expect(endpoints[0]?.sentence).toContain('forwarding to http://127.0.0.1:3000 is switched off')
    const added = (await store.endpoints()).find(({ id }) => id === own?.id)
    expect(added).toMatchObject({ path: '/hitpoint-2', userIdParam: 'uid', forward: { mode: 'off' } })
  })
})

describe('a file that is no whole archive', () => {
  async function refusal(store: PostbackStore, bytes: Uint8Array): Promise<string> {
    return importBytes(store, bytes).then(
      () => 'imported',
      (error: unknown) => String((error as { code?: string }).code),
    )
  }

  it('is refused wherever it is cut off, and nothing of it is imported', async () => {
    const archive = await archiveOf(await aHistory())
    const { store, folder } = await anEmptyStore()
    const endpoints = await store.endpoints()
    for (const part of [0.25, 0.5, 0.75]) {
      expect(await refusal(store, archive.subarray(0, Math.floor(archive.length * part)))).toBe('cut-off')
    }
    expect(await refusal(store, archive.subarray(0, archive.length - 1))).toBe('cut-off')
    expect(await refusal(store, Buffer.alloc(0))).toBe('cut-off')
    expect(await refusal(store, gzipLines(archiveLines(archive).slice(0, -1)))).toBe('cut-off')
    expect(await refusal(store, gzipLines(archiveLines(archive).slice(0, -2)))).toBe('cut-off')
    expect((await store.counts(EVERYTHING)).total).toBe(0)
    expect(await store.endpoints()).toEqual(endpoints)
    expect(existsSync(join(folder, 'import-under-way.db'))).toBe(false)
  })

  it('is refused where any of its bits is another, or means the same', async () => {
    const source = await aHistory()
    const archive = await archiveOf(source)
    const wanted = await ndjsonOf(source)
    const { store } = await anEmptyStore()
    let refused = 0
    for (let at = 0; at < archive.length; at += Math.ceil(archive.length / 60)) {
      const flipped = Buffer.from(archive)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const reread = rereadDone(store)
      if ((await refusal(store, flipped)) === 'imported') {
        // A bit of gzip's own header that carries nothing.
        expect(at).toBeLessThan(10)
        await reread
        expect(await ndjsonOf(store)).toBe(wanted)
      } else refused += 1
    }
    expect(refused).toBeGreaterThan(50)
  })

  it('is refused where a line was changed, left out or added, or the version is a newer one', async () => {
    const lines = archiveLines(await archiveOf(await aHistory()))
    const { store } = await anEmptyStore()
    const at = lines.findIndex((line) => line.includes('reward_amount=50'))
    const changed = lines.map((line, index) =>
      index === at ? line.replace('reward_amount=50', 'reward_amount=51') : line,
    )
    expect(await refusal(store, gzipLines(changed))).toBe('damaged')
    expect(await refusal(store, gzipLines(lines.filter((_, index) => index !== at)))).toBe('damaged')
    expect(await refusal(store, gzipLines([...lines, lines[at] ?? '']))).toBe('damaged')
    const newer = lines.map((line, index) => (index === 0 ? line.replace('"version":1', '"version":2') : line))
    expect(await refusal(store, gzipLines(newer))).toBe('newer-version')
    expect(await refusal(store, gzipLines(['{"format":"something else"}']))).toBe('no-archive')
    expect(await refusal(store, Buffer.from('id,user_id\r\n1,u_1\r\n'))).toBe('no-archive')
    expect((await store.counts(EVERYTHING)).total).toBe(0)
  })
})

describe('an import under way', () => {
  it('leaves nothing when it is cancelled', async () => {
    const archive = await archiveOf(await aHistory())
    const { store, folder } = await anEmptyStore()
    // The search index comes when it likes.
    const filesOf = async (): Promise<string[]> =>
      (await readdir(folder)).filter((name) => !name.startsWith(basename(searchFile(folder))))
    const files = await filesOf()
    await expect(importBytes(store, archive, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled')
    expect((await store.counts(EVERYTHING)).total).toBe(0)
    expect(await filesOf()).toEqual(files)
  })

  it('lets captures in between its slices', async () => {
    const source = await aHistory()
    const lines = archiveLines(await archiveOf(source))
    const { store } = await anEmptyStore()
    const session = await store.archive.begin([])
    const requests = lines.filter((line) => line.startsWith('{"type":"request"')).map((line) => JSON.parse(line))
    await session.add(requests.slice(0, 4))
    await store.append(aCapturedRequest({ target: '/hitpoint?user_id=meanwhile&reward_amount=1' }), OK_REPLY)
    expect((await store.counts(EVERYTHING)).total).toBe(1)
    await session.add(requests.slice(4))
    expect(await session.finish([])).toMatchObject({ added: 9 })
    expect((await store.detail(1))?.userId).toBe('meanwhile')
    expect((await store.counts(EVERYTHING)).total).toBe(10)
  })

  it('is refused whole where the disk is full, and says so', async () => {
    const archive = await archiveOf(await aHistory())
    const folder = await tempFolder()
    const small = await openStore({ folder, maxPages: 90 })
    const lines = archiveLines(archive)
    const line = JSON.parse(lines.find((text) => text.startsWith('{"type":"request"')) ?? '{}')
    const session = await small.archive.begin([])
    const many = Array.from({ length: 4000 }, (_, index) => ({ ...line, id: index + 1000 }))
    await session.add(many)
    await expect(session.finish([])).rejects.toThrow(/full: nothing was imported/)
    expect((await small.counts(EVERYTHING)).total).toBe(0)
    expect(await readdir(folder)).not.toContain('import-under-way.db')
    await small.append(aCapturedRequest(), OK_REPLY)
  })
})
