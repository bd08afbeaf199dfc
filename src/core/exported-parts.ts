import { base64ToBytes } from './base64-bytes.ts'
import { endingOf } from './deliveries.ts'
import type { Mark } from './mark.ts'
import type { PostbackDetail } from './postback.ts'

/**
 * Bytes as JSON can hold them. `utf8`: `content` is their text, and encodes back to exactly these bytes. `base64`:
 * they are no valid UTF-8, and `content` is RFC 4648 base64.
 */
export interface ExportedBytes {
  readonly encoding: 'utf8' | 'base64'
  readonly content: string
}

/** The status that went out; null where nothing was sent on purpose. */
export function sentStatus({ reply }: Pick<PostbackDetail, 'reply'>): number | null {
  const ending = endingOf(reply)
  return ending === 'silence' || ending === 'reset' ? null : reply.status
}

export function exportedMark({ mark, note }: PostbackDetail): Mark {
  return { pinned: mark.pinned, colour: mark.colour, note }
}

/** Strict, and a byte order mark is a character like any other: text that would not encode back is no text. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function exportedBytes(base64: string): ExportedBytes {
  if (base64 === '') return { encoding: 'utf8', content: '' }
  try {
    return { encoding: 'utf8', content: utf8.decode(base64ToBytes(base64)) }
  } catch {
    return { encoding: 'base64', content: base64 }
  }
}

const MINUTE_MS = 60_000
/** The minute that was asked for last, as text up to its colon: neighbours in a history share it. */
let lastMinute = Number.NaN
let lastMinuteText = ''
/** `05.` and `040Z` by their numbers. */
const SECONDS = Array.from({ length: 60 }, (_, seconds) => `${String(seconds).padStart(2, '0')}.`)
const MILLISECONDS = Array.from({ length: 1000 }, (_, ms) => `${String(ms).padStart(3, '0')}Z`)

/** ISO 8601 with ms, in UTC; `time` in whole ms since the epoch. */
export function isoTime(time: number): string
export function isoTime(time: number | null): string | null
export function isoTime(time: number | null): string | null {
  if (time === null) return null
  const minute = Math.floor(time / MINUTE_MS)
  if (minute !== lastMinute) {
    lastMinuteText = new Date(minute * MINUTE_MS).toISOString().slice(0, -7)
    lastMinute = minute
  }
  const ms = time - minute * MINUTE_MS
  const seconds = Math.floor(ms / 1000)
  return `${lastMinuteText}${SECONDS[seconds] ?? ''}${MILLISECONDS[ms - seconds * 1000] ?? ''}`
}
