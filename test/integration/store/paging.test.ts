import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareDecimals } from '../../../src/core/amount.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING, type Sort, sortColumnSchema } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import type { PostbackDetail } from '../../../src/core/postback.ts'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds, aPageRequest, collect } from '../../support/collect.ts'

const ROWS = 3000
let folder: string
let store: PostbackStore
let all: readonly PostbackDetail[]
const names = new Map<string | null, string>()

/** A history in which every column has many equal values, and rows without one. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspector-test-'))
  store = await createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
  await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'aardvark', path: '/two' })
  for (const endpoint of await store.endpoints()) names.set(endpoint.id, endpoint.name.toLowerCase())
  const targetOf = (n: number): string => {
    if (n % 11 === 0) return '/favicon.ico'
    const amount = n % 7 === 0 ? 'ten' : `${String((n * 37) % 120)}.${String(n % 4)}`
    return `${n % 3 === 0 ? '/two' : '/hitpoint'}?user_id=user%20${String((n * 13) % 40)}&reward_amount=${amount}`
  }
  const stored = await Promise.all(
    Array.from({ length: ROWS }, (_, n) => {
      const body = new Uint8Array((n * 7) % 30)
      return store.append(aCapturedRequest({ target: targetOf(n), body, receivedAt: 1_700_000_000_000 + n * 10 }), {
        ...OK_REPLY,
        status: 200 + (n % 5),
      })
    }),
  )
  const replied = new Promise<void>((resolve) => {
    let missing = 0
    store.on((event) => {
      if (event.type !== 'replied') return
      missing -= event.replies.length
      if (missing === 0) resolve()
    })
    for (const { id, receivedAt } of stored) {
      if (id % 4 === 0) continue
      missing++
      store.recordReply(id, { sentAt: receivedAt + (id % 9), senderGone: false })
    }
  })
  await replied
  all = await collect(store.export(EVERYTHING))
}, 120_000)

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

/** What the column compares; null where a row has no value. */
function valueOf(detail: PostbackDetail, column: Sort['column']): number | string | null {
  switch (column) {
    case 'received':
      return detail.id
    case 'verdict':
      return detail.verdict === null ? null : ['pass', 'warn', 'fail'].indexOf(detail.verdict)
    case 'userId':
      return detail.userId
    case 'amount':
      return detail.amountValue
    case 'endpoint':
      return names.get(detail.endpointId) ?? null
    case 'status':
      return detail.reply.status
    case 'size':
      return detail.bodyLength
    case 'duration':
      return detail.reply.sentAt === null ? null : detail.reply.sentAt - detail.receivedAt
  }
}

function sorted({ column, direction }: Sort): number[] {
  const sign = direction === 'ascending' ? 1 : -1
  const compare = (a: number | string, b: number | string): number => {
    if (column === 'amount') return compareDecimals(String(a), String(b))
    return a < b ? -1 : a > b ? 1 : 0
  }
  return [...all]
    .sort((a, b) => {
      const [left, right] = [valueOf(a, column), valueOf(b, column)]
      if (left === null || right === null) {
        return left === right ? sign * (a.id - b.id) : left === null ? 1 : -1
      }
      return sign * (compare(left, right) || a.id - b.id)
    })
    .map((detail) => detail.id)
}

describe('Pages of a long history', () => {
  it('hold the whole of it', () => {
    expect(all.map((detail) => detail.id)).toEqual(Array.from({ length: ROWS }, (_, n) => n + 1))
  })

  for (const column of sortColumnSchema.options) {
    for (const direction of ['ascending', 'descending'] as const) {
      it(`sorted by ${column}, ${direction}, are the sorted whole: rows without a value last, none twice or left out`, async () => {
        expect(await allIds(store, { sort: { column, direction }, limit: 487 })).toEqual(sorted({ column, direction }))
      })
    }
  }

  it('hold the same rows as their ids say', async () => {
    const request = aPageRequest({ sort: { column: 'amount', direction: 'descending' }, limit: 50 })
    const { next } = await store.page(request)
    const [page, ids] = await Promise.all([
      store.page({ ...request, cursor: next }),
      store.ids({ ...request, cursor: next }),
    ])
    expect(page.items.map((item) => item.id)).toEqual(ids.items)
    expect(page.next).toBe(ids.next)
  })

  it('follow a filter as well', async () => {
    const filter = { ...EVERYTHING, verdicts: ['fail' as const] }
    const fails = new Set(all.filter((detail) => detail.verdict === 'fail').map((detail) => detail.id))
    const sort = { column: 'userId', direction: 'ascending' } as const
    expect(await allIds(store, { filter, sort, limit: 100 })).toEqual(sorted(sort).filter((id) => fails.has(id)))
  })

  it('end without a cursor where the last page is just full', async () => {
    const { next } = await store.ids(aPageRequest({ limit: ROWS }))
    expect(next).toBeNull()
  })

  it('neither repeat nor miss a row while others arrive', async () => {
    const before = all.map((detail) => detail.id).toReversed()
    const arrive = async (): Promise<void> => {
      await store.append(aCapturedRequest(), OK_REPLY)
    }
    const seen = await allIds(store, { limit: 500, between: arrive })
    expect(seen).toEqual(before)
    const newer = await store.ids(aPageRequest({ newerThan: ROWS }))
    expect(newer.items.length).toBe(6)
  })

  it('refuse a cursor of another sort, of another filter, or of nobody', async () => {
    const { next } = await store.ids(aPageRequest({ limit: 1 }))
    const bad = { name: 'StoreError', code: 'bad-cursor' }
    const verdict = { column: 'verdict', direction: 'ascending' } as const
    await expect(store.ids(aPageRequest({ cursor: next, sort: verdict }))).rejects.toMatchObject(bad)
    const filter = { ...EVERYTHING, userId: 'a' }
    await expect(store.page(aPageRequest({ cursor: next, filter }))).rejects.toMatchObject(bad)
    for (const cursor of ['', 'x', 'bnVsbA', Buffer.from('{"f":1}').toString('base64url')]) {
      await expect(store.ids(aPageRequest({ cursor }))).rejects.toMatchObject(bad)
    }
  })

  it('go on after a row whose value is too long for a cursor', async () => {
    const filter = { ...EVERYTHING, from: 1_800_000_000_000 }
    for (const end of ['a', 'b', 'c']) {
      const target = `/hitpoint?user_id=${'z'.repeat(5000)}${end}&reward_amount=1`
      await store.append(aCapturedRequest({ target, receivedAt: 1_800_000_000_000 }), OK_REPLY)
    }
    const sort = { column: 'userId', direction: 'descending' } as const
    const { items, next } = await store.page(aPageRequest({ filter, sort, limit: 2 }))
    expect(items.map((item) => item.userId?.at(-1))).toEqual(['c', 'b'])
    expect(next?.length).toBeLessThan(1000)
    const after = await store.page(aPageRequest({ filter, sort, limit: 1, cursor: next }))
    expect(after.items[0]?.userId?.at(-1)).toBe('a')
  })
})
