import { setTimeout as pause } from 'node:timers/promises'
import { describe, it, type TestContext } from 'vitest'
import type { TunnelStatus } from '../../src/core/status.ts'
import { createLocaltunnelProvider } from '../../src/services/tunnel/localtunnel-provider.ts'
import { createProbeDesk } from '../../src/services/tunnel/probe-desk.ts'
import { createTunnelSupervisor } from '../../src/services/tunnel/supervisor.ts'
import { type BlackHole, createBlackHole } from '../support/black-hole.ts'
import { startEchoServer } from '../support/localtunnel-server/echo-server.ts'
import { createLocaltunnelServer } from '../support/localtunnel-server/server.ts'
import { isLongRun, rounds } from '../support/long-run.ts'

/** The issue's own limits, in ms. */
const DETECT_MS = 35_000
const RECOVER_MS = 5_000

interface Way {
  readonly hole: BlackHole
  readonly statuses: readonly TunnelStatus[]
  readonly status: TunnelStatus
  probeNow(): Promise<void>
  /** Waits until the status fits; the time at which it was told, in ms since the epoch. */
  until(fits: (status: TunnelStatus) => boolean): Promise<number>
  close(): Promise<void>
}

/** A supervisor with the product's own timings; all ways between it and the tunnel's server lead through the hole. */
async function startWay({ onTestFinished }: TestContext): Promise<Way> {
  const hole = createBlackHole()
  const server = await createLocaltunnelServer({ seenAt: (port) => hole.wayTo(port) })
  const desk = createProbeDesk()
  const local = await startEchoServer((target) => desk.answer(target))
  const supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test' })
  onTestFinished(async () => {
    await supervisor.close()
    await hole.close()
    await server.close()
    await local.close()
  })
  const statuses: TunnelStatus[] = []
  let onTold: () => void = () => {}
  supervisor.onStatus((status) => {
    statuses.push(status)
    onTold()
  })
  const host = `http://127.0.0.1:${String(await hole.wayTo(server.port))}`
  supervisor.use(createLocaltunnelProvider({ host, subdomain: 'myshop' }), local.port)
  return {
    hole,
    statuses,
    get status() {
      return supervisor.status
    },
    probeNow: () => supervisor.probeNow(),
    close: () => supervisor.close(),
    async until(fits) {
      while (!fits(supervisor.status)) await new Promise<void>((resolve) => (onTold = resolve))
      return Date.now()
    },
  }
}

describe.concurrent('a network that is gone without a word', () => {
  it(
    'is noticed, is told as what it is, and is got over once it is back',
    async (context) => {
      const { expect } = context
      // Back while the first attempt waits for an answer that was lost; in full, at other moments too.
      const holds = isLongRun ? [300, 1200, 4000, 9000, 26_000] : [300]
      const lines = await Promise.all(
        holds.map(async (holdMs) => {
          const way = await startWay(context)
          await way.until(({ state }) => state === 'open')
          // The worst moment: all was seen to be well just now.
          await way.probeNow()
          const url = way.status.url
          const from = way.statuses.length
          const goneAt = Date.now()
          way.hole.swallow('finds out')
          if (!isLongRun) void way.probeNow()
          const detectMs = (await way.until(({ state }) => state !== 'open')) - goneAt
          expect(way.status).toMatchObject({
            state: 'degraded',
            why: expect.stringMatching(/did not answer within .*time-out/),
          })
          await way.until(({ state }) => state === 'reopening')
          await pause(holdMs)
          way.hole.giveBack()
          const backAt = Date.now()
          const recoverMs = (await way.until(({ state }) => state === 'open')) - backAt
          expect(way.status.url).toBe(url)
          const states = way.statuses.slice(from).map(({ state }) => state)
          expect(states.filter((state, index) => state !== states[index - 1]).join(' ')).toMatch(
            /^(open )?degraded reopening (failed )?open$/,
          )
          expect(way.hole.swallowed, 'something was asked meanwhile').toBeGreaterThan(0)
          expect.soft(detectMs, 'noticed').toBeLessThanOrEqual(DETECT_MS)
          expect.soft(recoverMs, `back after ${String(holdMs)} ms`).toBeLessThanOrEqual(RECOVER_MS)
          return `gone for ${String(holdMs / 1000)} s more: noticed ${String(detectMs)} ms, back ${String(recoverMs)} ms`
        }),
      )
      console.log(`network gone: ${lines.join('; ')}`)
    },
    rounds(60_000, 240_000),
  )

  it('is got over with another name, and says so, where the server still believes in the old connections', async (context) => {
    const { expect } = context
    const way = await startWay(context)
    await way.until(({ state }) => state === 'open')
    await way.probeNow()
    const { url } = way.status
    way.hole.swallow('believes')
    void way.probeNow()
    await way.until(({ state }) => state === 'reopening')
    way.hole.giveBack()
    const backAt = Date.now()
    const recoverMs = (await way.until(({ state }) => state === 'open')) - backAt
    expect(recoverMs).toBeLessThanOrEqual(RECOVER_MS)
    expect(way.status.url).not.toBe(url)
    expect(way.status.why).toContain('The name asked for was taken and the tunnel server gave another')
  })

  it('does not hold up what is closed meanwhile', async (context) => {
    const { expect } = context
    const way = await startWay(context)
    await way.until(({ state }) => state === 'open')
    way.hole.swallow('believes')
    void way.probeNow()
    await way.until(({ state }) => state === 'degraded')
    const closing = performance.now()
    await way.close()
    // Two seconds are the most that a provider may take.
    expect(performance.now() - closing).toBeLessThan(2_500)
  })
})
