import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TunnelProvider } from '../../../src/core/ports.ts'
import type { TunnelState, TunnelStatus } from '../../../src/core/status.ts'
import { createLocaltunnelProvider } from '../../../src/services/tunnel/localtunnel-provider.ts'
import { createOwnUrlProvider } from '../../../src/services/tunnel/own-url-provider.ts'
import { createProbeDesk, type ProbeDesk } from '../../../src/services/tunnel/probe-desk.ts'
import { createTunnelSupervisor, type TunnelSupervisor } from '../../../src/services/tunnel/supervisor.ts'
import type { TunnelTimings } from '../../../src/services/tunnel/timings.ts'
import { plainStatus, reminderPage } from '../../support/localtunnel-server/behaviour.ts'
import { type EchoServer, startEchoServer } from '../../support/localtunnel-server/echo-server.ts'
import { rememberOpenThings } from '../../support/localtunnel-server/open-things.ts'
import { createLocaltunnelServer, type LocaltunnelServer } from '../../support/localtunnel-server/server.ts'

/** A fiftieth of the real spans, so that what takes a minute takes a second. */
const QUICK: Partial<TunnelTimings> = {
  openDeadlineMs: 1500,
  reopenDeadlineMs: 2500,
  probeEveryMs: 150,
  probeTimeoutMs: 120,
  confirmAfterMs: 10,
  probeWhenDegradedMs: 60,
  patientProbeTimeoutMs: 200,
  probeWhenOfflineMs: 60,
  probeWhenBusyMs: 100,
  verifyEveryMs: 50,
  verifyForMs: 1000,
  backoffFirstMs: 20,
  backoffMaxMs: 60,
  busyBackoffMs: 300,
  stableAfterMs: 0,
}

