import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createRemovalGrace } from '../../../src/app/removal-grace.ts'
import type { Clearing, RemovalRequest } from '../../../src/core/clearing.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds } from '../../support/collect.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Longer than any test. */
const LONG_MS = 600_000

async function graceOver(count: number, graceMs: number) {
  const store = await openStore({ folder: await tempFolder() })
  for (let n = 0; n < count; n += 1) await store.append(aCapturedRequest(), OK_REPLY)
  const told: Clearing[] = []
  const grace = createRemovalGrace({
    removals: store.removals,
    now: () => 1000,
    onProgress: (clearing) => told.push(clearing),
    onBug: (error) => {
      throw error
    },
    graceMs,
  })
  onTestFinished(() => grace.close())
  return { store, grace, told }
}

const everything = (upTo: number): RemovalRequest => ({
  selection: { filter: EVERYTHING, ids: null, upTo },
  cause: 'by-hand',
  what: 'Everything',
})
const chosen = (...ids: number[]): RemovalRequest => ({
  selection: { filter: EVERYTHING, ids, upTo: Math.max(...ids) },
  cause: 'by-hand',
  what: '1 chosen request',
})

describe('A removal by hand', () => {
  it('waits, says until when, and then removes', async () => {
    const { store, grace, told } = await graceOver(3, 20)
    const waiting = await grace.begin(everything(2), false)
    expect(waiting).toMatchObject({ state: 'waiting', total: 2, removed: 0, beginsAt: 1020, ids: null })
    expect(told).toEqual([waiting])
    await vi.waitFor(async () => expect(await allIds(store)).toEqual([3]))
    expect(grace.progress().state).not.toBe('waiting')
  })

  it('that is undone has removed nothing and leaves no record', async () => {
    const { store, grace, told } = await graceOver(3, LONG_MS)
    await grace.begin(everything(3), false)
    await grace.stop()
    await grace.hurry()
    await store.removals.settled()
    expect(told.at(-1)?.state).toBe('idle')
    expect(await allIds(store)).toEqual([3, 2, 1])
    expect(await store.removals.latest(5)).toEqual([])
  })

  it('begins at once where it is told to, before or while it waits', async () => {
    const { store, grace } = await graceOver(3, LONG_MS)
    expect(await grace.begin(everything(1), true)).toMatchObject({ state: 'running' })
    await store.removals.settled()
    await grace.begin(everything(2), false)
    await grace.hurry()
    await store.removals.settled()
    expect(await allIds(store)).toEqual([3])
  })

  it('of chosen requests takes further ones with it, and begins anew to wait', async () => {
    const { store, grace } = await graceOver(4, LONG_MS)
    await grace.begin(chosen(1), false)
    await grace.begin(chosen(3), false)
    expect(await grace.begin(chosen(3), false)).toMatchObject({ total: 2, what: '2 chosen requests', ids: [1, 3] })
    await expect(grace.begin(everything(4), false)).rejects.toMatchObject({ code: 'busy' })
    await grace.hurry()
    await store.removals.settled()
    expect(await allIds(store)).toEqual([4, 2])
  })

  it('spares what was marked while it waited', async () => {
    const { store, grace } = await graceOver(2, LONG_MS)
    await grace.begin(everything(2), false)
    await store.marks.set([2], { pinned: true })
    await grace.hurry()
    await store.removals.settled()
    expect(await allIds(store)).toEqual([2])
  })

  it('is given up where the inspector closes first', async () => {
    const { store, grace } = await graceOver(2, LONG_MS)
    await grace.begin(everything(2), false)
    grace.close()
    await grace.hurry()
    await store.removals.settled()
    expect(await allIds(store)).toEqual([2, 1])
  })

  it('that finds another one under way begins behind it', async () => {
    const { store, grace, told } = await graceOver(600, LONG_MS)
    await grace.begin(chosen(600), false)
    await store.removals.begin({ ...everything(500), cause: 'retention' })
    await grace.hurry()
    expect(told.at(-1)).toMatchObject({ state: 'waiting', why: expect.stringContaining('being removed') })
    await vi.waitFor(async () => expect(await allIds(store)).toHaveLength(99), { timeout: 20_000 })
  })
})
