/** What every fault of the disk must look like from outside, from its beginning until after its end. */
import { expect } from 'vitest'
import { outageSchema, storeStatusSchema } from '../../src/core/status.ts'
import { type Load, startLoad } from './load.ts'
import { openScreen, type Product, type Screen } from './product.ts'

export interface Fault {
  begin(): Promise<void> | void
  end(): Promise<void> | void
  /** What the screen's sentence must say. */
  readonly says: RegExp
}

/** Everything that was acknowledged, and what it took. */
export interface RiddenOut {
  readonly acknowledged: ReadonlyMap<string, Buffer>
  readonly figures: string
  /** The longest wait for an answer, in ms. */
  readonly slowest: number
}

const statuses = ({ heard }: Screen) =>
  heard
    .filter(({ event }) => event === 'store.changed')
    .map(({ payload, at }) => ({ ...storeStatusSchema.parse(payload), at }))

const outages = ({ heard }: Screen) =>
  heard
    .filter(({ event }) => event === 'outage.changed')
    .map(({ payload }) => outageSchema.parse((payload as { outage: unknown }).outage))
    .filter(({ reason }) => reason === 'store-refusing')

/** Runs the product through the fault under load, and lets it come back with nobody sending anything. */
export async function rideOut(product: Product, fault: Fault): Promise<RiddenOut> {
  const screen = await openScreen(product)
  const load = startLoad(product.port, { tag: 'during', keepAlive: 6, oneShot: 2, pauseMs: 2 })
  await load.acknowledgedAtLeast(50)
  await fault.begin()
  const beganAt = performance.now()
  await load.answered(503, 8)
  await expect.poll(() => statuses(screen).at(-1)?.state).toBe('refusing')
  const refusing = statuses(screen).at(-1)
  expect(refusing?.why).toMatch(fault.says)
  await expect.poll(() => outages(screen).at(-1)).toMatchObject({ to: null })
  await load.stop()
  expect(
    [...load.statuses.keys()].toSorted((a, b) => a - b),
    'nothing but 200 and 503',
  ).toEqual([200, 503])

  await fault.end()
  const endedAt = performance.now()
  await expect.poll(() => statuses(screen).at(-1)?.state, { message: 'by itself, with no postback' }).toBe('ok')
  await expect.poll(() => outages(screen).at(-1)?.to ?? null).not.toBeNull()
  const drawn = outages(screen).at(-1)
  const listed = (await screen.call('outage.list', { from: 0, to: Date.now() + 1000 })) as readonly unknown[]
  expect(listed).toContainEqual(drawn)
  const after: Load = startLoad(product.port, { tag: 'after', keepAlive: 2, oneShot: 1 })
  await after.acknowledgedAtLeast(10)
  await after.stop()
  expect(product.stderr(), 'a fault of the disk is no fault of the program').toBe('')
  const back = statuses(screen).findLast(({ state }) => state === 'ok')
  return {
    acknowledged: new Map([...load.acknowledged, ...after.acknowledged]),
    slowest: load.slowest,
    figures:
      `${String(load.acknowledged.size + after.acknowledged.size)} acknowledged, ${String(load.statuses.get(503))} refused, ` +
      `slowest answer ${load.slowest.toFixed(0)} ms, on the screen after ${((refusing?.at ?? 0) - beganAt).toFixed(0)} ms, ` +
      `back ${((back?.at ?? 0) - endedAt).toFixed(0)} ms after the end`,
  }
}