describe('the tunnel supervisor', () => {
  let server: LocaltunnelServer
  let local: EchoServer
  let desk: ProbeDesk
  let supervisor: TunnelSupervisor
  let history: TunnelStatus[]

  const localtunnel = (subdomain: string | null = 'myshop'): TunnelProvider =>
    createLocaltunnelProvider({ host: server.url, subdomain })
  const states = (): TunnelState[] =>
    history.map((status) => status.state).filter((state, index, all) => state !== all[index - 1])
  const until = async (state: TunnelState, why: RegExp = /./): Promise<TunnelStatus> => {
    await expect
      .poll(() => supervisor.status, { timeout: 8000, interval: 5 })
      .toMatchObject({
        state,
        why: expect.stringMatching(why),
      })
    return supervisor.status
  }
  /** The first change that was ever told, however short it stood. */
  const everSaid = async (state: TunnelState, why: RegExp): Promise<void> => {
    await expect
      .poll(() => history, { timeout: 8000, interval: 5 })
      .toContainEqual(expect.objectContaining({ state, why: expect.stringMatching(why) }))
  }

  beforeEach(async () => {
    server = await createLocaltunnelServer({ graceMs: 100 })
    desk = createProbeDesk()
    local = await startEchoServer((target) => desk.answer(target))
    supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test', timings: QUICK })
    history = []
    supervisor.onStatus((status) => history.push(status))
  })
  afterEach(async () => {
    await supervisor.close()
    await server.close()
    await local.close()
  })

  it('is off until a tunnel is wished for, and off again where none is', async () => {
    expect(supervisor.status).toMatchObject({ state: 'off', provider: 'none', url: null })
    supervisor.use(localtunnel(), local.port)
    expect(supervisor.status).toMatchObject({ state: 'opening', provider: 'localtunnel' })
    await until('open')
    supervisor.use(null, null)
    expect(supervisor.status).toMatchObject({ state: 'off', provider: 'none', url: null })
    await expect.poll(() => server.names).toEqual([])
  })

  it('says that the receiver is missing where there is no port to lead to', () => {
    supervisor.use(localtunnel(), null)
    expect(supervisor.status).toMatchObject({ state: 'off', why: expect.stringContaining('receiver is not listening') })
  })

  it('is open only after the right echo has come through the public URL, and records no probe', async () => {
    supervisor.use(localtunnel(), local.port)
    const status = await until('open', /myshop\.localhost:\d+ reaches this inspector/)
    expect(status).toMatchObject({
      url: `http://myshop.localhost:${String(server.port)}`,
      lastProbe: { ok: true, latencyMs: expect.any(Number) },
      reminderPage: false,
      nextAttemptAt: null,
    })
    expect(states()).toEqual(['opening', 'open'])
    expect(local.targets).toEqual([])
  })

  it('knows the URL before the first echo', async () => {
    supervisor.use(localtunnel(), local.port)
    await until('open')
    // On a busy machine the first of these short attempts may have failed.
    expect(history.find((status) => status.url !== null)?.state).toMatch(/^(opening|failed)$/)
  })

  it('says that the name was taken and which URL came instead', async () => {
    const other = await localtunnel().open({ localPort: local.port, signal: new AbortController().signal })
    supervisor.use(localtunnel(), local.port)
    const status = await until('open', /name asked for was taken.*http:\/\/random-/)
    expect(status.url).toMatch(/random-/)
    await other.close()
  })

  it.each([
    ['forbidden', /refused the name “myshop” \(403\): This server is private\./],
    ['html', /answered 200 with a web page/],
    ['never', /did not answer in time/],
    ['busy', /too many requests \(429\)/],
    ['nonsense', /is it a localtunnel server\?/],
  ] as const)(
    'fails to open where registration is %s, says why, and gets there once it is normal',
    async (mode, why) => {
      server.setRegistration(mode)
      supervisor.use(localtunnel(), local.port)
      await until('failed', why)
      expect(supervisor.status.nextAttemptAt).toBeGreaterThan(supervisor.status.since - 1)
      server.setRegistration('normal')
      await until('open')
    },
  )

  it('fails to open where the server refuses the connection, and gets there once it listens', async () => {
    await server.die()
    supervisor.use(localtunnel(), local.port)
    await until('failed', /127\.0\.0\.1:\d+ refused the connection/)
    await server.restart()
    await until('open')
  })

  it('fails to open where the name cannot be found', async () => {
    supervisor.use(createOwnUrlProvider({ url: 'https://no-such-name.invalid' }), local.port)
    await until('failed', /no-such-name\.invalid .*(cannot be found|cannot be reached|cannot be looked up|time-out)/)
  })

  it('opens anew, under the same URL, after the server died and came back', async () => {
    supervisor.use(localtunnel(null), local.port)
    const { url } = await until('open')
    await server.die()
    await until('reopening')
    await until('failed', /refused the connection/)
    expect(supervisor.status.url).toBe(url)
    await server.restart()
    expect((await until('open')).url).toBe(url)
  })

  it('is degraded, then replaced, when the server freezes, and comes back when it thaws', async () => {
    supervisor.use(localtunnel(), local.port)
    await until('open')
    server.freeze()
    await everSaid('degraded', /did not answer within 0\.12 s \(time-out\)/)
    await everSaid('reopening', /time-out.*A new tunnel is being opened/)
    server.thaw()
    await until('open')
    expect(states()).toEqual(expect.arrayContaining(['open', 'degraded', 'reopening']))
  })

  it('replaces at once a tunnel whose name the server has forgotten', async () => {
    supervisor.use(localtunnel(), local.port)
    await until('open')
    server.standIn(plainStatus(404))
    await everSaid('reopening', /answered 404: nobody holds this name/)
    expect(states()).toEqual(['opening', 'open', 'reopening'])
    server.standIn(null)
    await until('open')
  })

  it('replaces at once a tunnel that has no connection left', async () => {
    supervisor.use(localtunnel(), local.port)
    await until('open')
    server.standIn(plainStatus(503))
    await everSaid('reopening', /answered 503/)
    server.standIn(null)
    await until('open')
  })

  it('says at once that the name now belongs to somebody else, and takes another', async () => {
    supervisor.use(localtunnel(), local.port)
    const { url } = await until('open')
    server.stealName('myshop')
    await everSaid('reopening', /now answers for somebody else/)
    await until('open', /name asked for was taken/)
    expect(supervisor.status.url).not.toBe(url)
  })

  it('calls a busy tunnel busy and never dead', async () => {
    supervisor.use(localtunnel(), local.port)
    await until('open')
    server.rateLimit(0)
    await until('open', /429: too many requests; the tunnel is busy, not gone/)
    const looks = history.length
    await expect.poll(() => history.length).toBeGreaterThan(looks + 3)
    expect(states()).toEqual(['opening', 'open'])
    server.rateLimit(null)
    await until('open', /reaches this inspector/)
  })

  it.each([502, 504, 408])(
    'takes two answers of %i for a degraded tunnel, and the next right one for an open one',
    async (status) => {
      supervisor.use(localtunnel(), local.port)
      await until('open')
      server.standIn(plainStatus(status))
      await everSaid('degraded', new RegExp(`answered ${String(status)}`))
      server.standIn(null)
      await until('open', /reaches this inspector/)
    },
  )

  it.each([200, 401, 511])(
    'stays open behind a reminder page (%i) that lets servers through, and says so',
    async (status) => {
      server.standIn(reminderPage({ status, bypassable: true }))
      supervisor.use(localtunnel(), local.port)
      expect(await until('open', /Servers get through/)).toMatchObject({ reminderPage: true, lastProbe: { ok: true } })
      server.standIn(null)
      await until('open', /reaches this inspector/)
      expect(supervisor.status.reminderPage).toBe(false)
    },
  )

  it('does not call a tunnel open whose page lets nobody through', async () => {
    server.standIn(reminderPage({ bypassable: false }))
    supervisor.use(localtunnel(), local.port)
    await until('failed', /answered 200 with a web page \(“Friendly Reminder”\)/)
    expect(supervisor.status.reminderPage).toBe(true)
    expect(states()).not.toContain('open')
  })

  it('explains a redirect', async () => {
    server.standIn(plainStatus(301, { location: 'https://elsewhere.example/' }))
    supervisor.use(localtunnel(), local.port)
    await until('failed', /redirects to https:\/\/elsewhere\.example\/ \(301\)/)
  })

  it('follows the newest wish, however quickly wishes change', async () => {
    const own = createOwnUrlProvider({ url: `http://127.0.0.1:${String(local.port)}` })
    for (let turn = 0; turn < 10; turn += 1) {
      supervisor.use(own, local.port)
      supervisor.use(null, null)
      supervisor.use(localtunnel(), local.port)
    }
    expect(await until('open')).toMatchObject({ provider: 'localtunnel', url: expect.stringContaining('//myshop.') })
    expect(server.registrations).toBe(1)
    supervisor.use(own, local.port)
    expect(await until('open', /127\.0\.0\.1/)).toMatchObject({ provider: 'own-url' })
    await expect.poll(() => server.names).toEqual([])
  })

  it('looks at a URL of the user’s own, and says what is wrong with it and when it is right', async () => {
    const { port } = local
    await local.close()
    supervisor.use(createOwnUrlProvider({ url: `http://127.0.0.1:${String(port)}/` }), port)
    await until('failed', /127\.0\.0\.1:\d+ refused the connection/)
    local = await startEchoServer((target) => desk.answer(target), port)
    await until('open')
  })

  it('says that a URL of the user’s own leads to somebody else', async () => {
    const stranger = await startEchoServer()
    supervisor.use(createOwnUrlProvider({ url: `http://127.0.0.1:${String(stranger.port)}` }), local.port)
    await until('failed', /answers for somebody else/)
    await stranger.close()
  })

  it('looks at once when asked to, and has the outcome when that resolves', async () => {
    await supervisor.close()
    const calm = { ...QUICK, probeEveryMs: 3_600_000 }
    supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test', timings: calm })
    supervisor.use(localtunnel(), local.port)
    await until('open')
    server.standIn(plainStatus(404))
    await supervisor.probeNow()
    expect(supervisor.status).toMatchObject({ state: 'reopening', lastProbe: { ok: false } })
  })

  it('tries at once when asked to while it waits', async () => {
    await supervisor.close()
    const slow = { ...QUICK, backoffFirstMs: 3_600_000, backoffMaxMs: 3_600_000 }
    supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test', timings: slow })
    await server.die()
    supervisor.use(localtunnel(), local.port)
    await until('failed')
    await server.restart()
    await supervisor.probeNow()
    await until('open')
  })

  it('resolves a look that was asked for while it is off or after it was closed', async () => {
    await supervisor.probeNow()
    await supervisor.close()
    await supervisor.probeNow()
  })

  it.each(['open', 'opening', 'failed', 'degraded'] as const)(
    'leaves nothing open when it is closed while %s',
    async (state) => {
      const nothingLeft = await rememberOpenThings()
      const timings = { ...QUICK, openDeadlineMs: 60_000 }
      const other = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test', timings })
      const seen: TunnelState[] = []
      other.onStatus((status) => seen.push(status.state))
      if (state === 'opening') server.setRegistration('never')
      if (state === 'failed') server.setRegistration('forbidden')
      other.use(localtunnel(), local.port)
      if (state === 'degraded') {
        await expect.poll(() => seen).toContain('open')
        server.freeze()
      }
      await expect.poll(() => seen, { interval: 2 }).toContain(state)
      if (state === 'opening') await expect.poll(() => server.registrations).toBe(1)
      await other.close()
      expect(other.status).toMatchObject({ state: 'off', url: null })
      const told = seen.length
      server.thaw()
      await nothingLeft()
      expect(seen.length).toBe(told)
    },
  )

  it('leaves nothing open after twenty quick turns of on and off', async () => {
    const nothingLeft = await rememberOpenThings()
    for (let turn = 0; turn < 20; turn += 1) {
      supervisor.use(localtunnel(`turn-number-${String(turn)}`), local.port)
      if (turn % 2 === 0) await until('open')
      supervisor.use(null, null)
    }
    await nothingLeft()
    await expect.poll(() => server.names).toEqual([])
  })
})
