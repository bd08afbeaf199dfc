import type { TunnelProviderName, TunnelStatus } from '../../core/status.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { backoffMs } from './backoff.ts'
import type { TunnelOpenErrorCode } from './open-error.ts'
import type { ProbeResult } from './probe.ts'
import {
  type Effect,
  initialMachine,
  type Machine,
  type MachineEvent,
  type Running,
  replacing,
  type Step,
  type StepContext,
  type Verifying,
} from './supervisor-machine.ts'

/** Failures in a row after which a tunnel that once worked is called failed. */
const FAILED_AFTER = 4
/** Misses in a row that make a tunnel degraded, and that make it be replaced. */
const DEGRADED_AT = 2
const REPLACED_AT = 3
/** A server may ask for hours; its word is not believed for longer than this. */
const LONGEST_ASKED_MS = 60_000

/** The whole behaviour of the supervisor, without clock, chance or network. Events that no longer fit change nothing. */
export function step(machine: Machine, event: MachineEvent, context: StepContext): Step {
  const next = react(machine, event, context)
  const { provenAt, downSince } = proofs(machine, next.machine, event, context)
  const unchanged = provenAt === next.machine.provenAt && downSince === next.machine.downSince
  return unchanged ? next : { ...next, machine: { ...next.machine, provenAt, downSince } }
}

/**
 * A look that fails says only that something is wrong by now: since when, nobody knows but that it was right at the
 * last proof. The provider's own word comes at once.
 */
function proofs(
  before: Machine,
  { status: { state } }: Machine,
  event: MachineEvent,
  { now, arrivedAt = null }: StepContext,
): Pick<Machine, 'provenAt' | 'downSince'> {
  const { provenAt, downSince } = before
  if (state === 'off') return { provenAt: null, downSince: null }
  if (event.type === 'wished') return { provenAt: null, downSince: downSince ?? now }
  if (state === 'open') {
    const echoed = event.type === 'looked' && event.result.verdict === 'echo'
    return { provenAt: echoed ? now : provenAt, downSince: null }
  }
  if (downSince !== null) return { provenAt, downSince }
  const proven = event.type === 'looked' && provenAt !== null ? provenAt : now
  return { provenAt, downSince: Math.min(Math.max(proven, arrivedAt ?? proven), now) }
}

function react(machine: Machine, event: MachineEvent, context: StepContext): Step {
  switch (event.type) {
    case 'wished':
      return wish(machine, event.provider, context)
    case 'turned-off':
      return turnOff(machine, event.provider, event.why, context)
    case 'opened':
      return machine.phase.name === 'opening'
        ? opened(machine, event.url, event.otherNameGiven, context)
        : same(machine)
    case 'open-failed':
      if (machine.phase.name !== 'opening') return same(machine)
      return event.code === 'refused' ? refused(machine, event.why, context) : openFailed(machine, event, context)
    case 'looked':
      return looked(machine, event.result, context)
    case 'ended':
      return ended(machine, event.why, context)
    case 'wait-over':
      return machine.phase.name === 'waiting' ? attempt(machine, context) : same(machine)
    case 'nudged':
      return nudged(machine, context)
    default:
      return unreachable(event)
  }
}

function wish(machine: Machine, provider: Exclude<TunnelProviderName, 'none'>, context: StepContext): Step {
  const fresh: Machine = {
    phase: { name: 'opening' },
    status: { ...initialMachine(context.now).status, state: 'opening', provider, why: errorsWords().tunnel.opening },
    wasOpen: false,
    failures: 0,
    provenAt: null,
    downSince: null,
  }
  const since = machine.status.state === 'opening' ? machine.status.since : context.now
  return {
    machine: { ...fresh, status: { ...fresh.status, since } },
    effects: [{ type: 'end-session' }, { type: 'open', deadlineMs: context.timings.openDeadlineMs }],
  }
}

function turnOff(machine: Machine, provider: TunnelProviderName, why: string, context: StepContext): Step {
  const since = machine.status.state === 'off' ? machine.status.since : context.now
  const off = initialMachine(since)
  return {
    machine: { ...off, status: { ...off.status, provider, why } },
    effects: [{ type: 'end-session' }],
  }
}

