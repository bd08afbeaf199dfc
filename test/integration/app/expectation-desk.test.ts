import { describe, expect, it, onTestFinished } from 'vitest'
import { createExpectationDesk, type ExpectationDesk } from '../../../src/app/expectation-desk.ts'
import type { Arming, Expectation } from '../../../src/core/expectation.ts'
import type { ExpectationPageRequest } from '../../../src/core/expectation-records.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import { archiveOf, importBytes } from '../../support/archives.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const MINUTE = 60_000

interface Bench {
  readonly store: PostbackStore
  readonly desk: ExpectationDesk
  readonly told: Expectation[]
  readonly removed: string[]
  arming(rest?: Partial<Arming>): Promise<Arming>
  /** Stores a postback without telling the desk. */
  stored(userId: string, amount: string): Promise<PostbackSummary>
  /** Stores a postback and tells the desk. */
  arrives(userId: string, amount: string): Promise<PostbackSummary>
  outcome(id: string): Promise<Expectation['outcome']>
}

/** A desk over a real store. The clock can be set ahead. */
async function aBench(folder: string, clock: { ahead: number } = { ahead: 0 }): Promise<Bench> {
  const now = (): number => Date.now() + clock.ahead
  const store = await openStore({ folder, now })
  const told: Expectation[] = []
  const removed: string[] = []
  const desk = createExpectationDesk({
    store,
    hasEndpoint: (id) => id !== 'gone',
    outages: (from, to) => store.outages(from, to),
    onChange(change) {
      told.push(...change.changed)
      removed.push(...change.removed)
    },
    onBug(error) {
      throw error
    },
    now,
  })
  onTestFinished(() => desk.close())
  const stored = (userId: string, amount: string): Promise<PostbackSummary> => {
    const query = `user_id=${encodeURIComponent(userId)}&reward_amount=${encodeURIComponent(amount)}`
    return store.append(aCapturedRequest({ target: `/hitpoint?${query}`, receivedAt: now() }), OK_REPLY)
  }
  return {
    store,
    desk,
    told,
    removed,
    stored,
    async arming(rest = {}) {
      const [endpoint] = await store.endpoints()
      return { endpointId: endpoint?.id ?? '', userId: 'u_1', amount: '5', waitMs: MINUTE, ...rest }
    },
    async arrives(userId, amount) {
      const summary = await stored(userId, amount)
      desk.received([summary])
      return summary
    },
    async outcome(id) {
      const [found] = await store.expectations.byIds([id])
      return found?.outcome ?? { state: 'cancelled', endedAt: -1 }
    },
  }
}

describe('an armed expectation', () => {
  it('is not met by a postback that an archive brought, even after a restart', async () => {
    const elsewhere = await openStore({ folder: await tempFolder() })
    const folder = await tempFolder()
    const before = await aBench(folder)
    const { id } = await before.desk.arm(await before.arming())
    // An endpoint of a history that nothing has arrived in would give way to the archive's.
    await before.arrives('u_0', '1')
    await elsewhere.append(
      aCapturedRequest({ target: '/hitpoint?user_id=u_1&reward_amount=5', receivedAt: Date.now() }),
      OK_REPLY,
    )
    const imported = rereadDone(before.store)
    expect(await importBytes(before.store, await archiveOf(elsewhere))).toMatchObject({ added: 1 })
    await imported
    await before.desk.close()
    await before.store.close()
    const after = await aBench(folder)
    await after.desk.list({ which: 'all', cursor: null, limit: 10 })
    const { id: postbackId } = await after.arrives('u_1', '5')
    await expect.poll(() => after.outcome(id)).toMatchObject({ state: 'met', postbackId })
  })

  it('is met by the exact postback, which is told and stored', async () => {
    const bench = await aBench(await tempFolder())
    const { id } = await bench.desk.arm(await bench.arming())
    await bench.arrives('u_2', '7.25')
    const { id: postbackId } = await bench.arrives('u_1', '5')
    expect(bench.told.at(-1)).toMatchObject({ id, outcome: { state: 'met', postbackId } })
    await expect.poll(() => bench.outcome(id)).toMatchObject({ state: 'met', postbackId })
  })

  it('ends as mismatched when its time is over, and was shown as close before', async () => {
    const bench = await aBench(await tempFolder())
    const { id } = await bench.desk.arm(await bench.arming({ userId: 'u_Abc', waitMs: 2_000 }))
    const { id: postbackId } = await bench.arrives('u_abc', '5')
    expect(bench.told.at(-1)?.outcome).toMatchObject({ state: 'pending', nearest: { postbackId } })
    await expect
      .poll(() => bench.outcome(id))
      .toMatchObject({ state: 'mismatched', nearest: { postbackId, differences: [{ causes: ['case'] }] } })
  })

  it('expires where nothing came, and says so where nobody could have reached us', async () => {
    const bench = await aBench(await tempFolder())
    const expired = await bench.desk.arm(await bench.arming({ waitMs: 50 }))
    await expect.poll(() => bench.outcome(expired.id)).toMatchObject({ state: 'expired', others: 0 })
    await bench.store.openOutage('tunnel-down', Date.now(), 'The tunnel was closed.')
    const { id } = await bench.desk.arm(await bench.arming({ waitMs: 50 }))
    await expect
      .poll(() => bench.outcome(id))
      .toMatchObject({ state: 'not-listening', spans: [{ reason: 'tunnel-down', why: 'The tunnel was closed.' }] })
  })

  it('is refused on an endpoint that is not there', async () => {
    const bench = await aBench(await tempFolder())
    await expect(bench.desk.arm(await bench.arming({ endpointId: 'gone' }))).rejects.toMatchObject({
      code: 'not-found',
      issues: [{ path: ['endpointId'] }],
    })
  })

  it('can be cancelled, armed again, cleared with the others and brought back', async () => {
    const bench = await aBench(await tempFolder())
    const { id } = await bench.desk.arm(await bench.arming())
    expect((await bench.desk.cancel(id)).outcome.state).toBe('cancelled')
    await expect(bench.desk.cancel(id)).rejects.toMatchObject({ code: 'conflict' })
    const again = await bench.desk.armAgain(id)
    expect(again).toMatchObject({ userId: 'u_1', amount: '5', outcome: { state: 'pending' } })
    expect(again.until - again.armedAt).toBe(MINUTE)
    expect(await bench.desk.clearEnded()).toEqual([id])
    expect(bench.removed).toEqual([id])
    const all = async () => (await bench.store.expectations.list({ which: 'all', cursor: null, limit: 10 })).items
    expect((await all()).map((each) => each.id)).toEqual([again.id])
    await bench.desk.restore([id])
    expect((await all()).map((each) => each.id)).toEqual([again.id, id])
  })
})

