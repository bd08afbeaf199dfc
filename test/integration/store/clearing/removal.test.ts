import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { RemovalSelection } from '../../../../src/core/clearing.ts'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../../src/core/filter.ts'
import type { PostbackStore } from '../../../../src/core/ports.ts'
import { archiveOf, importBytes } from '../../../support/archives.ts'
import { aCapturedRequest, OK_REPLY } from '../../../support/builders.ts'
import { allIds, collect } from '../../../support/collect.ts'
import { openStore, rereadDone } from '../../../support/open-store.ts'
import { removalOver, removeAll } from '../../../support/removal.ts'
import { expectTallyToFit } from '../../../support/tally.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const START = Date.UTC(2026, 0, 1)
const MINUTE = 60_000

/** Requests a minute apart; every fifth fails. */
async function storeOf(count: number, folder: string): Promise<PostbackStore> {
  const store = await openStore({ folder })
  await append(store, count)
  return store
}

async function append(store: PostbackStore, count: number, from = 0): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, n) => {
      const at = from + n
      const query = at % 5 === 4 ? `user_id=u_${String(at)}` : `user_id=u_${String(at)}&reward_amount=5`
      const receivedAt = START + at * MINUTE
      return store.append(aCapturedRequest({ target: `/hitpoint?${query}`, receivedAt }), OK_REPLY)
    }),
  )
}

function all(upTo: number, filter: PostbackFilter = EVERYTHING): RemovalSelection {
  return { filter, ids: null, upTo }
}

const remove = (store: PostbackStore, selection: RemovalSelection) => removeAll(store, selection)

