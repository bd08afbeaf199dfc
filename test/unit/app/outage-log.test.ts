import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createOutageLog, type OutageLog } from '../../../src/app/outage-log.ts'
import { createTunnelOutages } from '../../../src/app/tunnel-outages.ts'
import { StoreError } from '../../../src/core/ports.ts'
import type { Outage, TunnelState, TunnelStatus } from '../../../src/core/status.ts'
import { replacing } from '../../../src/services/tunnel/supervisor-machine.ts'

describe('the outages that are noted down', () => {
  let stored: Outage[]
  let told: Outage[]
  let refusals: number
  let log: OutageLog

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 100_000 })
    stored = []
    told = []
    refusals = 0
    const refuse = (): void => {
      if (refusals > 0) {
        refusals -= 1
        throw new StoreError('io', 'The disk is full.')
      }
    }
    log = createOutageLog(
      {
        async openOutage(reason, from, why) {
          refuse()
          const outage: Outage = { id: stored.length + 1, reason, from, to: null, why }
          stored.push(outage)
          return outage
        },
        async closeOutage(id, to) {
          refuse()
          stored = stored.map((outage) => (outage.id === id ? { ...outage, to } : outage))
        },
      },
      (outage) => told.push(outage),
      (error) => {
        throw error
      },
    )
    return () => vi.useRealTimers()
  })

  const spans = async (): Promise<readonly (number | null)[][]> => {
    await log.settled()
    return stored.map(({ from, to }) => [from, to])
  }

  it('are stored once each, from where they began, and told when they begin and end', async () => {
    log.begin('tunnel-down', 'Gone.', 70_000)
    log.begin('tunnel-down', 'Still gone.')
    vi.setSystemTime(120_000)
    expect(log.end('tunnel-down')).toBe(true)
    expect(log.end('tunnel-down')).toBe(false)
    expect(await spans()).toEqual([[70_000, 120_000]])
    expect(told).toMatchObject([{ to: null, why: 'Gone.' }, { to: 120_000 }])
  })

  it('never overlap one of the same reason', async () => {
    log.begin('tunnel-down', 'Gone.')
    vi.setSystemTime(110_000)
    log.end('tunnel-down')
    vi.setSystemTime(112_000)
    log.begin('tunnel-down', 'Gone again.', 95_000)
    expect(await spans()).toEqual([
      [100_000, 110_000],
      [110_000, null],
    ])
  })

  it('of the tunnel start after the sleep that broke it', async () => {
    log.add('asleep', 100_000, 400_000, 'Asleep.')
    vi.setSystemTime(405_000)
    log.begin('tunnel-down', 'Gone.', 90_000)
    expect(await spans()).toEqual([
      [100_000, 400_000],
      [400_000, null],
    ])
  })

  it('are never negative, whatever the clock does', async () => {
    log.begin('receiver-down', 'Taken.')
    vi.setSystemTime(50_000)
    log.end('receiver-down')
    log.add('asleep', 60_000, 40_000, 'Asleep.')
    expect(await spans()).toEqual([[100_000, 100_000]])
    expect(told.at(-1)).toMatchObject({ from: 100_000, to: 100_000 })
  })

  it.each([1, 2])('are stored once when the store refuses %i times and then takes them', async (times) => {
    refusals = times
    log.add('asleep', 10_000, 20_000, 'Asleep.')
    await log.settled()
    for (let turn = 0; turn < 3; turn += 1) {
      log.retry()
      await log.settled()
    }
    expect(await spans()).toEqual([[10_000, 20_000]])
  })

  it('are not opened twice where only their end was refused', async () => {
    log.begin('asleep', 'Asleep.', 10_000)
    await log.settled()
    refusals = 1
    log.end('asleep')
    await log.settled()
    log.retry()
    expect(await spans()).toEqual([[10_000, 100_000]])
  })

  describe('of a tunnel', () => {
    const status = (state: TunnelState, why = `${state}.`): TunnelStatus => ({
      state,
      since: Date.now(),
      why,
      provider: 'localtunnel',
      url: null,
      lastProbe: null,
      reminderPage: false,
      nextAttemptAt: null,
    })

    it('say that it was being opened, once it is open', async () => {
      const tunnel = createTunnelOutages(log, () => true)
      tunnel.follow(status('opening'), 99_000)
      expect(await spans()).toEqual([])
      tunnel.follow(status('open'), null)
      expect(await spans()).toEqual([[99_000, 100_000]])
      expect(stored[0]?.why).toBe('The tunnel was being opened.')
    })

    it('say nothing of the very first opening, when nobody can have had a URL, but of one that fails', async () => {
      let hadUrl = false
      const tunnel = createTunnelOutages(log, () => hadUrl)
      tunnel.follow(status('opening'), 99_000)
      // The URL is known before it was proven.
      hadUrl = true
      tunnel.follow(status('opening'), 99_000)
      tunnel.follow(status('open'), null)
      expect(await spans()).toEqual([])
      hadUrl = false
      tunnel.follow(status('opening'), 99_500)
      tunnel.close()
      expect(await spans()).toEqual([])
      tunnel.follow(status('failed', 'Refused.'), 99_500)
      expect(await spans()).toEqual([[99_500, null]])
    })

    it('say why it could not be opened, from the wish on', async () => {
      const tunnel = createTunnelOutages(log, () => true)
      tunnel.follow(status('opening'), 99_000)
      tunnel.follow(status('failed', 'Refused.'), 99_000)
      tunnel.follow(status('failed', 'Refused again.'), 99_000)
      vi.setSystemTime(130_000)
      tunnel.follow(status('open'), null)
      expect(await spans()).toEqual([[99_000, 130_000]])
      expect(stored[0]?.why).toBe('Refused.')
    })

    it('start with the last proof, at its first being degraded, and keep the first reason', async () => {
      const tunnel = createTunnelOutages(log, () => true)
      tunnel.follow(status('degraded', 'No answer.'), 66_000)
      tunnel.follow(status('reopening', `Still none. ${replacing()}`), 66_000)
      tunnel.follow(status('open'), null)
      expect(await spans()).toEqual([[66_000, 100_000]])
      expect(stored[0]?.why).toBe('No answer.')
    })

    it('end when it is turned off, and are noted down where the inspector ends in an opening', async () => {
      const tunnel = createTunnelOutages(log, () => true)
      tunnel.follow(status('reopening', `Lost. ${replacing()}`), 90_000)
      tunnel.follow(status('off'), null)
      tunnel.follow(status('opening'), 100_000)
      tunnel.close()
      expect(await spans()).toEqual([
        [90_000, 100_000],
        [100_000, null],
      ])
      expect(stored[0]?.why).toBe('Lost.')
    })
  })
})
