import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchPower } from '../../../electron/main/power.ts'

describe('sleep and network', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function watched() {
    const power = new EventEmitter()
    const said: string[] = []
    const state = { online: true }
    const stop = watchPower({
      power,
      isOnline: () => state.online,
      inspector: {
        wasAsleep: (from, to) => said.push(`asleep ${String(from)} to ${String(to)}`),
        networkChanged: () => said.push('network'),
      },
      now: Date.now,
    })
    return { power, said, state, stop }
  }

  it('tell the span of a sleep once, from its first sign on', () => {
    const { power, said, stop } = watched()
    vi.setSystemTime(1000)
    power.emit('suspend')
    vi.setSystemTime(1500)
    power.emit('suspend')
    vi.setSystemTime(60_000)
    power.emit('resume')
    power.emit('resume')
    expect(said).toEqual(['asleep 1000 to 60000', 'network'])
    stop()
  })

  it('have the tunnel looked at when the computer is online again, and not when it goes offline', () => {
    const { said, state, stop } = watched()
    vi.advanceTimersByTime(10_000)
    state.online = false
    vi.advanceTimersByTime(10_000)
    expect(said).toEqual([])
    state.online = true
    vi.advanceTimersByTime(10_000)
    expect(said).toEqual(['network'])
    stop()
    state.online = false
    vi.advanceTimersByTime(10_000)
    state.online = true
    vi.advanceTimersByTime(10_000)
    expect(said).toEqual(['network'])
  })
})
