import { describe, expect, it } from 'vitest'
import type { DuplicateGroup } from '../../../src/core/duplicate-group.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const START = 1_700_000_000_000
const MINUTE = 60_000
const SAME = '/hitpoint?user_id=a&reward_amount=1'

async function setWindow(
  store: PostbackStore,
  duplicateWindowMinutes: number,
  withTransactions = false,
): Promise<void> {
  const [endpoint] = await store.endpoints()
  const extraFields = withTransactions ? [{ field: 'transaction_id', param: 'tid' }] : []
  const done = rereadDone(store)
  await store.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, extraFields, duplicateWindowMinutes })
  await done
}

async function storeOf(
  arrivals: readonly (readonly [minute: number, target: string, method?: string])[],
  withTransactions = false,
): Promise<PostbackStore> {
  const store = await openStore({ folder: await tempFolder() })
  await setWindow(store, 11, withTransactions)
  await Promise.all(
    arrivals.map(([minute, target, method = 'GET']) =>
      store.append(aCapturedRequest({ receivedAt: START + minute * MINUTE, target, method }), OK_REPLY),
    ),
  )
  return store
}

const ids = (group: DuplicateGroup | null): readonly number[] | undefined => group?.members.map(({ id }) => id)

describe('The group of a possible duplicate', () => {
  it('has earlier and later ones, whichever of them is asked about', async () => {
    const store = await storeOf([
      [0, SAME],
      [1, '/hitpoint?user_id=b&reward_amount=1'],
      [2, SAME, 'HEAD'],
      [5, SAME],
      [15, SAME],
      [40, SAME],
      [41, '/hitpoint?user_id=a&reward_amount=1.0'],
    ])
    for (const id of [1, 4, 5]) expect(ids(await store.duplicateGroup(id))).toEqual([1, 4, 5])
    expect(ids(await store.duplicateGroup(6))).toEqual([6])
    expect(await store.duplicateGroup(4)).toMatchObject({
      windowMinutes: 11,
      moreEarlier: false,
      moreLater: false,
      members: [
        { related: null },
        { related: 1, receivedAt: START + 5 * MINUTE, reply: { status: 200 } },
        { related: 4 },
      ],
    })
    expect(await store.duplicateGroup(3)).toBeNull()
    expect(await store.duplicateGroup(99)).toBeNull()
  })

  it('leaves out what another transaction id tells apart', async () => {
    const store = await storeOf(
      [
        [0, `${SAME}&tid=x`],
        [1, `${SAME}&tid=y`],
        [2, SAME],
        [3, `${SAME}&tid=x`],
      ],
      true,
    )
    expect(ids(await store.duplicateGroup(1))).toEqual([1, 3, 4])
    expect(ids(await store.duplicateGroup(2))).toEqual([2, 3])
    expect(ids(await store.duplicateGroup(3))).toEqual([1, 2, 3, 4])
    expect((await store.duplicateGroup(4))?.members.map(({ transactionId }) => transactionId)).toEqual(['x', null, 'x'])
  })

  it('follows the window when the history is read again', async () => {
    const store = await storeOf([
      [0, SAME],
      [5, SAME],
    ])
    expect(ids(await store.duplicateGroup(1))).toEqual([1, 2])
    await setWindow(store, 2)
    expect(ids(await store.duplicateGroup(1))).toEqual([1])
    await setWindow(store, 0)
    expect(await store.duplicateGroup(1)).toBeNull()
  })

  it('is bounded where thousands repeat, and says so', async () => {
    const store = await storeOf(Array.from({ length: 500 }, () => [0, SAME] as const))
    const group = await store.duplicateGroup(1)
    expect(group?.members.length).toBeLessThan(210)
    expect(group?.members.some(({ id }) => id === 1)).toBe(true)
    expect(group === null || group.moreEarlier || group.moreLater).toBe(true)
  })
})
