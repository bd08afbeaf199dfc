import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG, type EndpointConfig } from '../../../src/core/endpoint.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import type { RereadProgress } from '../../../src/core/status.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { aPageRequest } from '../../support/collect.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** So many at once, that none is refused. */
const TOGETHER = 5000

async function fill(store: PostbackStore, count: number, targetOf: (n: number) => string): Promise<void> {
  for (let from = 0; from < count; from += TOGETHER) {
    const ids = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => from + n)
    await Promise.all(ids.map((n) => store.append(aCapturedRequest({ target: targetOf(n) }), OK_REPLY)))
  }
}

async function changeDefault(store: PostbackStore, change: Partial<EndpointConfig>): Promise<void> {
  const [endpoint] = await store.endpoints()
  await store.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, ...change })
}

describe('Reading the history again', () => {
  it('tells how far it is, and how many readings came out different', async () => {
    const store = await openStore({ folder: await tempFolder() })
    await fill(store, 2000, (n) => `/hitpoint?${n < 500 ? 'user_id' : 'uid'}=u${String(n)}&reward_amount=1`)
    const told: RereadProgress[] = []
    store.on((event) => {
      if (event.type === 'reread') told.push(event.progress)
    })
    const done = rereadDone(store)
    await changeDefault(store, { userIdParam: 'uid' })
    expect((await done).progress).toEqual({ state: 'done', done: 2000, total: 2000, changed: 2000 })
    expect(store.rereadProgress()).toEqual({ state: 'done', done: 2000, total: 2000, changed: 2000 })
    expect(told[0]).toEqual({ state: 'running', done: 0, total: 2000, changed: 0 })
    expect(told.map((progress) => progress.done)).toEqual(told.map((progress) => progress.done).sort((a, b) => a - b))
    const codes = await store.counts({ ...EVERYTHING, codes: ['param-missing'] })
    expect(codes.total).toBe(500)
    expect((await store.counts({ ...EVERYTHING, userId: 'u700' })).total).toBe(1)
    expect((await store.counts({ ...EVERYTHING, userId: 'u300' })).total).toBe(0)
  }, 60_000)

  it('goes on after a restart where it was', async () => {
    const folder = await tempFolder()
    const first = await openStore({ folder })
    // More than is read again while the store closes.
    const count = 40_000
    await fill(first, count, (n) => `/hitpoint?uid=u${String(n)}&reward_amount=1`)
    await changeDefault(first, { userIdParam: 'uid' })
    await first.close()
    const second = await openStore({ folder })
    const atStart = second.rereadProgress()
    expect(atStart).toMatchObject({ state: 'running', total: count })
    expect((await rereadDone(second)).progress).toEqual({ state: 'done', done: count, total: count, changed: count })
    expect((await second.counts({ ...EVERYTHING, verdicts: ['pass'] })).total).toBe(count)
    await second.close()
    expect((await openStore({ folder })).rereadProgress().state).toBe('idle')
  }, 60_000)

  it('starts over where the mapping changes once more meanwhile', async () => {
    const store = await openStore({ folder: await tempFolder() })
    await fill(store, 3000, (n) => `/hitpoint?uid=a${String(n)}&pid=b${String(n)}&reward_amount=1`)
    const done = rereadDone(store)
    await changeDefault(store, { userIdParam: 'uid' })
    await changeDefault(store, { userIdParam: 'pid' })
    expect((await done).progress).toMatchObject({ done: 3000, total: 3000 })
    const { items } = await store.page(aPageRequest({ filter: { ...EVERYTHING, userIdContains: 'a' } }))
    expect(items).toEqual([])
    expect((await store.counts({ ...EVERYTHING, verdicts: ['pass'] })).total).toBe(3000)
  }, 60_000)

  it('lets captures through, and they are read with the new mapping too', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const target = (n: number): string => `/hitpoint?uid=u${String(n)}&reward_amount=1`
    await fill(store, 3000, target)
    const done = rereadDone(store)
    await changeDefault(store, { userIdParam: 'uid' })
    const arrived = await store.append(aCapturedRequest({ target: target(7) }), OK_REPLY)
    expect(store.rereadProgress().state).toBe('running')
    expect(arrived.userId).toBe('u7')
    expect((await done).progress).toMatchObject({ done: 3001, total: 3001 })
    // The earlier one was only found alike once it had been read again itself.
    expect((await store.detail(arrived.id))?.findings).toMatchObject([{ code: 'possible-duplicate', related: 8 }])
  }, 60_000)

  it('takes a deleted endpoint away from what it had read', async () => {
    const store = await openStore({ folder: await tempFolder() })
    // A new endpoint has the history read again as well: it is not that end that is waited for below.
    const added = rereadDone(store)
    const other = await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/other' })
    await added
    const { id } = await store.append(aCapturedRequest({ target: '/other?user_id=a&reward_amount=1' }), OK_REPLY)
    expect((await store.detail(id))?.endpointId).toBe(other.id)
    const done = rereadDone(store)
    await store.deleteEndpoint(other.id)
    await done
    expect(await store.detail(id)).toMatchObject({ verdict: 'warn', findings: [{ code: 'path-unknown' }] })
    expect((await store.detail(id))?.endpointId).not.toBe(other.id)
    expect((await store.endpoints()).map((endpoint) => endpoint.path)).toEqual(['/hitpoint'])
  })

  it('forgets possible duplicates that the window no longer holds', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const receivedAt = 1_700_000_000_000
    await store.append(aCapturedRequest({ receivedAt }), OK_REPLY)
    const second = await store.append(aCapturedRequest({ receivedAt: receivedAt + 5 * 60_000 }), OK_REPLY)
    expect(second.findings.map((finding) => finding.code)).toEqual(['possible-duplicate'])
    const done = rereadDone(store)
    await changeDefault(store, { duplicateWindowMinutes: 4 })
    expect((await done).progress.changed).toBe(1)
    expect(await store.detail(second.id)).toMatchObject({ verdict: 'pass', findings: [] })
    expect((await store.counts({ ...EVERYTHING, codes: ['possible-duplicate'] })).total).toBe(0)
  })
})
