import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { archiveOf, importBytes } from '../../support/archives.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { dbOf, overwrite, PAGE, requestsOf, sampleHistory, settled } from '../../support/damage-kit.ts'
import { FROM_SOURCE } from '../../support/from-source.ts'
import { makeOlderHistory } from '../../support/older-history.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { appendEverySort, expectTallyToFit } from '../../support/tally.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const CHILD = fileURLToPath(new URL('../../support/store-child.ts', import.meta.url))

describe('The tally fits the stored requests', () => {
  it('after captures, also where one of a batch cannot be stored', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const bad = { ...aCapturedRequest(), bodyLength: 1.5 }
    const batch = Array.from({ length: 60 }, (_, n) =>
      store.append(n % 20 === 7 ? bad : aCapturedRequest({ receivedAt: 1_767_323_045_678 + n }), OK_REPLY),
    )
    const settled = await Promise.allSettled(batch)
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(3)
    expect((await store.counts(EVERYTHING)).total).toBe(57)
    await store.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('after the disk was full', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder, maxPages: 90 })
    let stored = 0
    for (let n = 0; n < 400; n++) {
      const bodies = Array.from({ length: 4 }, () => Buffer.alloc(3000, n))
      const settled = await Promise.allSettled(
        bodies.map((body) =>
          store.append(aCapturedRequest({ body, bodyLength: body.length, receivedAt: n * 60_000 }), OK_REPLY),
        ),
      )
      stored += settled.filter(({ status }) => status === 'fulfilled').length
      if (settled.some(({ status }) => status === 'rejected')) break
    }
    expect((await store.counts(EVERYTHING)).total).toBe(stored)
    await store.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('after the history was read again, and after an endpoint went', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await appendEverySort(store, 400)
    const [first] = await store.endpoints()
    const changed = rereadDone(store)
    await store.saveEndpoint(first?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, userIdParam: 'uid' })
    await changed
    const added = rereadDone(store)
    const other = await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/other' })
    await added
    expect((await store.counts({ ...EVERYTHING, endpointIds: [other.id] })).total).toBe(100)
    expectTallyToFit(join(folder, 'history.db'))
    const gone = rereadDone(store)
    await store.deleteEndpoint(other.id)
    await gone
    expect((await store.counts({ ...EVERYTHING, endpointIds: [other.id] })).total).toBe(0)
    await store.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('after an import beside requests that are here already', async () => {
    const source = await openStore({ folder: await tempFolder() })
    await source.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/other' })
    await appendEverySort(source, 200)
    const archive = await archiveOf(source)
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await appendEverySort(store, 40)
    const done = rereadDone(store)
    await importBytes(store, archive)
    await done
    expect((await store.counts(EVERYTHING)).total).toBe(240)
    await store.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('as soon as an import is there, before it is read again', async () => {
    const source = await openStore({ folder: await tempFolder() })
    await source.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/other' })
    await appendEverySort(source, 3000)
    const archive = await archiveOf(source)
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await importBytes(store, archive)
    expectTallyToFit(join(folder, 'history.db'))
  }, 60_000)

  it('after a damaged history was saved', async () => {
    const sample = await sampleHistory(600)
    onTestFinished(() => sample.remove())
    const size = (await readFile(dbOf(sample.closed))).length
    await overwrite(dbOf(sample.closed), Math.floor(size / PAGE / 2) * PAGE, Buffer.alloc(2 * PAGE, 0x5a))
    const store = await openStore({ folder: sample.closed })
    await settled(store)
    expect(store.notices()).toMatchObject([{ text: expect.stringContaining('damaged') }])
    const { total } = await store.counts(EVERYTHING)
    expect(total).toBeGreaterThan(300)
    expect(total).toBe((await requestsOf(store)).size)
    await store.close()
    expectTallyToFit(dbOf(sample.closed))
  }, 60_000)

  it('where the process was killed in mid-load', async () => {
    const folder = await tempFolder()
    for (let round = 1; round <= 2; round++) {
      const child = spawn(process.execPath, [...FROM_SOURCE, CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      let printed = 0
      for await (const line of createInterface({ input: child.stdout })) {
        printed += line === 'open' ? 0 : 1
        if (printed === 300) child.kill('SIGKILL')
      }
      expectTallyToFit(join(folder, 'history.db'))
      const store = await openStore({ folder })
      expect((await store.counts(EVERYTHING)).total).toBeGreaterThanOrEqual(300 * round)
      await store.close()
    }
  }, 60_000)

  it('again after a start that followed no clean end, where something else had changed it', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await appendEverySort(store, 40)
    await store.close()
    const database = new Database(join(folder, 'history.db'))
    database.exec("DELETE FROM meta WHERE name = 'clean_end'; DELETE FROM tally WHERE verdict = 0")
    database.close()
    const again = await openStore({ folder })
    expect((await again.counts(EVERYTHING)).total).toBe(40)
    await again.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('after an earlier version\u2019s history was brought up to date', async () => {
    const folder = await tempFolder()
    makeOlderHistory(join(folder, 'history.db'), 70)
    const store = await openStore({ folder })
    expect(await store.counts(EVERYTHING)).toMatchObject({ total: 300, byVerdict: { pass: 0, warn: 300, fail: 0 } })
    await store.close()
    expectTallyToFit(join(folder, 'history.db'))
  })
})
