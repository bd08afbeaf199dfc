import { z } from 'zod'
import { formatLimit, GIB, KIB, type LimitUnit, MIB, SECOND } from './limit-text.ts'

interface LimitSpec {
  readonly title: string
  /** What lies beyond it, in one sentence for a person. */
  readonly beyond: string
  readonly unit: LimitUnit
  readonly fallback: number
  readonly min: number
  readonly max: number
}

/** What the receiver lets a stranger use, each with its default and the range in which it stays safe. */
export const RECEIVER_LIMITS = {
  headBytes: {
    title: 'Request line and headers',
    beyond: 'Counted without line ends and separators. Beyond: 431, kept as rejected.',
    unit: 'bytes',
    fallback: 16 * KIB,
    min: KIB,
    max: 256 * KIB,
  },
  headerCount: {
    title: 'Headers of one request',
    beyond: 'Beyond: 431; the request is kept like any other.',
    unit: 'count',
    fallback: 200,
    min: 10,
    max: 2000,
  },
  bodyKept: {
    title: 'Kept of a body',
    beyond: 'What is longer is counted and dropped.',
    unit: 'bytes',
    fallback: MIB,
    min: 0,
    max: 64 * MIB,
  },
  bodyAccepted: {
    title: 'Longest body',
    beyond: 'Beyond: 413; kept with what had been counted by then.',
    unit: 'bytes',
    fallback: 16 * MIB,
    min: KIB,
    max: GIB,
  },
  bodiesKeptTogether: {
    title: 'All bodies under way',
    beyond: 'What they may keep together. Beyond: a body is kept shorter.',
    unit: 'bytes',
    fallback: 64 * MIB,
    min: MIB,
    max: GIB,
  },
  rejectedBytes: {
    title: 'Kept of what is no HTTP',
    beyond: 'The first bytes of what no request could be read from.',
    unit: 'bytes',
    fallback: 8 * KIB,
    min: 64,
    max: 64 * KIB,
  },
  headTimeout: {
    title: 'Time for the head',
    beyond: 'From its first byte to its last. Beyond: 408, kept as rejected.',
    unit: 'ms',
    fallback: 10 * SECOND,
    min: SECOND,
    max: 120 * SECOND,
  },
  requestTimeout: {
    title: 'Time for the whole request',
    beyond: 'From its first byte to its last. Beyond: 408, kept with what had come.',
    unit: 'ms',
    fallback: 60 * SECOND,
    min: SECOND,
    max: 900 * SECOND,
  },
  // Longer than any common proxy keeps an idle connection (60 to 600 s): the side that sends must be the one that
  // closes, or a postback meets a connection that was closed under it.
  keepAliveTimeout: {
    title: 'Rest between two requests',
    beyond: 'Beyond: the connection is closed without a word.',
    unit: 'ms',
    fallback: 660 * SECOND,
    min: SECOND,
    max: 3600 * SECOND,
  },
  replyTimeout: {
    title: 'Time to read a reply',
    beyond: 'Beyond: the sender is cut off, and counts as gone.',
    unit: 'ms',
    fallback: 30 * SECOND,
    min: SECOND,
    max: 600 * SECOND,
  },
  // Longer than any sender waits; shorter for nobody but those that would never leave.
  silence: {
    title: 'Time without a reply on purpose',
    beyond: 'Beyond: the connection is closed without a word.',
    unit: 'ms',
    fallback: 900 * SECOND,
    min: SECOND,
    max: 3600 * SECOND,
  },
  connections: {
    title: 'Open connections',
    beyond: 'Beyond: slow heads and idle ones make room, the oldest first; where none can, 503.',
    unit: 'count',
    fallback: 1024,
    min: 16,
    max: 10_000,
  },
  // As many as in all: the receiver is on 127.0.0.1, so behind a tunnel everybody has the same address, and a lower
  // bound would let one stranger shut out Adjump.
  connectionsPerAddress: {
    title: 'Of one address',
    beyond: 'Through a tunnel everybody has the same one: lower it only where you use none.',
    unit: 'count',
    fallback: 1024,
    min: 8,
    max: 10_000,
  },
  unanswered: {
    title: 'Unanswered on one connection',
    beyond: 'Beyond: nothing more is read there until replies are out.',
    unit: 'count',
    fallback: 100,
    min: 1,
    max: 1000,
  },
  strayRequests: {
    title: 'Stray requests kept a minute',
    beyond:
      'Noise and what is no HTTP; postbacks are always kept. Beyond: 429; their number is kept, in one record a minute.',
    unit: 'count',
    fallback: 6000,
    min: 10,
    max: 1_000_000,
  },
  strayBytes: {
    title: 'Kept of them a minute',
    beyond: 'Beyond: 429; counted as above.',
    unit: 'bytes',
    fallback: 16 * MIB,
    min: MIB,
    max: GIB,
  },
  spareDisk: {
    title: 'Free disk for postbacks alone',
    beyond: 'With less free, stray requests are only counted. 0 turns it off.',
    unit: 'bytes',
    fallback: 512 * MIB,
    min: 0,
    max: 1024 * GIB,
  },
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
  return `${formatLimit(min, unit)} to ${formatLimit(max, unit)}`
}

function fieldOf(name: LimitName) {
  const { min, max, fallback } = RECEIVER_LIMITS[name]
  const message = `Give ${limitRange(name)}.`
  return z.int(message).min(min, message).max(max, message).default(fallback)
}

function byName<T>(make: (name: LimitName) => T): Record<LimitName, T> {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, make(name)])) as Record<LimitName, T>
}
