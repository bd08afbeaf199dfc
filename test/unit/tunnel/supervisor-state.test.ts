import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tunnelStatusSchema } from '../../../src/core/status.ts'
import type { ProbeResult } from '../../../src/services/tunnel/probe.ts'
import type { ProbeVerdict } from '../../../src/services/tunnel/probe-answer.ts'
import {
  type Effect,
  initialMachine,
  type Machine,
  type MachineEvent,
} from '../../../src/services/tunnel/supervisor-machine.ts'
import { step } from '../../../src/services/tunnel/supervisor-state.ts'
import { DEFAULT_TIMINGS as TIMINGS } from '../../../src/services/tunnel/timings.ts'

const URL = 'https://shop.example'
const look = (verdict: ProbeVerdict, reminderPage = false): MachineEvent => {
  const answered = verdict !== 'no-network' && verdict !== 'miss'
  const result: ProbeResult = { verdict, sentence: `${verdict}.`, latencyMs: answered ? 20 : null, reminderPage }
  return { type: 'looked', result }
}
const WISH: MachineEvent = { type: 'wished', provider: 'localtunnel' }
const OFF: MachineEvent = { type: 'turned-off', provider: 'none', why: 'Off.' }
const OPENED: MachineEvent = { type: 'opened', url: URL, otherNameGiven: false }
const OTHER: MachineEvent = { type: 'opened', url: URL, otherNameGiven: true }
const FAILED: MachineEvent = { type: 'open-failed', why: 'Refused.', code: 'failed', retryAfterMs: null }
const BUSY: MachineEvent = { type: 'open-failed', why: 'Too many.', code: 'busy', retryAfterMs: null }
const ENDED: MachineEvent = { type: 'ended', why: 'Lost.' }
const WAITED: MachineEvent = { type: 'wait-over' }
const NUDGED: MachineEvent = { type: 'nudged' }

/** Plays events a second apart; what the last one led to. */
function play(...events: readonly MachineEvent[]): { machine: Machine; effects: readonly Effect[] } {
  return events.reduce<{ machine: Machine; effects: readonly Effect[]; now: number }>(
    ({ machine, now }, event) => ({
      ...step(machine, event, { now: now + 1000, random: 0, timings: TIMINGS }),
      now: now + 1000,
    }),
    { machine: initialMachine(0), effects: [], now: 0 },
  )
}
const END: Effect = { type: 'end-session' }
const RUNNING = [WISH, OPENED, look('echo')] as const
const lookAfter = (afterMs: number, timeoutMs: number): Effect => ({ type: 'look', afterMs, timeoutMs })

describe('opening', () => {
  it('starts with a wish and gives up whatever was there', () => {
    const { machine, effects } = play(WISH)
    expect(machine.status).toMatchObject({ state: 'opening', provider: 'localtunnel', url: null, since: 1000 })
    expect(effects).toEqual([END, { type: 'open', deadlineMs: 20_000 }])
  })

  it('knows the URL as soon as the session stands, and looks at once', () => {
    const { machine, effects } = play(WISH, OPENED)
    expect(machine.status).toMatchObject({ state: 'opening', url: URL })
    expect(effects).toEqual([lookAfter(0, TIMINGS.patientProbeTimeoutMs)])
  })

  it('is open with the first right echo', () => {
    const { machine, effects } = play(...RUNNING)
    expect(machine.status).toMatchObject({
      state: 'open',
      since: 3000,
      why: 'echo.',
      lastProbe: { ok: true, at: 3000 },
    })
    expect(effects).toEqual([lookAfter(29_000, TIMINGS.probeTimeoutMs)])
  })

  it('says for as long as the session lives that another name was given', () => {
    expect(play(WISH, OTHER).machine.status.why).toContain(`the URL is now ${URL}`)
    expect(play(WISH, OTHER, look('echo'), look('echo')).machine.status.why).toContain('name asked for was taken')
  })

  it('fails with the reason, and says when it tries again', () => {
    const { machine, effects } = play(WISH, FAILED)
    expect(machine.status).toMatchObject({ state: 'failed', why: 'Refused.', nextAttemptAt: 2500 })
    expect(effects).toEqual([END, { type: 'wait', ms: 500 }])
  })

  it('tries again for ever, and never too seldom to find a server that is back', () => {
    const waits: number[] = []
    const events: MachineEvent[] = [WISH]
    for (let attempt = 0; attempt < 110; attempt += 1) {
      events.push(FAILED)
      const { effects } = play(...events)
      for (const effect of effects) if (effect.type === 'wait') waits.push(effect.ms)
      events.push(WAITED)
    }
    expect(waits.slice(0, 5)).toEqual([500, 1000, 2000, 4000, 4000])
    expect(waits.at(-1)).toBe(4000)
    expect(waits).toHaveLength(110)
  })

  it('stays failed, with its reason, while the next attempt runs', () => {
    const { machine } = play(WISH, FAILED, WAITED)
    expect(machine.status).toMatchObject({ state: 'failed', why: 'Refused.', nextAttemptAt: null, since: 2000 })
  })

  it('leaves a server alone that has too much to do', () => {
    expect(play(WISH, BUSY).effects).toEqual([END, { type: 'wait', ms: 4000 }])
  })

  it.each([
    [9000, 9000],
    [86_400_000, 60_000],
    [0, 500],
  ])('leaves it alone for as long as it says, within reason (%i ms: %i ms)', (retryAfterMs, ms) => {
    expect(play(WISH, { ...BUSY, retryAfterMs }).effects).toEqual([END, { type: 'wait', ms }])
  })

  it.each(['miss', 'gone', 'no-network'] as const)('looks a few times before a first %s counts', (verdict) => {
    const tries = Array.from({ length: TIMINGS.verifyTries - 1 }, () => look(verdict))
    expect(play(WISH, OPENED, ...tries)).toMatchObject({
      machine: { status: { state: 'opening' } },
      effects: [{ type: 'look', afterMs: 400 }],
    })
    expect(play(WISH, OPENED, ...tries, look(verdict)).machine.status).toMatchObject({
      state: 'failed',
      why: `${verdict}.`,
    })
  })

  it('fails at once where somebody else answers, and where the session ends', () => {
    expect(play(WISH, OPENED, look('stranger')).machine.status.state).toBe('failed')
    expect(play(WISH, OPENED, ENDED).machine.status).toMatchObject({ state: 'failed', why: 'Lost.' })
  })

  it('waits out a busy tunnel instead of failing', () => {
    const { machine, effects } = play(
      WISH,
      OPENED,
      look('busy'),
      look('busy'),
      look('busy'),
      look('busy'),
      look('busy'),
    )
    expect(machine.status.state).toBe('opening')
    expect(effects).toEqual([lookAfter(60_000, TIMINGS.patientProbeTimeoutMs)])
  })
})

