import { findingsWords } from '../words/of/findings.ts'
import { type Mapping, TRANSACTION_ID_FIELD } from './endpoint.ts'
import { placeOf } from './findings/order.ts'
import { finding } from './findings/rule.ts'
import { isPlaceholder } from './findings/user-id-placeholder.ts'
import type { Finding, Reading } from './postback.ts'
import { verdictOf } from './verdict.ts'

/** What two possible duplicates have in common. The amount counts as text: `5` and `5.0` are two. */
export interface DuplicateKey {
  readonly endpointId: string
  readonly userId: string
  readonly amountText: string
}

/** A reading with its arrival, in ms since the epoch. A stored summary is one. */
export type DatedReading = Reading & { readonly receivedAt: number }

const MINUTE_MS = 60_000

/**
 * What to look for in the history, or null where a postback cannot be a possible duplicate: it is none, or one of
 * its two values is missing, empty, an unreplaced macro or a placeholder, which has a finding of its own.
 */
export function duplicateKey(reading: Reading): DuplicateKey | null {
  const { kind, endpointId, userId, rewardAmount, findings } = reading
  if (kind !== 'postback' || endpointId === null || !userId || !rewardAmount) return null
  if (isPlaceholder(userId) || findings.some(isUnreplacedMacro)) return null
  return { endpointId, userId, amountText: rewardAmount }
}

function isUnreplacedMacro({ code, field }: Finding): boolean {
  return code === 'macro-not-replaced' && (field === 'user_id' || field === 'reward_amount')
}

/**
 * Whether `current` may repeat `earlier`: same key, arrived within the mapping's window, and no mapped transaction
 * id that differs. An id that only one of them carries tells nothing.
 */
export function isPossibleDuplicate(current: DatedReading, earlier: DatedReading, mapping: Mapping): boolean {
  const windowMs = mapping.duplicateWindowMinutes * MINUTE_MS
  // The clock may have been set back in between.
  if (windowMs <= 0 || Math.abs(current.receivedAt - earlier.receivedAt) > windowMs) return false
  const key = duplicateKey(current)
  const other = duplicateKey(earlier)
  if (!key || !other) return false
  if (key.endpointId !== other.endpointId || key.userId !== other.userId || key.amountText !== other.amountText) {
    return false
  }
  const id = transactionId(current)
  const otherId = transactionId(earlier)
  return !id || !otherId || id === otherId
}

function transactionId({ extras }: Reading): string | null {
  return extras.find(({ field }) => field === TRANSACTION_ID_FIELD)?.value ?? null
}

/**
 * The reading with `possible-duplicate` in its place and the verdict that follows. `receivedAt` is when the
 * reading's own request arrived, for the sentence; leave it out where it is not known.
 */
export function withPossibleDuplicate<R extends Reading>(
  reading: R,
  earlier: { readonly id: number; readonly receivedAt: number },
  receivedAt: number | null = null,
): R {
  const apart = receivedAt === null ? null : span(Math.abs(receivedAt - earlier.receivedAt))
  const detail = findingsWords().details.possibleDuplicate(earlier.id, apart)
  const duplicate: Finding = { ...finding('possible-duplicate', detail), related: earlier.id }
  const others = reading.findings.filter(({ code }) => code !== 'possible-duplicate')
  const next = others.findIndex(({ code }) => placeOf(code) > placeOf('possible-duplicate'))
  const place = next < 0 ? others.length : next
  const findings = [...others.slice(0, place), duplicate, ...others.slice(place)]
  return { ...reading, findings, verdict: verdictOf(findings) }
}

/** A length of time in words: `350 ms`, `12 s`, `3 min 5 s`, `2 h 10 min`, `3 days`. */
function span(ms: number): string {
  if (ms < 1000) return `${String(ms)} ms`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${String(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return joined(minutes, 'min', seconds % 60, 's')
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return joined(hours, 'h', minutes % 60, 'min')
  return findingsWords().days(Math.floor(hours / 24))
}

function joined(whole: number, unit: string, rest: number, restUnit: string): string {
  return `${String(whole)} ${unit}${rest === 0 ? '' : ` ${String(rest)} ${restUnit}`}`
}