function opened(machine: Machine, url: string, otherNameGiven: boolean, { now, timings }: StepContext): Step {
  const note = otherNameGiven ? errorsWords().tunnel.otherName(url) : null
  return {
    machine: {
      ...machine,
      phase: { name: 'verifying', looks: 0, since: now, note },
      status: { ...machine.status, url, why: sentences(errorsWords().tunnel.verifying, note), nextAttemptAt: null },
    },
    effects: [{ type: 'look', afterMs: 0, timeoutMs: timings.patientProbeTimeoutMs }],
  }
}

function looked(machine: Machine, result: ProbeResult, context: StepContext): Step {
  const { phase } = machine
  if (phase.name !== 'verifying' && phase.name !== 'running') return same(machine)
  const { now, timings } = context
  const seen: Machine = {
    ...machine,
    status: {
      ...machine.status,
      lastProbe: {
        at: now,
        ok: result.verdict === 'echo',
        latencyMs: result.latencyMs,
        sentence: result.sentence,
      },
      // Only an answer says anything about a page.
      reminderPage: result.latencyMs === null ? machine.status.reminderPage : result.reminderPage,
    },
  }
  switch (result.verdict) {
    case 'echo':
      return works(seen, phase, result.sentence, context)
    case 'busy': {
      const busy = { ...seen, status: { ...seen.status, why: sentences(result.sentence, phase.note) } }
      return { machine: busy, effects: [nextLook(timings.probeWhenBusyMs, timings.patientProbeTimeoutMs)] }
    }
    case 'stranger':
      return phase.name === 'running'
        ? lost(seen, phase, result.sentence, context)
        : attemptFailed(seen, result.sentence, 'failed', context)
    case 'gone':
      return phase.name === 'running'
        ? lost(seen, phase, result.sentence, context)
        : notYet(seen, phase, result.sentence, context)
    case 'miss':
    case 'no-network':
      return phase.name === 'running'
        ? missed(seen, phase, result, context)
        : notYet(seen, phase, result.sentence, context)
    default:
      return unreachable(result.verdict)
  }
}

function works(machine: Machine, phase: Verifying | Running, sentence: string, { now, timings }: StepContext): Step {
  return {
    machine: {
      ...machine,
      phase: { name: 'running', misses: 0, since: phase.name === 'running' ? phase.since : now, note: phase.note },
      status: at(machine.status, 'open', sentences(sentence, phase.note), now),
      wasOpen: true,
      // The first success ends the failures of opening; later ones count only once the session has proved stable.
      failures: machine.wasOpen ? machine.failures : 0,
    },
    effects: [nextLook(timings.probeEveryMs, timings.probeTimeoutMs)],
  }
}

/** A look just after the opening came to nothing: the tunnel's ends may still be on their way to each other. */
function notYet(machine: Machine, phase: Verifying, sentence: string, context: StepContext): Step {
  const { now, timings } = context
  const looks = phase.looks + 1
  if (looks >= timings.verifyTries || now - phase.since >= timings.verifyForMs) {
    return attemptFailed(machine, sentence, 'failed', context)
  }
  return {
    machine: { ...machine, phase: { ...phase, looks } },
    effects: [nextLook(timings.verifyEveryMs, timings.patientProbeTimeoutMs)],
  }
}

function missed(machine: Machine, phase: Running, result: ProbeResult, context: StepContext): Step {
  const { now, timings } = context
  const offline = result.verdict === 'no-network'
  // Without a network a new tunnel could not be had either, and the old one may outlive the gap with its URL.
  const misses = offline ? Math.min(phase.misses + 1, DEGRADED_AT) : phase.misses + 1
  if (misses >= REPLACED_AT) return lost(machine, phase, result.sentence, context)
  const next = { ...machine, phase: { ...phase, misses } }
  if (misses < DEGRADED_AT) {
    return { machine: next, effects: [nextLook(timings.confirmAfterMs, timings.probeTimeoutMs)] }
  }
  return {
    machine: { ...next, status: at(machine.status, 'degraded', sentences(result.sentence, phase.note), now) },
    effects: [
      nextLook(offline ? timings.probeWhenOfflineMs : timings.probeWhenDegradedMs, timings.patientProbeTimeoutMs),
    ],
  }
}

function ended(machine: Machine, why: string, context: StepContext): Step {
  switch (machine.phase.name) {
    case 'running':
      return lost(machine, machine.phase, why, context)
    case 'verifying':
      return attemptFailed(machine, why, 'failed', context)
    case 'off':
    case 'opening':
    case 'waiting':
    case 'refused':
      return same(machine)
    default:
      return unreachable(machine.phase)
  }
}

