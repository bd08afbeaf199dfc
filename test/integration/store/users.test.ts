import { describe, expect, it } from 'vitest'
import { sumAmounts } from '../../../src/core/amount.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { EVERY_USER, type UserFilter, type UserSort } from '../../../src/core/users.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { randomDecimals, seededRandom, shuffled } from '../../support/random-decimals.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const START = 1_700_000_000_000
const BY_ID: UserSort = { column: 'userId', direction: 'ascending' }

/** Stores these one second apart, in order. */
async function storeOf(targets: readonly string[], method = 'GET'): Promise<PostbackStore> {
  const store = await openStore({ folder: await tempFolder() })
  await add(store, targets, method)
  return store
}

async function add(store: PostbackStore, targets: readonly string[], method = 'GET'): Promise<void> {
  await Promise.all(
    targets.map((target, at) =>
      store.append(aCapturedRequest({ target, method, receivedAt: START + at * 1000 }), OK_REPLY),
    ),
  )
}

const of = (user: string, amount: string): string =>
  `/hitpoint?user_id=${encodeURIComponent(user)}&reward_amount=${amount}`
const list = (store: PostbackStore, sort = BY_ID, filter: UserFilter = EVERY_USER, offset = 0, limit = 100) =>
  store.users.page({ filter, sort, offset, limit })