/** Rows of each table that has some for requests. */
function rowsOf(folder: string): Record<string, number> {
  const database = new Database(join(folder, 'history.db'), { readonly: true })
  try {
    const tables = ['request', 'reading', 'reading_code', 'reply_outcome', 'relayed_reply', 'forward_attempt', 'mark']
    return Object.fromEntries(
      tables.map((table) => [table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
    )
  } finally {
    database.close()
  }
}

describe('Clearing the history', () => {
  it('removes everything up to the newest that was seen, with all that belongs to it', async () => {
    const folder = await tempFolder()
    const store = await storeOf(300, folder)
    store.recordReply(5, { sentAt: START, senderGone: false, actual: { status: 201, headers: [], body: 'x' } })
    await store.forwards.record({
      postbackId: 6,
      mode: 'again',
      url: 'http://a/',
      startedAt: 1,
      connectMs: null,
      firstByteMs: null,
      totalMs: 1,
      remoteAddress: null,
      reply: null,
      failure: { code: 'refused', sentence: 'x' },
      retryAt: null,
    })
    await append(store, 1, 300)
    expect(await store.removals.preview(all(300))).toEqual({
      requests: 300,
      marked: 0,
      from: START,
      to: START + 299 * MINUTE,
    })
    const over = await remove(store, all(300))
    expect(over).toMatchObject({ state: 'done', removed: 300, total: 300, cause: 'by-hand' })
    expect(await allIds(store)).toEqual([301])
    expect((await store.counts(EVERYTHING)).total).toBe(1)
    expect(await store.detail(7)).toBeNull()
    await append(store, 1, 301)
    // An id that is gone is never given again.
    expect(await allIds(store)).toEqual([302, 301])
    await store.close()
    expect(rowsOf(folder)).toEqual({
      request: 2,
      reading: 2,
      reading_code: 0,
      reply_outcome: 0,
      relayed_reply: 0,
      forward_attempt: 0,
      mark: 0,
    })
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('keeps what is marked', async () => {
    const store = await storeOf(50, await tempFolder())
    await store.marks.set([3], { pinned: true })
    await store.marks.set([10], { note: 'kept' })
    await store.marks.set([50], { colour: 'red' })
    expect(await store.removals.preview(all(50))).toMatchObject({ requests: 47, marked: 3, from: START })
    await remove(store, all(50))
    expect(await allIds(store)).toEqual([50, 10, 3])
  })

  it('keeps what is marked while it goes on, and found already', async () => {
    const store = await storeOf(1900, await tempFolder())
    const begun = new Promise<void>((resolve) => {
      store.on((event) => {
        if (event.type === 'clearing' && event.clearing.removed > 0) resolve()
      })
    })
    const over = removalOver(store)
    await store.removals.begin({ selection: all(1900), cause: 'by-hand', what: 'test' })
    await begun
    await store.marks.set([1890], { pinned: true })
    await over
    expect(await allIds(store)).toEqual([1890])
  })

  it('forgets header lists that nothing has any more, and gives no list to another request', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const withHeader = (list: number, n: number) =>
      aCapturedRequest({
        target: `/hitpoint?user_id=u_${String(n)}`,
        rawHeaders: ['Host', 'a', `X-List-${String(list)}`, 'v'],
      })
    const fill = async (count: number) => {
      for (let n = 0; n < count; n += 1) await store.append(withHeader(n % 7, n), OK_REPLY)
    }
    const lists = (): number => {
      const database = new Database(join(folder, 'history.db'), { readonly: true })
      const count = database.prepare('SELECT count(*) FROM header_set').pluck().get() as number
      database.close()
      return count
    }
    await fill(1100)
    expect(lists()).toBeGreaterThan(1)
    await remove(store, all(1100))
    await store.removals.settled()
    expect(lists()).toBe(1)
    await fill(50)
    const details = await Promise.all((await allIds(store)).map((id) => store.detail(id)))
    const wanted = Array.from({ length: 50 }, (_, n) => `X-List-${String((49 - n) % 7)}`)
    expect(details.map((detail) => detail?.rawHeaders.at(-2))).toEqual(wanted)
  })

  it('removes what a filter lets through, and chosen requests', async () => {
    const store = await storeOf(50, await tempFolder())
    const failed = { ...EVERYTHING, verdicts: ['fail' as const] }
    expect(await store.removals.preview(all(20, failed))).toEqual({
      requests: 4,
      marked: 0,
      from: START + 4 * MINUTE,
      to: START + 19 * MINUTE,
    })
    await remove(store, all(20, failed))
    expect((await store.counts(failed)).total).toBe(6)
    const chosen = { filter: EVERYTHING, ids: [1, 2, 5, 1000], upTo: 50 }
    expect(await store.removals.preview(chosen)).toMatchObject({ requests: 2, marked: 0 })
    expect(await remove(store, chosen)).toMatchObject({ removed: 2 })
    expect((await store.counts(EVERYTHING)).total).toBe(44)
  })

  it('is remembered: when, how many, which and why', async () => {
    const store = await storeOf(20, await tempFolder())
    await remove(store, { filter: EVERYTHING, ids: [4, 7], upTo: 20 })
    await remove(store, { ...all(10) })
    const [second, first] = await store.removals.latest(10)
    expect(first).toMatchObject({ state: 'done', removed: 2, firstId: 4, lastId: 7, from: START + 3 * MINUTE })
    expect(second).toMatchObject({ removed: 8, firstId: 1, lastId: 10, to: START + 9 * MINUTE, what: 'test' })
    expect(second?.endedAt).not.toBeNull()
  })

  it('is one at a time, can be stopped, and goes on after a restart unless it was stopped', async () => {
    const folder = await tempFolder()
    const store = await storeOf(3000, folder)
    const half = new Promise<void>((resolve) => {
      store.on((event) => {
        if (event.type === 'clearing' && event.clearing.removed > 0) resolve()
      })
    })
    await store.removals.begin({ selection: all(3000), cause: 'by-hand', what: 'test' })
    await expect(store.removals.begin({ selection: all(1), cause: 'by-hand', what: 'x' })).rejects.toMatchObject({
      code: 'busy',
    })
    await half
    await store.removals.stop()
    expect(store.removals.progress().state).toBe('stopped')
    const { total } = await store.counts(EVERYTHING)
    expect(total).toBeGreaterThan(0)
    expect(total + store.removals.progress().removed).toBe(3000)
    await store.removals.begin({ selection: all(3000), cause: 'by-hand', what: 'again' })
    await store.close()

    const later = await openStore({ folder })
    await removalOver(later)
    expect((await later.counts(EVERYTHING)).total).toBe(0)
    const [again, stopped] = await later.removals.latest(2)
    expect(again).toMatchObject({ what: 'again', state: 'done', removed: total })
    expect(stopped).toMatchObject({ state: 'stopped', removed: 3000 - total })
    await later.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('leaves searches, users and sorted pages right, and the cursor of a page that was open', async () => {
    const store = await storeOf(400, await tempFolder())
    const page = { filter: EVERYTHING, sort: NEWEST_FIRST, newerThan: null, limit: 50 }
    const first = await store.page({ ...page, cursor: null })
    const byUser = { ...page, sort: { column: 'userId', direction: 'ascending' } as const }
    const users = await store.page({ ...byUser, cursor: null })
    await remove(store, all(380))
    const next = await store.page({ ...page, cursor: first.next })
    expect(next).toEqual({ items: [], next: null })
    expect((await store.page({ ...byUser, cursor: users.next })).items.length).toBeLessThanOrEqual(20)
    expect((await store.ids({ ...byUser, cursor: null, limit: 500 })).items).toHaveLength(20)
    expect((await store.counts({ ...EVERYTHING, userId: 'u_7' })).total).toBe(0)
    expect((await store.counts({ ...EVERYTHING, texts: ['u_39'] })).total).toBe(10)
    const totals = await store.users.totals({ from: null, to: null, endpointIds: [], userIdContains: null })
    expect(totals.users).toBe(20)
    const activity = await store.activity(EVERYTHING, START, START + 400 * MINUTE, MINUTE)
    expect(activity).toHaveLength(20)
  })

  it('lets a delivery be no duplicate of one that is gone, and finds the older one that stayed', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const send = async (n: number) =>
      store.append(
        aCapturedRequest({ target: '/hitpoint?user_id=u_1&reward_amount=5', receivedAt: START + n * 1000 }),
        OK_REPLY,
      )
    const related = (summary: { findings: readonly { code: string; related?: number | null }[] }) =>
      summary.findings.find(({ code }) => code === 'possible-duplicate')?.related ?? null
    for (let n = 0; n < 10; n++) await send(n)
    await remove(store, { ...all(10), filter: { ...EVERYTHING, codes: ['possible-duplicate'] } })
    expect(await allIds(store)).toEqual([1])
    expect(related(await send(11))).toBe(1)
    await remove(store, all(20))
    expect(related(await send(12))).toBeNull()
  })

  it('goes together with a re-reading', async () => {
    const folder = await tempFolder()
    const store = await storeOf(2000, folder)
    const [endpoint] = await store.endpoints()
    const done = rereadDone(store)
    const over = removalOver(store)
    await store.saveEndpoint(endpoint?.id ?? '', { ...(endpoint as NonNullable<typeof endpoint>), userIdParam: 'uid' })
    await store.removals.begin({ selection: all(1500), cause: 'by-hand', what: 'test' })
    await Promise.all([done, over])
    expect((await store.counts(EVERYTHING)).total).toBe(500)
    await store.close()
    expectTallyToFit(join(folder, 'history.db'))
  })

  it('waits for an archive, which is whole, and an export bears it', async () => {
    const store = await storeOf(1200, await tempFolder())
    const exported = store.export(EVERYTHING)[Symbol.asyncIterator]()
    await exported.next()
    const bytes = await archiveOf(store)
    const { until } = await store.archive.head(START)
    const read = store.archive.requests(until)[Symbol.asyncIterator]()
    await read.next()
    const waits = new Promise<string>((resolve) => {
      store.on((event) => {
        if (event.type === 'clearing' && event.clearing.why !== null) resolve(event.clearing.why)
      })
    })
    const over = removalOver(store)
    await store.removals.begin({ selection: all(1200), cause: 'by-hand', what: 'test' })
    expect(await waits).toContain('Waits until')
    expect(store.removals.progress().removed).toBe(0)
    let archived = 1
    while ((await read.next()).done !== true) archived += 1
    expect(archived).toBe(1200)
    await over
    let left = 0
    while ((await exported.next()).done !== true) left += 1
    expect(left).toBeLessThan(1200)
    const other = await openStore({ folder: await tempFolder() })
    await importBytes(other, bytes)
    expect((await other.counts(EVERYTHING)).total).toBe(1200)
    // What was removed comes back with an archive, under new ids.
    await importBytes(store, bytes)
    expect((await store.counts(EVERYTHING)).total).toBe(1200)
    expect(Math.min(...(await allIds(store)))).toBe(1201)
  })

  it('gives the file’s pages back, and begins the search index anew', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const body = new Uint8Array(60_000).fill(120)
    for (let from = 0; from < 1500; from += 500) {
      await Promise.all(
        Array.from({ length: 500 }, (_, n) =>
          store.append(aCapturedRequest({ target: `/hitpoint?user_id=u_${String(from + n)}`, body }), OK_REPLY),
        ),
      )
    }
    await remove(store, all(1400))
    await expect
      .poll(
        () => {
          const database = new Database(join(folder, 'history.db'), { readonly: true })
          const pages = database.pragma('page_count', { simple: true }) as number
          const stale = database.prepare("SELECT value FROM meta WHERE name = 'search_stale'").pluck().get()
          database.close()
          return { small: pages < 4000, stale }
        },
        { timeout: 20_000 },
      )
      .toEqual({ small: true, stale: undefined })
    expect(await collect(store.export({ ...EVERYTHING, texts: ['u_1450'] }))).toHaveLength(1)
  })
})
