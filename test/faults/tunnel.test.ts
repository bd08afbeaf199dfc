import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isLongRun } from '../support/long-run.ts'
import { startTunnelRig } from '../support/tunnel-rig.ts'
import { FAULTS, type Fault } from './tunnel-faults.ts'

/** The issue's own limits, in ms: a silent fault, one that the peer tells, and the way back. */
const DETECT_MS = 35_000
const DETECT_TOLD_MS = 2_000
const RECOVER_MS = 5_000
const AT_ONCE = 8

interface Row {
  readonly fault: Fault
  readonly states: readonly string[]
  readonly sentence: string
  readonly detectMs: number
  /** From the peer's own word on; null where it gives none. */
  readonly toldMs: number | null
  readonly recoverMs: number
}

async function play(fault: Fault): Promise<Row> {
  const rig = await startTunnelRig()
  try {
    if (fault.when === 'open') {
      rig.wish()
      await rig.first(0, ({ state }) => state === 'open')
      // The worst moment: all was seen to be well just now.
      await rig.supervisor.probeNow()
    }
    const from = rig.told.length
    const at = Date.now()
    await fault.inject(rig)
    if (fault.when === 'opening') rig.wish()
    // In the short run the look that finds it comes at once, as after a change of network; in full it is waited for.
    if (fault.soon === true && !isLongRun) await rig.supervisor.probeNow()
    const detected = await rig.first(from, (status) => fault.detected(status))
    const told = await rig.first(from, ({ state, why }) => state === fault.state && fault.sentence.test(why))
    await pause(fault.holdMs ?? 0)
    const healedFrom = rig.told.length
    await fault.heal(rig)
    // From where the peer is really back: a process that starts again takes its time.
    const healed = Date.now()
    const back = rig.supervisor.status.state === 'open' ? healed : null
    const recovered = back ?? (await rig.first(healedFrom, ({ state }) => state === 'open')).at
    const word = fault.peerTells === 'answer' ? rig.server.stoodInAt : fault.peerTells === 'at once' ? at : null
    return {
      fault,
      states: rig.states(from),
      sentence: told.status.why,
      detectMs: detected.at - at,
      toldMs: word === null ? null : detected.at - word,
      recoverMs: Math.max(0, recovered - healed),
    }
  } finally {
    await rig.close()
  }
}

describe('a tunnel whose other end fails', () => {
  it('ends in the right state and sentence, is noticed in time, and is back in time', async () => {
    const rest = FAULTS.filter(({ bounded }) => isLongRun || bounded)
    const rows: Row[] = []
    const lost: string[] = []
    const worker = async (): Promise<void> => {
      for (let fault = rest.shift(); fault !== undefined; fault = rest.shift()) {
        const { name } = fault
        await play(fault).then(
          (row) => rows.push(row),
          (error: unknown) => lost.push(`${name}: ${String(error)}`),
        )
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    console.log(['fault | states | detected, of its telling, back (s) | sentence', ...rows.map(line)].join('\n'))
    expect(lost).toEqual([])
    for (const { fault, states, detectMs, toldMs, recoverMs } of rows) {
      expect.soft(states.join(' '), fault.name).toMatch(fault.states)
      expect.soft(detectMs, `${fault.name}: noticed`).toBeLessThanOrEqual(DETECT_MS)
      if (toldMs !== null) expect.soft(toldMs, `${fault.name}: noticed when told`).toBeLessThanOrEqual(DETECT_TOLD_MS)
      expect.soft(recoverMs, `${fault.name}: back`).toBeLessThanOrEqual(RECOVER_MS)
    }
  }, 900_000)
})

function line({ fault, states, sentence, detectMs, toldMs, recoverMs }: Row): string {
  const s = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(2))
  return `${fault.name} | ${states.join(' → ')} | ${s(detectMs)}, ${s(toldMs)}, ${s(recoverMs)} | ${sentence}`
}