describe('an open tunnel', () => {
  it('stays open after one miss, and looks again soon', () => {
    const { machine, effects } = play(...RUNNING, look('miss'))
    expect(machine.status).toMatchObject({ state: 'open', lastProbe: { ok: false } })
    expect(effects).toEqual([lookAfter(250, 2250)])
  })

  it('is degraded after two misses', () => {
    const { machine, effects } = play(...RUNNING, look('miss'), look('miss'))
    expect(machine.status).toMatchObject({ state: 'degraded', why: 'miss.', url: URL })
    expect(effects).toEqual([lookAfter(3000, 5000)])
  })

  it('is replaced after three', () => {
    const { machine, effects } = play(...RUNNING, look('miss'), look('miss'), look('miss'))
    expect(machine.status).toMatchObject({ state: 'reopening', why: 'miss. A new tunnel is being opened.', url: URL })
    expect(effects).toEqual([END, { type: 'open', deadlineMs: expect.any(Number) }])
  })

  it('is open again with the next right echo, its misses forgotten', () => {
    const { machine } = play(...RUNNING, look('miss'), look('miss'), look('echo'), look('miss'))
    expect(machine.status.state).toBe('open')
  })

  it.each([look('gone'), look('stranger'), ENDED])('is replaced at once when it is lost (%#)', (event) => {
    const { machine, effects } = play(...RUNNING, event)
    expect(machine.status.state).toBe('reopening')
    expect(effects.map((effect) => effect.type)).toEqual(['end-session', 'open'])
  })

  it('counts no miss while it is busy, and is asked less often', () => {
    const { machine, effects } = play(...RUNNING, look('miss'), look('busy'), look('busy'), look('busy'))
    expect(machine.status).toMatchObject({ state: 'open', why: 'busy.' })
    expect(effects).toEqual([lookAfter(60_000, TIMINGS.patientProbeTimeoutMs)])
    expect(play(...RUNNING, look('miss'), look('busy'), look('miss')).machine.status.state).toBe('degraded')
  })

  it('is degraded but never replaced while this machine has no network', () => {
    const { machine, effects } = play(...RUNNING, ...Array.from({ length: 50 }, () => look('no-network')))
    expect(machine.status.state).toBe('degraded')
    expect(effects).toEqual([lookAfter(3000, 5000)])
    expect(play(...RUNNING, look('no-network'), look('no-network'), look('echo')).machine.status.state).toBe('open')
  })

  it('remembers a reminder page over a miss, and forgets it with the next answer', () => {
    const page = look('echo', true)
    expect(play(WISH, OPENED, page, look('miss')).machine.status.reminderPage).toBe(true)
    expect(play(WISH, OPENED, page, look('echo')).machine.status.reminderPage).toBe(false)
  })

  it('is called failed only after attempts to open it again keep failing', () => {
    const again = [FAILED, WAITED] as const
    expect(play(...RUNNING, ENDED, ...again, ...again).machine.status.state).toBe('reopening')
    expect(play(...RUNNING, ENDED, ...again, ...again, ...again).machine.status.state).toBe('failed')
  })

  it('is replaced at once the first time, however often the opening had failed before', () => {
    const { effects } = play(WISH, FAILED, WAITED, FAILED, WAITED, OPENED, look('echo'), ENDED)
    expect(effects.map((effect) => effect.type)).toEqual(['end-session', 'open'])
  })

  it('is not replaced in a hurry again and again where it keeps dying young', () => {
    const again = [ENDED, OPENED, look('echo'), ENDED] as const
    expect(play(...RUNNING, ...again).effects.map((effect) => effect.type)).toEqual(['end-session', 'wait'])
  })
})

