/** What every `PostbackStore` does, whatever it is made of. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../src/core/endpoint.ts'
import { EVERYTHING } from '../../src/core/filter.ts'
import type { PostbackStore, StoreEvent } from '../../src/core/ports.ts'
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'
import { aPageRequest, collect } from '../support/collect.ts'
import { rereadDone, storeEvent } from '../support/open-store.ts'

/** `open` gives a new, empty store that is closed after the test. */
export function describePostbackStore(name: string, open: () => Promise<PostbackStore>): void {
  const append = (store: PostbackStore, target: string) => store.append(aCapturedRequest({ target }), OK_REPLY)

  describe(`${name} keeps requests`, () => {
    it('answers an append with what it understood of the request', async () => {
      const store = await open()
      const [endpoint] = await store.endpoints()
      expect(await append(store, '/hitpoint?user_id=anna&reward_amount=12.50')).toMatchObject({
        id: 1,
        kind: 'postback',
        verdict: 'pass',
        endpointId: endpoint?.id,
        userId: 'anna',
        rewardAmount: '12.50',
        amountValue: '12.5',
        reply: { status: 200, sentAt: null, senderGone: false },
      })
    })

    it('lists them newest first, and gives the same as a page, by ids and as answers', async () => {
      const store = await open()
      const answered = []
      for (const n of [1, 2, 3]) answered.push(await append(store, `/hitpoint?user_id=u${String(n)}&reward_amount=1`))
      const page = await store.page(aPageRequest())
      expect(page).toEqual({ items: answered.toReversed(), next: null })
      expect(await store.ids(aPageRequest())).toEqual({ items: [3, 2, 1], next: null })
      expect(await store.byIds([2, 99, 3])).toEqual([answered[1], answered[2]])
      expect((await store.page(aPageRequest({ newerThan: 2 }))).items).toEqual([answered[2]])
    })

    it('gives a page and those of some ids as text too, with bytes beyond ASCII as they arrived', async () => {
      const store = await open()
      for (const target of [
        '/hitpoint?user_id=a&reward_amount=1,5',
        '/hitpoint?user_id=\u00e9\u0000&reward_amount=\u20ac',
      ]) {
        await append(store, target)
      }
      const page = await store.page(aPageRequest())
      expect(page.items.map(({ target }) => target)).toEqual([
        '/hitpoint?user_id=\u00e9\u0000&reward_amount=\u20ac',
        '/hitpoint?user_id=a&reward_amount=1,5',
      ])
      expect(JSON.parse(await store.texts.page(aPageRequest()))).toEqual(page)
      expect(JSON.parse(await store.texts.byIds([1]))).toEqual(page.items.slice(1))
    })

    it('gives back all that was kept of a request', async () => {
      const store = await open()
      const body = new Uint8Array([0, 1, 254, 255])
      const request = aCapturedRequest({
        method: 'POST',
        body,
        bodyLength: 10,
        bodyComplete: false,
        rawHeaders: ['HOST', 'a', 'x-a', '', 'X-A', 'two  words'],
      })
      const { id } = await store.append(request, { ...OK_REPLY, status: 201, headers: [['X-B', 'c']], body: 'fine' })
      expect(await store.detail(id)).toMatchObject({
        rawHeaders: request.rawHeaders,
        bodyBase64: Buffer.from(body).toString('base64'),
        bodyLength: 10,
        bodyComplete: false,
        httpVersion: '1.1',
        remoteAddress: '127.0.0.1',
        remotePort: request.remotePort,
        rejectionCode: null,
        rejectionBytesBase64: null,
        replyHeaders: [['X-B', 'c']],
        replyBody: 'fine',
        reply: { status: 201 },
      })
      expect(await store.detail(id + 1)).toBeNull()
    })

    it('keeps bytes that were no HTTP request', async () => {
      const store = await open()
      const firstBytes = new Uint8Array([22, 3, 1, 0])
      const rejected = { code: 'HPE_INVALID_METHOD', firstBytes }
      const request = aCapturedRequest({
        method: null,
        target: null,
        httpVersion: null,
        rawHeaders: [],
        rejection: rejected,
      })
      const { id, kind, rejectionCode } = await store.append(request, { ...OK_REPLY, status: 400 })
      expect({ kind, rejectionCode }).toEqual({ kind: 'rejected', rejectionCode: 'HPE_INVALID_METHOD' })
      expect(await store.detail(id)).toMatchObject({
        method: null,
        target: null,
        rejectionBytesBase64: Buffer.from(firstBytes).toString('base64'),
      })
    })

    it('notes what became of a reply and says so', async () => {
      const store = await open()
      const { id, receivedAt } = await append(store, '/hitpoint?user_id=a&reward_amount=1')
      const replied = storeEvent(
        store,
        (event): event is Extract<StoreEvent, { type: 'replied' }> => event.type === 'replied',
      )
      store.recordReply(id, { sentAt: receivedAt + 7, senderGone: true })
      expect((await replied).replies).toEqual([{ id, sentAt: receivedAt + 7, senderGone: true }])
      expect((await store.detail(id))?.reply).toEqual({ status: 200, sentAt: receivedAt + 7, senderGone: true })
    })

    it('names the earlier one of two that are alike', async () => {
      const store = await open()
      const first = await append(store, '/hitpoint?user_id=a&reward_amount=1')
      await append(store, '/hitpoint?user_id=b&reward_amount=1')
      const second = await append(store, '/hitpoint?user_id=a&reward_amount=1')
      expect(first.verdict).toBe('pass')
      expect(second.verdict).toBe('warn')
      expect(second.findings).toMatchObject([{ code: 'possible-duplicate', related: first.id }])
    })
  })

  describe(`${name} tells what it holds`, () => {
    it('counts by kind and verdict', async () => {
      const store = await open()
      await append(store, '/hitpoint?user_id=a&reward_amount=1')
      await append(store, '/hitpoint?user_id=a')
      await append(store, '/favicon.ico')
      expect(await store.counts(EVERYTHING)).toEqual({
        total: 3,
        byKind: { postback: 2, probe: 0, noise: 1, rejected: 0 },
        byVerdict: { pass: 1, warn: 0, fail: 1 },
      })
      expect((await store.counts({ ...EVERYTHING, verdicts: ['fail'] })).total).toBe(1)
    })

    it('draws the activity in slices and leaves out the empty ones', async () => {
      const store = await open()
      const from = Date.UTC(2026, 0, 1)
      for (const [second, target] of [
        [0, '/hitpoint?user_id=a&reward_amount=1'],
        [9.999, '/hitpoint?user_id=a'],
        [10, '/robots.txt'],
        [31, '/hitpoint?user_id=b&reward_amount=1'],
        [40, '/hitpoint?user_id=c&reward_amount=1'],
      ] as const) {
        await store.append(aCapturedRequest({ target, receivedAt: from + second * 1000 }), OK_REPLY)
      }
      expect(await store.activity(EVERYTHING, from, from + 40_000, 10_000)).toEqual([
        { from, pass: 1, warn: 0, fail: 1, other: 0 },
        { from: from + 10_000, pass: 0, warn: 0, fail: 0, other: 1 },
        { from: from + 30_000, pass: 1, warn: 0, fail: 0, other: 0 },
      ])
    })

    it('counts how many have each finding in a span, the most frequent first', async () => {
      const store = await open()
      const from = Date.UTC(2026, 0, 1)
      for (const [second, target] of [
        [0, '/hitpoint?user_id=a'],
        [10, '/hitpoint?user_id=b&reward_amount=0'],
        [20, '/hitpoint?user_id=c&user_id=d'],
        [30, '/hitpoint?user_id=e&reward_amount=1'],
        // Stored last, and arrived before all others.
        [-5, '/hitpoint?user_id=f&reward_amount=0'],
        [15, '/favicon.ico'],
      ] as const) {
        await store.append(aCapturedRequest({ target, receivedAt: from + second * 1000 }), OK_REPLY)
      }
      const counted = async (first: number | null, end: number | null) =>
        (await store.codes(first === null ? null : from + first * 1000, end === null ? null : from + end * 1000)).map(
          ({ code, count }) => `${code} ${String(count)}`,
        )
      expect(await counted(null, null)).toEqual(['param-missing 2', 'amount-zero 2', 'repeated-param 1'])
      expect(await counted(0, 10)).toEqual(['param-missing 1'])
      expect(await counted(null, 11)).toEqual(['amount-zero 2', 'param-missing 1'])
      expect(await counted(20, null)).toEqual(['param-missing 1', 'repeated-param 1'])
      expect(await counted(25, 30)).toEqual([])
      expect(await counted(40, null)).toEqual([])
    })

    it('suggests user ids by prefix, the most recent first', async () => {
      const store = await open()
      for (const id of ['anna', 'bob', 'anton', 'anna', 'Anna']) {
        await append(store, `/hitpoint?user_id=${id}&reward_amount=1`)
      }
      expect(await store.userIdsLike('an', 10)).toEqual(['anna', 'anton'])
      expect(await store.userIdsLike('', 2)).toEqual(['Anna', 'anna'])
      expect(await store.userIdsLike('%', 10)).toEqual([])
    })

    it('exports what matches, oldest first', async () => {
      const store = await open()
      for (const id of ['a', 'b', 'a']) await append(store, `/hitpoint?user_id=${id}&reward_amount=1`)
      const exported = await collect(store.export({ ...EVERYTHING, userId: 'a' }))
      expect(exported.map((detail) => detail.id)).toEqual([1, 3])
      expect(exported[0]).toEqual(await store.detail(1))
    })
  })

  describe(`${name} keeps endpoints`, () => {
    it('starts with Adjump’s documented example', async () => {
      const store = await open()
      expect(await store.endpoints()).toMatchObject([DEFAULT_ENDPOINT_CONFIG])
    })

    it('refuses a second endpoint on one path, and any other spelling of it', async () => {
      const store = await open()
      for (const path of ['/hitpoint', '/HitPoint', '/hitpoint/', '//hitpoint']) {
        const taken = store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, path })
        await expect(taken).rejects.toMatchObject({ name: 'StoreError', code: 'path-taken' })
      }
      expect(await store.endpoints()).toHaveLength(1)
    })

    it('lets an endpoint keep its own path', async () => {
      const store = await open()
      const [first] = await store.endpoints()
      const saved = await store.saveEndpoint(first?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, name: 'Renamed' })
      expect(await store.endpoints()).toEqual([saved])
      expect(saved).toMatchObject({ id: first?.id, name: 'Renamed' })
    })

    it('keeps the last endpoint', async () => {
      const store = await open()
      const [first] = await store.endpoints()
      await expect(store.deleteEndpoint(first?.id ?? '')).rejects.toMatchObject({ code: 'last-endpoint' })
      await expect(store.deleteEndpoint('nobody')).rejects.toMatchObject({ code: 'not-found' })
      await expect(store.saveEndpoint('nobody', DEFAULT_ENDPOINT_CONFIG)).rejects.toMatchObject({ code: 'not-found' })
    })

    it('brings a deleted endpoint back as it was, unless its path is taken by now', async () => {
      const store = await open()
      const [first] = await store.endpoints()
      const shop = await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Shop', path: '/shop' })
      await store.deleteEndpoint(shop.id)
      expect(await store.endpoints()).toEqual([first])
      expect(await store.restoreEndpoint(shop.id)).toEqual(shop)
      expect(await store.endpoints()).toEqual([first, shop])
      await expect(store.restoreEndpoint(shop.id)).rejects.toMatchObject({ code: 'not-found' })
      await store.deleteEndpoint(shop.id)
      await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/Shop/' })
      await expect(store.restoreEndpoint(shop.id)).rejects.toMatchObject({ code: 'path-taken' })
    })

    it('reads the history again when a name changes, and not when only the reply does', async () => {
      const store = await open()
      const [endpoint] = await store.endpoints()
      await append(store, '/hitpoint?uid=anna&reward_amount=1')
      await store.saveEndpoint(endpoint?.id ?? '', {
        ...DEFAULT_ENDPOINT_CONFIG,
        name: 'Other',
        reply: OK_REPLY_CONFIG,
      })
      expect(store.rereadProgress().state).toBe('idle')
      const done = rereadDone(store)
      await store.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, userIdParam: 'uid' })
      expect((await done).progress).toEqual({ state: 'done', done: 1, total: 1, changed: 1 })
      expect(await store.detail(1)).toMatchObject({ userId: 'anna', verdict: 'pass' })
    })
  })

  describe(`${name} keeps what the app needs`, () => {
    it('starts with the defaults and keeps changed settings', async () => {
      const store = await open()
      expect(await store.settings()).toEqual(DEFAULT_SETTINGS)
      const changed = {
        ...DEFAULT_SETTINGS,
        receiver: { ...DEFAULT_SETTINGS.receiver, port: 5000, portTaken: 'fail' as const },
      }
      await store.saveSettings(changed)
      expect(await store.settings()).toEqual(changed)
    })

    it('keeps memos by name', async () => {
      const store = await open()
      expect(await store.memo('last-url')).toBeNull()
      await store.saveMemo('last-url', 'https://a.test')
      expect(await store.memo('last-url')).toBe('https://a.test')
      await store.saveMemo('last-url', null)
      expect(await store.memo('last-url')).toBeNull()
    })

    it('keeps outages and finds those that touch a span', async () => {
      const store = await open()
      const tunnel = await store.openOutage('tunnel-down', 1000, 'The tunnel server went away.')
      expect(tunnel).toEqual({ id: tunnel.id, reason: 'tunnel-down', from: 1000, to: null, why: tunnel.why })
      expect(await store.outages(5000, 6000)).toEqual([tunnel])
      await store.closeOutage(tunnel.id, 2000)
      expect(await store.outages(1999, 6000)).toEqual([{ ...tunnel, to: 2000 }])
      expect(await store.outages(2000, 6000)).toEqual([])
      expect(await store.outages(0, 1000)).toEqual([])
      await expect(store.closeOutage(tunnel.id + 1, 1)).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  describe(`${name}, once closed,`, () => {
    it('has committed what was under way, and refuses the rest', async () => {
      const store = await open()
      const target = '/hitpoint?user_id=a&reward_amount=1'
      const underWay = Array.from({ length: 2000 }, () => append(store, target))
      await store.close()
      expect((await Promise.all(underWay)).at(-1)?.id).toBe(2000)
      const closed = { name: 'StoreError', code: 'closed' }
      await expect(append(store, '/hitpoint?user_id=a&reward_amount=1')).rejects.toMatchObject(closed)
      await expect(store.page(aPageRequest())).rejects.toMatchObject(closed)
      await expect(store.texts.page(aPageRequest())).rejects.toMatchObject(closed)
      await expect(store.saveMemo('a', 'b')).rejects.toMatchObject(closed)
      await expect(collect(store.export(EVERYTHING))).rejects.toMatchObject(closed)
      await store.close()
    })
  })
}

const OK_REPLY_CONFIG = { status: 204, headers: [], body: '', delayMs: 5 }
