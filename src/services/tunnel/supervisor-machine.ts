import type { TunnelProviderName, TunnelStatus } from '../../core/status.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { TunnelOpenErrorCode } from './open-error.ts'
import type { ProbeResult } from './probe.ts'
import type { TunnelTimings } from './timings.ts'

/** What is under way, finer than the status that people see. */
export type Phase =
  | { readonly name: 'off' }
  /** The provider is opening. */
  | { readonly name: 'opening' }
  /** A session stands, but nothing has come back through it yet. */
  | { readonly name: 'verifying'; readonly looks: number; readonly since: number; readonly note: string | null }
  /** It has been seen to work; `misses` looks in a row have failed since. */
  | { readonly name: 'running'; readonly misses: number; readonly since: number; readonly note: string | null }
  /** Between two attempts. */
  | { readonly name: 'waiting' }
  /** Nothing is tried before the user wants it anew: nothing else would help. */
  | { readonly name: 'refused' }

export type Verifying = Phase & { readonly name: 'verifying' }
export type Running = Phase & { readonly name: 'running' }

export interface Machine {
  readonly phase: Phase
  readonly status: TunnelStatus
  /** It has worked since the user's last wish: losing it is `reopening`, not a failure to open. */
  readonly wasOpen: boolean
  /** Attempts that failed, and sessions that ended young, in a row. */
  readonly failures: number
  /** When it was last seen to work, and since when that is no more so; null where neither is known. */
  readonly provenAt: number | null
  readonly downSince: number | null
}

export type MachineEvent =
  /** The user wants a tunnel of this provider, anew. */
  | { readonly type: 'wished'; readonly provider: Exclude<TunnelProviderName, 'none'> }
  | { readonly type: 'turned-off'; readonly provider: TunnelProviderName; readonly why: string }
  | { readonly type: 'opened'; readonly url: string; readonly otherNameGiven: boolean }
  | {
      readonly type: 'open-failed'
      readonly why: string
      readonly code: TunnelOpenErrorCode
      readonly retryAfterMs: number | null
    }
  | { readonly type: 'looked'; readonly result: ProbeResult }
  /** The provider itself noticed the end. */
  | { readonly type: 'ended'; readonly why: string }
  /** The wait between two attempts is over. */
  | { readonly type: 'wait-over' }
  /** Look at once: after sleep, a change of network, or because the user wants to know. */
  | { readonly type: 'nudged' }

export type Effect =
  /** Gives up whatever is under way: opening, session, look, timer. */
  | { readonly type: 'end-session' }
  | { readonly type: 'open'; readonly deadlineMs: number }
  | { readonly type: 'look'; readonly afterMs: number; readonly timeoutMs: number }
  | { readonly type: 'wait'; readonly ms: number }

export interface StepContext {
  readonly now: number
  /** 0 ≤ random < 1, drawn anew for each step. */
  readonly random: number
  readonly timings: TunnelTimings
  /** When something last came through the tunnel, where its provider knows. */
  readonly arrivedAt?: number | null
}

export interface Step {
  readonly machine: Machine
  /** To be carried out in this order. */
  readonly effects: readonly Effect[]
}

/** Ends the reason of a tunnel that is being replaced. */
export function replacing(): string {
  return errorsWords().tunnel.replacing
}

/** Off, as it is before the first wish. */
export function initialMachine(now: number): Machine {
  return {
    phase: { name: 'off' },
    status: {
      state: 'off',
      since: now,
      why: errorsWords().tunnel.off,
      provider: 'none',
      url: null,
      lastProbe: null,
      reminderPage: false,
      nextAttemptAt: null,
    },
    wasOpen: false,
    failures: 0,
    provenAt: null,
    downSince: null,
  }
}