describe('Users', () => {
  it('are counted and added up exactly, with what could not be summed and why', async () => {
    const store = await storeOf([
      of('anna', '0.1'),
      of('anna', '0.2'),
      of('anna', '1,50'),
      of('anna', '2,50'),
      of('anna', 'ten'),
      '/hitpoint?user_id=anna',
      of('anna', '1e999'),
      of('anna', '9007199254740993'),
      of('bob', '-5'),
    ])
    const [anna, bob] = await list(store)
    expect(anna).toEqual({
      userId: 'anna',
      count: 8,
      sum: '9007199254740993.3',
      notSummed: expect.anything() as unknown,
      duplicates: 0,
      sumWithoutDuplicates: '9007199254740993.3',
      firstSeen: START,
      lastSeen: START + 7000,
      verdicts: { pass: 3, warn: 1, fail: 4 },
    })
    expect(new Map(anna?.notSummed.map(({ reason, count }) => [reason, count]))).toEqual(
      new Map([
        ['amount-decimal-comma', 2],
        ['amount-not-a-number', 1],
        ['param-missing', 1],
        ['beyond-bounds', 1],
      ]),
    )
    expect(anna?.notSummed[0]?.reason).toBe('amount-decimal-comma')
    expect(bob).toMatchObject({ count: 1, sum: '-5', notSummed: [], verdicts: { pass: 0, warn: 1, fail: 0 } })
  })

  it('are told with and without their possible duplicates', async () => {
    const store = await storeOf([of('a', '5'), of('a', '5'), of('a', '5'), of('a', '7')])
    expect(await list(store)).toMatchObject([{ count: 4, sum: '22', duplicates: 2, sumWithoutDuplicates: '12' }])
  })

  it('are of postbacks alone: a HEAD or a scanner credits nobody', async () => {
    const store = await storeOf([of('a', '5')])
    await add(store, [of('a', '5'), of('b', '5')], 'HEAD')
    await add(store, ['/wp-login.php?user=a'])
    expect(await list(store)).toMatchObject([{ userId: 'a', count: 1, sum: '5' }])
    expect(await store.users.totals(EVERY_USER)).toMatchObject({ users: 1, count: 1, sum: '5' })
  })

  it('are told by endpoint', async () => {
    const store = await storeOf([])
    const other = await store.saveEndpoint(null, { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/other' })
    const [first] = await store.endpoints()
    await add(store, [of('a', '1.5'), of('a', '2.5'), of('a', '8').replace('/hitpoint', '/other')])
    const detail = await store.users.detail('a', EVERY_USER)
    expect(detail).toMatchObject({ count: 3, sum: '12' })
    expect(detail?.endpoints).toMatchObject([
      { endpointId: first?.id, count: 2, sum: '4' },
      { endpointId: other.id, count: 1, sum: '8' },
    ])
    expect(await list(store, BY_ID, { ...EVERY_USER, endpointIds: [other.id] })).toMatchObject([{ sum: '8' }])
    expect(await store.users.detail('nobody', EVERY_USER)).toBeNull()
  })

  it('keep ids of every kind apart: empty, spaces, controls, bidi, halves of a pair, very long', async () => {
    const ids = ['', ' ', 'a', 'a ', 'A', '\u0000', 'x\u202ey', '😀', 'x'.repeat(8000)]
    const store = await storeOf([...ids.map((id) => of(id, '1')), '/hitpoint?reward_amount=3'])
    const found = await list(store)
    expect(new Set(found.map(({ userId }) => userId))).toEqual(new Set(ids))
    for (const id of ids) expect(await store.users.detail(id, EVERY_USER)).toMatchObject({ userId: id, count: 1 })
    expect(await store.users.totals(EVERY_USER)).toMatchObject({
      users: ids.length,
      count: ids.length,
      sum: String(ids.length),
      withoutUserId: { count: 1, sum: '3' },
    })
  })

  it('are sorted by each column, both ways, amounts as numbers', async () => {
    const store = await storeOf([of('a', '9'), of('b', '10'), of('c', '-1'), of('c', '0.5'), of('d', 'no')])
    const ids = async (column: UserSort['column'], direction: UserSort['direction']): Promise<string> =>
      (await list(store, { column, direction })).map(({ userId }) => userId).join('')
    expect(await ids('userId', 'descending')).toBe('dcba')
    expect(await ids('count', 'descending')).toBe('cabd')
    expect(await ids('count', 'ascending')).toBe('abdc')
    expect(await ids('sum', 'descending')).toBe('badc')
    expect(await ids('sum', 'ascending')).toBe('cdab')
    expect(await ids('lastSeen', 'descending')).toBe('dcba')
  })

  it('are filtered by a span, and by a part of the id in any case', async () => {
    const store = await storeOf([of('Anna', '1'), of('bob', '2'), of('anna', '4')])
    const ids = async (filter: Partial<UserFilter>): Promise<string[]> =>
      (await list(store, BY_ID, { ...EVERY_USER, ...filter })).map(({ userId }) => userId)
    expect(await ids({ userIdContains: 'NN' })).toEqual(['Anna', 'anna'])
    expect(await ids({ userIdContains: '%' })).toEqual([])
    expect(await ids({ from: START + 1000, to: START + 2000 })).toEqual(['bob'])
    expect(await ids({ from: START + 9000 })).toEqual([])
    expect(await store.users.totals({ ...EVERY_USER, from: START + 9000 })).toMatchObject({ users: 0, sum: '0' })
  })
})

describe('A hundred thousand postbacks with amounts of up to 30 digits', () => {
  it('add up to the integer sum, for every user and for all, and come page by page', async () => {
    const random = seededRandom(7)
    const { texts, total } = randomDecimals(100_000, random)
    const users = 40_000
    const amounts = new Map<string, string[]>()
    const targets = shuffled(texts, random).map((amount) => {
      const user = `u_${String(Math.floor(random() * users))}`
      amounts.set(user, [...(amounts.get(user) ?? []), amount])
      return of(user, amount)
    })
    const store = await storeOf([])
    // Few enough at once that a slow disk still takes them while their senders wait.
    for (let from = 0; from < targets.length; from += 1000) await add(store, targets.slice(from, from + 1000))

    const totals = await store.users.totals(EVERY_USER)
    expect(totals).toMatchObject({ users: amounts.size, count: 100_000, sum: total, notSummed: [] })

    const seen = new Map<string, string>()
    for (const offset of [0, 200, amounts.size - 150]) {
      const page = await list(store, { column: 'sum', direction: 'descending' }, EVERY_USER, offset, 200)
      expect(page).toHaveLength(Math.min(200, amounts.size - offset))
      for (const user of page) seen.set(user.userId, user.sum)
    }
    expect(seen.size).toBe(550)
    for (const [user, sum] of seen) expect(sum).toBe(sumAmounts(amounts.get(user) ?? []).total)
  }, 240_000)
})