describe('over a restart', () => {
  async function restart(bench: Bench, folder: string, clock?: { ahead: number }): Promise<Bench> {
    await bench.desk.close()
    await bench.store.close()
    return aBench(folder, clock)
  }

  it('an expectation goes on and is met by what comes later', async () => {
    const folder = await tempFolder()
    const first = await aBench(folder)
    const { id } = await first.desk.arm(await first.arming())
    const second = await restart(first, folder)
    await second.arrives('u_1', '5')
    await expect.poll(() => second.outcome(id)).toMatchObject({ state: 'met' })
  })

  it('one whose time has passed meanwhile says that the inspector was off', async () => {
    const folder = await tempFolder()
    const first = await aBench(folder)
    const { id } = await first.desk.arm(await first.arming())
    const second = await restart(first, folder, { ahead: 2 * MINUTE })
    await expect.poll(() => second.outcome(id)).toMatchObject({ state: 'not-listening', spans: [{ reason: 'off' }] })
  })

  it('a postback that was stored and not yet matched is found again', async () => {
    const folder = await tempFolder()
    const first = await aBench(folder)
    const { id } = await first.desk.arm(await first.arming())
    const other = await first.desk.arm(await first.arming({ userId: 'U_1' }))
    const { id: postbackId } = await first.stored('u_1', '5')
    const second = await restart(first, folder, { ahead: 2 * MINUTE })
    await expect.poll(() => second.outcome(id)).toMatchObject({ state: 'met', postbackId })
    // The one that was for another is no wrong answer to this one.
    await expect.poll(() => second.outcome(other.id)).toMatchObject({ state: 'not-listening' })
  })

  it('a postback is never matched twice, also where the expectation that it met was cleared', async () => {
    const folder = await tempFolder()
    const first = await aBench(folder)
    const one = await first.desk.arm(await first.arming())
    const two = await first.desk.arm(await first.arming({ waitMs: 10 * MINUTE }))
    await first.arrives('u_1', '5')
    await expect.poll(() => first.outcome(one.id)).toMatchObject({ state: 'met' })
    await first.desk.clearEnded()
    const second = await restart(first, folder)
    await second.arrives('u_2', '7.25')
    expect(await second.outcome(two.id)).toMatchObject({ state: 'pending' })
    const { id: postbackId } = await second.arrives('u_1', '5')
    await expect.poll(() => second.outcome(two.id)).toMatchObject({ state: 'met', postbackId })
  })

  it('the store itself refuses a postback for two', async () => {
    const bench = await aBench(await tempFolder())
    const { expectations } = bench.store
    const one = await bench.desk.arm(await bench.arming())
    const two = await bench.desk.arm(await bench.arming())
    const met = { state: 'met', postbackId: 9, endedAt: 1 } as const
    await expectations.saveOutcome(one.id, met)
    await expect(expectations.saveOutcome(two.id, met)).rejects.toMatchObject({ code: 'io' })
  })
})

describe('the list', () => {
  it('comes in pages, newest first, running and ended apart', async () => {
    const bench = await aBench(await tempFolder())
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1) ids.push((await bench.desk.arm(await bench.arming({ userId: `u_${String(n)}` }))).id)
    await bench.desk.cancel(ids[2] ?? '')
    const list = (request: ExpectationPageRequest) => bench.store.expectations.list(request)
    const first = await list({ which: 'running', cursor: null, limit: 3 })
    expect(first.items.map(({ userId }) => userId)).toEqual(['u_4', 'u_3', 'u_1'])
    const rest = await list({ which: 'running', cursor: first.next, limit: 3 })
    expect(rest).toMatchObject({ items: [{ userId: 'u_0' }], next: null })
    await expect
      .poll(async () => (await list({ which: 'ended', cursor: null, limit: 3 })).items.map(({ id }) => id))
      .toEqual([ids[2]])
    await expect(list({ which: 'all', cursor: 'nonsense', limit: 3 })).rejects.toMatchObject({ code: 'bad-cursor' })
  })
})