/** A tunnel that worked does so no more: replaced at once, unless its like have just died young one after another. */
function lost(machine: Machine, phase: Running, why: string, context: StepContext): Step {
  const stable = context.now - phase.since >= context.timings.stableAfterMs
  const failures = stable ? 0 : machine.failures
  const waitMs = backoffMs(failures, 'failed', context.timings, context.random)
  const status = at(machine.status, 'reopening', sentences(why, replacing()), context.now)
  const next = { ...machine, status, failures: failures + 1 }
  return waitMs === 0 ? replace(next, context) : wait(next, waitMs, context)
}

function openFailed(machine: Machine, event: MachineEvent & { type: 'open-failed' }, context: StepContext): Step {
  const { why, code, retryAfterMs } = event
  const asked = code === 'busy' ? Math.min(retryAfterMs ?? context.timings.busyBackoffMs, LONGEST_ASKED_MS) : 0
  return attemptFailed(machine, why, code, context, asked)
}

/** An attempt came to nothing; the next one follows after a wait, of `leastMs` at least, for ever. */
function attemptFailed(
  machine: Machine,
  why: string,
  code: TunnelOpenErrorCode,
  context: StepContext,
  leastMs = 0,
): Step {
  const { now, random, timings } = context
  const failures = machine.failures + 1
  const state = machine.wasOpen && failures < FAILED_AFTER ? 'reopening' : 'failed'
  const waitMs = Math.max(backoffMs(failures, code, timings, random), leastMs)
  const next = { ...machine, failures, status: at(machine.status, state, why, now) }
  return wait(next, waitMs, context)
}

/** No attempt follows: a token that is refused stays refused, however often it is shown. */
function refused(machine: Machine, why: string, { now }: StepContext): Step {
  const status = at(machine.status, 'failed', sentences(why, errorsWords().tunnel.notAgain), now)
  return {
    machine: { ...machine, phase: { name: 'refused' }, failures: machine.failures + 1, status },
    effects: [{ type: 'end-session' }],
  }
}

function wait(machine: Machine, ms: number, { now }: StepContext): Step {
  return {
    machine: {
      ...machine,
      phase: { name: 'waiting' },
      status: { ...machine.status, nextAttemptAt: now + ms },
    },
    effects: [{ type: 'end-session' }, { type: 'wait', ms }],
  }
}

function replace(machine: Machine, context: StepContext): Step {
  const next = attempt(machine, context)
  return { machine: next.machine, effects: [{ type: 'end-session' }, ...next.effects] }
}

/** Opens again. State and reason stay as they are until something new is known. */
function attempt(machine: Machine, { timings }: StepContext): Step {
  const patient = machine.failures % 3 === 0
  return {
    machine: { ...machine, phase: { name: 'opening' }, status: { ...machine.status, nextAttemptAt: null } },
    effects: [{ type: 'open', deadlineMs: patient ? timings.openDeadlineMs : timings.reopenDeadlineMs }],
  }
}

function nudged(machine: Machine, context: StepContext): Step {
  const { timings } = context
  switch (machine.phase.name) {
    case 'running': {
      const sure = machine.phase.misses >= DEGRADED_AT
      return {
        machine,
        effects: [nextLook(0, sure ? timings.patientProbeTimeoutMs : timings.probeTimeoutMs)],
      }
    }
    case 'verifying':
      return { machine, effects: [nextLook(0, timings.patientProbeTimeoutMs)] }
    case 'waiting':
      // Something changed for the better, perhaps: what failed before says less now.
      return attempt({ ...machine, failures: Math.min(machine.failures, 1) }, context)
    case 'off':
    case 'opening':
    case 'refused':
      return same(machine)
    default:
      return unreachable(machine.phase)
  }
}

function nextLook(afterMs: number, timeoutMs: number): Effect {
  return { type: 'look', afterMs, timeoutMs }
}

/** `since` is when the state began, not when its reason last changed. */
function at(status: TunnelStatus, state: TunnelStatus['state'], why: string, now: number): TunnelStatus {
  return { ...status, state, why, since: status.state === state ? status.since : now, nextAttemptAt: null }
}

function sentences(first: string, second: string | null): string {
  return second === null ? first : `${first} ${second}`
}

function same(machine: Machine): Step {
  return { machine, effects: [] }
}

function unreachable(value: never): never {
  throw new Error(`not a case: ${JSON.stringify(value)}`)
}
