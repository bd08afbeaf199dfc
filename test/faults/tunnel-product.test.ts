import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type Settings, settingsSchema } from '../../src/core/settings.ts'
import { type Outage, outageSchema, type TunnelStatus, tunnelStatusSchema } from '../../src/core/status.ts'
import { type ServerProcess, spawnLocaltunnelServer } from '../support/localtunnel-server/spawn.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { startLoad } from './load.ts'
import { openScreen, type Product, type Screen, startProduct } from './product.ts'

/** More than the ten seconds from which a gap in the clock counts as sleep. */
const SLEEP_MS = 11_000
/** The issue's own limit for what the peer tells. */
const DETECT_TOLD_MS = 2_000
const RECOVER_MS = 5_000

async function startTunnelServer(): Promise<ServerProcess> {
  const server = await spawnLocaltunnelServer()
  onTestFinished(() => server.end())
  return server
}

async function startWithTunnel(server: ServerProcess): Promise<{ product: Product; screen: Screen }> {
  const product = await startProduct(await tempFolder(), { ui: true, tunnelHost: server.url })
  await product.line(({ event, state }) => event === 'tunnel.changed' && state === 'open')
  return { product, screen: await openScreen(product) }
}

const statuses = ({ heard }: Screen): readonly TunnelStatus[] =>
  heard.filter(({ event }) => event === 'tunnel.changed').map(({ payload }) => tunnelStatusSchema.parse(payload))

/** Waits for the first status that fits, from that place among those heard on. */
async function told(screen: Screen, fits: (status: TunnelStatus) => boolean, from = 0): Promise<TunnelStatus> {
  const found = () => statuses(screen).slice(from).find(fits)
  await expect.poll(() => found() !== undefined, { timeout: 30_000 }).toBe(true)
  const status = found()
  if (status === undefined) throw new Error('it was there')
  return status
}

const outages = async (screen: Screen): Promise<readonly Outage[]> =>
  z.array(outageSchema).parse(await screen.call('outage.list', { from: 0, to: Date.now() + 1000 }))

async function settings(screen: Screen): Promise<Settings> {
  return z.object({ settings: settingsSchema }).parse(await screen.call('app.overview', {})).settings
}

describe('the whole product with a tunnel', () => {
  it('is suspended, and looks at its tunnel in the moment in which it goes on; the sleep is stored', async () => {
    const server = await startTunnelServer()
    const { product, screen } = await startWithTunnel(server)
    const stoppedAt = Date.now()
    product.child.kill('SIGSTOP')
    onTestFinished(() => void product.child.kill('SIGCONT'))
    await server.tell({ do: 'answer', status: 503, page: false })
    await pause(SLEEP_MS)
    const heardBefore = statuses(screen).length
    const wokeAt = Date.now()
    product.child.kill('SIGCONT')
    const lost = await told(screen, ({ state }) => state === 'reopening', heardBefore)
    expect(lost.why).toContain('answered 503')
    // The clock is looked at every two seconds; the next ordinary look would come up to half a minute later.
    const noticedMs = lost.since - wokeAt
    expect(noticedMs).toBeLessThanOrEqual(DETECT_TOLD_MS + 2_000)
    const heardSince = statuses(screen).length
    await server.tell({ do: 'answer', status: null, page: false })
    const backAt = Date.now()
    const open = await told(screen, ({ state }) => state === 'open', heardSince)
    expect(open.since - backAt).toBeLessThanOrEqual(RECOVER_MS)
    await expect
      .poll(async () => (await outages(screen)).find(({ why }) => why.includes('503'))?.to)
      .toEqual(expect.any(Number))

    const all = await outages(screen)
    const asleep = all.filter(({ reason }) => reason === 'asleep')
    expect(asleep).toMatchObject([{ why: 'This computer was asleep.' }])
    const { from = 0, to = null } = asleep[0] ?? {}
    expect(from).toBeLessThanOrEqual(stoppedAt + 100)
    expect(from).toBeGreaterThanOrEqual(stoppedAt - 3_000)
    expect(to).toBeGreaterThanOrEqual(wokeAt)
    // What the sleep explains is not told twice.
    expect(all.find(({ why }) => why.includes('503'))?.from).toBeGreaterThanOrEqual(to ?? 0)
    console.log(`suspended ${String(wokeAt - stoppedAt)} ms: tunnel known to be gone ${String(noticedMs)} ms after it`)
  })

  it('goes on capturing on its own port while the tunnel is down, and can be turned to another one meanwhile', async () => {
    const first = await startTunnelServer()
    const second = await startTunnelServer()
    const { product, screen } = await startWithTunnel(first)
    first.signal('SIGKILL')
    await told(screen, ({ state }) => state === 'reopening')
    const load = startLoad(product.port, { tag: 'meanwhile', keepAlive: 1, oneShot: 1, pauseMs: 80 })
    await told(screen, ({ state }) => state === 'failed')
    await load.acknowledgedAtLeast(60)
    expect(statuses(screen).at(-1)?.state).toBe('failed')

    // Another server, in the middle of the attempts at the dead one.
    const wanted = await settings(screen)
    const atTurn = statuses(screen).length
    const turnedAt = Date.now()
    await screen.call('settings.save', { settings: { ...wanted, tunnel: { ...wanted.tunnel, host: second.url } } })
    const open = await told(screen, ({ state }) => state === 'open', atTurn)
    expect(open.url).toBe(`http://myshop.localhost:${String(second.port)}`)
    expect(open.since - turnedAt).toBeLessThanOrEqual(RECOVER_MS)
    await load.stop()
    expect([...load.statuses.keys()], 'nothing but 200').toEqual([200])
    const down = (await outages(screen)).filter(({ reason }) => reason === 'tunnel-down')
    expect(down.every(({ to }) => to !== null)).toBe(true)

    // Stopped while it is being opened, by a server that never answers.
    await second.tell({ do: 'registration', mode: 'never' })
    const before = statuses(screen).length
    await screen.call('tunnel.open', {})
    await told(screen, ({ state }) => state === 'opening', before)
    const stoppedAt = Date.now()
    await screen.call('tunnel.close', {})
    const off = await told(screen, ({ state }) => state === 'off', before)
    expect(off.since - stoppedAt).toBeLessThanOrEqual(DETECT_TOLD_MS)
    await second.tell({ do: 'registration', mode: 'normal' })
    const atOff = statuses(screen).length
    await screen.call('tunnel.open', {})
    await told(screen, ({ state }) => state === 'open', atOff)
    expect(product.stderr()).toBe('')
    console.log(
      `tunnel down: ${String(load.statuses.get(200))} of ${String(load.sent)} on the local port got a 200; another server ${String(open.since - turnedAt)} ms, off ${String(off.since - stoppedAt)} ms`,
    )
  })
})
