import { z } from 'zod'
import { checksWords } from '../words/of/checks.ts'
import { formatLimit, GIB, KIB, type LimitUnit, MIB, SECOND } from './limit-text.ts'

interface LimitSpec {
  readonly unit: LimitUnit
  readonly fallback: number
  readonly min: number
  readonly max: number
}

/** What the receiver lets a stranger use, each with its default and the range in which it stays safe. */
export const RECEIVER_LIMITS = {
  headBytes: { unit: 'bytes', fallback: 16 * KIB, min: KIB, max: 256 * KIB },
  headerCount: { unit: 'count', fallback: 200, min: 10, max: 2000 },
  bodyKept: { unit: 'bytes', fallback: MIB, min: 0, max: 64 * MIB },
  bodyAccepted: { unit: 'bytes', fallback: 16 * MIB, min: KIB, max: GIB },
  bodiesKeptTogether: { unit: 'bytes', fallback: 64 * MIB, min: MIB, max: GIB },
  rejectedBytes: { unit: 'bytes', fallback: 8 * KIB, min: 64, max: 64 * KIB },
  headTimeout: { unit: 'ms', fallback: 10 * SECOND, min: SECOND, max: 120 * SECOND },
  requestTimeout: { unit: 'ms', fallback: 60 * SECOND, min: SECOND, max: 900 * SECOND },
  // Longer than any common proxy keeps an idle connection (60 to 600 s): the side that sends must be the one that
  // closes, or a postback meets a connection that was closed under it.
  keepAliveTimeout: { unit: 'ms', fallback: 660 * SECOND, min: SECOND, max: 3600 * SECOND },
  replyTimeout: { unit: 'ms', fallback: 30 * SECOND, min: SECOND, max: 600 * SECOND },
  // Longer than any sender waits; shorter for nobody but those that would never leave.
  silence: { unit: 'ms', fallback: 900 * SECOND, min: SECOND, max: 3600 * SECOND },
  connections: { unit: 'count', fallback: 1024, min: 16, max: 10_000 },
  // As many as in all: the receiver is on 127.0.0.1, so behind a tunnel everybody has the same address, and a lower
  // bound would let one stranger shut out Adjump.
  connectionsPerAddress: { unit: 'count', fallback: 1024, min: 8, max: 10_000 },
  unanswered: { unit: 'count', fallback: 100, min: 1, max: 1000 },
  strayRequests: { unit: 'count', fallback: 6000, min: 10, max: 1_000_000 },
  strayBytes: { unit: 'bytes', fallback: 16 * MIB, min: MIB, max: GIB },
  spareDisk: { unit: 'bytes', fallback: 512 * MIB, min: 0, max: 1024 * GIB },
} as const satisfies Record<string, LimitSpec>

export type LimitName = keyof typeof RECEIVER_LIMITS
export type ReceiverLimits = Readonly<Record<LimitName, number>>

export const LIMIT_NAMES = Object.keys(RECEIVER_LIMITS) as readonly LimitName[]

export const DEFAULT_RECEIVER_LIMITS: ReceiverLimits = byName((name) => RECEIVER_LIMITS[name].fallback)

/** Every bound in its range; one that an older version did not know has its default. */
export const receiverLimitsSchema = z.object(byName(fieldOf))

/** The bound's name on the command line: `head-bytes`. */
export function limitOption(name: LimitName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The range in words, in the bound's own unit: `1 KiB to 256 KiB`. */
export function limitRange(name: LimitName): string {
  const { min, max, unit } = RECEIVER_LIMITS[name]
  return checksWords().receiver.range(formatLimit(min, unit), formatLimit(max, unit))
}

function fieldOf(name: LimitName) {
  const { min, max, fallback } = RECEIVER_LIMITS[name]
  const error = (): string => checksWords().receiver.give(limitRange(name))
  return z.int({ error }).min(min, { error }).max(max, { error }).default(fallback)
}

function byName<T>(make: (name: LimitName) => T): Record<LimitName, T> {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, make(name)])) as Record<LimitName, T>
}
