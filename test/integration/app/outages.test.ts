import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import type { Outage } from '../../../src/core/status.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { spawnLocaltunnelServer } from '../../support/localtunnel-server/spawn.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function inspectorAt(dataFolder: string, tunnelHost: string): Promise<Inspector> {
  const inspector = await createInspector({
    dataFolder,
    version: '0.0.0',
    face: 'browser',
    overrides: {
      receiver: { port: 0 },
      tunnel: { provider: 'localtunnel', host: tunnelHost, subdomain: 'myshop' },
    },
    receiverRequired: true,
    onBug(error) {
      throw error
    },
  })
  onTestFinished(() => inspector.close())
  return inspector
}

describe('the spans in which nothing could have arrived', () => {
  it('are noted down when the machine sleeps, and the tunnel is looked at in the same moment', async () => {
    const folder = await tempFolder()
    const server = await spawnLocaltunnelServer()
    onTestFinished(() => server.end())
    const inspector = await inspectorAt(folder, server.url)
    await expect.poll(() => inspector.tunnel.state).toBe('open')
    await server.tell({ do: 'answer', status: 503, page: false })
    const woke = Date.now()
    inspector.wasAsleep(woke - 600_000, woke)
    // Power events and the clock tell of the same sleep.
    inspector.wasAsleep(woke - 598_000, woke + 100)
    // The next ordinary look would be half a minute away.
    await expect.poll(() => inspector.tunnel.state, { timeout: 2000 }).toBe('reopening')
    await server.tell({ do: 'answer', status: null, page: false })
    await expect.poll(() => inspector.tunnel.state).toBe('open')
    await inspector.close()

    const store = await openStore({ folder })
    const all = await store.outages(0, Date.now() + 1)
    expect(all.filter(({ reason }) => reason === 'asleep')).toMatchObject([{ from: woke - 600_000, to: woke }])
    const down = all.find(({ why }) => why.includes('503'))
    expect(down).toMatchObject({ reason: 'tunnel-down', why: expect.not.stringContaining('being opened') })
    expect(down?.from).toBeGreaterThanOrEqual(woke)
    noneOverlapsItself(all)
  })

  it('go on from one life to the next without a gap and without covering what arrived', async () => {
    const folder = await tempFolder()
    const first = await openStore({ folder, now: () => 1_000_000 })
    await first.openOutage('tunnel-down', 1_004_000, 'Gone.')
    await first.append(aCapturedRequest({ receivedAt: 1_009_000 }), OK_REPLY)
    // Its last note of being alive is from its start, as after a crash.
    const store = await openStoreAfterCrash(folder, first)
    expect((await store.outages(0, 9_000_000)).map(({ reason, from, to }) => [reason, from, to])).toEqual([
      ['tunnel-down', 1_004_000, 1_009_000],
      ['off', 1_009_000, 2_000_000],
    ])
  })
})

async function openStoreAfterCrash(folder: string, first: Awaited<ReturnType<typeof openStore>>) {
  // A clock that stands still leaves the note of its end at its start.
  await first.close()
  await pause(0)
  return openStore({ folder, now: () => 2_000_000 })
}

function noneOverlapsItself(all: readonly Outage[]): void {
  for (const { reason } of all) {
    const spans = all.filter((outage) => outage.reason === reason)
    for (const [index, { from, to }] of spans.entries()) {
      expect(to ?? from).toBeGreaterThanOrEqual(from)
      expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0)
    }
  }
}