describe('being asked to look', () => {
  it('looks at once while a session stands', () => {
    expect(play(...RUNNING, NUDGED).effects).toEqual([lookAfter(0, 2250)])
    expect(play(...RUNNING, look('miss'), look('miss'), NUDGED).effects).toEqual([lookAfter(0, 5000)])
    expect(play(WISH, OPENED, NUDGED).effects).toEqual([lookAfter(0, 5000)])
  })

  it('tries at once while it waits', () => {
    expect(play(WISH, FAILED, NUDGED).effects).toEqual([{ type: 'open', deadlineMs: expect.any(Number) }])
  })

  it('changes nothing while it opens or is off', () => {
    expect(play(WISH, NUDGED).effects).toEqual([])
    expect(play(NUDGED).effects).toEqual([])
  })
})

describe('turning it off', () => {
  it.each([[WISH], [WISH, OPENED], [...RUNNING], [WISH, FAILED]])('gives everything up (%#)', (...events) => {
    const { machine, effects } = play(...events, OFF)
    expect(machine.status).toMatchObject({ state: 'off', url: null, nextAttemptAt: null, why: 'Off.' })
    expect(effects).toEqual([END])
  })
})

describe('the span in which nothing could come through', () => {
  const downSince = (...events: readonly MachineEvent[]): number | null => play(...events).machine.downSince

  it('starts with the wish for a tunnel, and is over when it is open', () => {
    expect(downSince(WISH, OPENED)).toBe(1000)
    expect(downSince(WISH, FAILED, WAITED)).toBe(1000)
    expect(downSince(...RUNNING)).toBeNull()
    expect(downSince(WISH, OFF)).toBeNull()
  })

  it('reaches back to the last proof where only a look shows it', () => {
    expect(downSince(...RUNNING, look('echo'), look('gone'))).toBe(4000)
    expect(downSince(...RUNNING, look('miss'))).toBeNull()
    expect(downSince(...RUNNING, look('miss'), look('miss'), look('miss'))).toBe(3000)
    expect(downSince(...RUNNING, look('miss'), look('miss'), look('echo'))).toBeNull()
  })

  it('reaches back no further than to the last request that came through', () => {
    const { machine } = play(...RUNNING)
    const gone = step(machine, look('gone'), { now: 9000, random: 0, timings: TIMINGS, arrivedAt: 7000 })
    expect(gone.machine.downSince).toBe(7000)
  })

  it('starts at once where the provider tells it, and lasts through all attempts', () => {
    expect(downSince(...RUNNING, look('echo'), ENDED)).toBe(5000)
    expect(downSince(...RUNNING, ENDED, FAILED, WAITED, OPENED, look('miss'))).toBe(4000)
  })
})

describe('any events in any order', () => {
  const event = fc.constantFrom(
    WISH,
    OFF,
    OPENED,
    OTHER,
    FAILED,
    BUSY,
    ENDED,
    WAITED,
    NUDGED,
    ...(['echo', 'gone', 'busy', 'stranger', 'miss', 'no-network'] as const).map((verdict) => look(verdict)),
  )

  it('lead to a status that holds together, and never to standing still', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.nat(60_000), (events, apart) => {
        let machine = initialMachine(0)
        let pending = false
        for (const [index, next] of events.entries()) {
          const before = machine
          const done = step(machine, next, { now: index * apart, random: 0.5, timings: TIMINGS })
          machine = done.machine
          for (const effect of done.effects) pending = effect.type !== 'end-session'
          if (done.effects.length === 0 && machine !== before) throw new Error('changed without a next step')
          const { status, phase } = machine
          tunnelStatusSchema.parse(status)
          expect(machine.downSince === null).toBe(status.state === 'off' || status.state === 'open')
          expect(status.state === 'off').toBe(phase.name === 'off')
          expect(pending).toBe(phase.name !== 'off')
          expect(status.nextAttemptAt !== null).toBe(phase.name === 'waiting')
          if (status.state === 'open' || status.state === 'degraded') expect(phase.name).toBe('running')
          if (phase.name === 'running') expect(['open', 'degraded']).toContain(status.state)
          if (phase.name === 'running' || phase.name === 'verifying') expect(status.url).toBe(URL)
          if (status.state === before.status.state) expect(status.since).toBe(before.status.since)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
