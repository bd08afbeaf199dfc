import { z } from 'zod'

/** What is needed to read a time: the present one, and how far local time is ahead of UTC. */
export interface TimeContext {
  /** In ms since the epoch. */
  readonly now: number
  /** Minutes east of UTC (`-date.getTimezoneOffset()`), fixed or by moment because of summer time; 0 if left out. */
  readonly timeZoneOffsetMinutes?: number | ((atMs: number) => number)
}

/** A moment, or a whole day: `end` is then the start of the next one, otherwise the same as `start`. In ms. */
export interface Moment {
  readonly start: number
  readonly end: number
}

const DAY = 86_400_000
const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY }
const DURATION = /^(?:\d{1,9}[smhdw])+$/
const DURATION_PART = /(\d+)([smhdw])/g
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DATE_AND_CLOCK = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?(z|[+-]\d{2}:?\d{2})?$/i
/** The furthest that a JavaScript date reaches, in ms on either side of the epoch (ECMA-262, 21.4.1.1). */
export const LATEST = 8.64e15

/** In ms since the epoch, and a date at all. */
export const momentSchema = z.int().min(-LATEST).max(LATEST)

/**
 * Reads a duration back from now (`30m`, `1h30m`, `2d`, `45s`, `1w`), `now`, `today`, `yesterday`, a clock time of
 * today, or an ISO 8601 date with or without time and zone; without a zone it is local. Null for anything else.
 */
export function readMoment(text: string, context: TimeContext): Moment | null {
  const moment = readAny(text.trim().toLowerCase(), context)
  return moment && Math.abs(moment.start) <= LATEST && Math.abs(moment.end) <= LATEST ? moment : null
}

function readAny(text: string, context: TimeContext): Moment | null {
  const today = Math.floor((context.now + offsetAt(context.now, context)) / DAY) * DAY
  if (text === 'now') return instant(context.now)
  if (text === 'today') return localDay(today, context)
  if (text === 'yesterday') return localDay(today - DAY, context)
  if (DURATION.test(text)) return instant(context.now - durationMs(text))
  const clock = clockMs(text)
  if (clock !== null) return instant(toUtc(today + clock, context))
  const day = dayMs(text)
  if (day !== null) return localDay(day, context)
  return readDateAndClock(text, context)
}

function readDateAndClock(text: string, context: TimeContext): Moment | null {
  const [, date = '', clock = '', zone] = DATE_AND_CLOCK.exec(text) ?? []
  const day = dayMs(date)
  const time = clockMs(clock)
  if (day === null || time === null) return null
  const offset = zone === undefined ? null : zoneMs(zone)
  return instant(offset === null ? toUtc(day + time, context) : day + time - offset)
}

function durationMs(text: string): number {
  let total = 0
  for (const [, count, unit] of text.matchAll(DURATION_PART)) total += Number(count) * (UNIT_MS[unit ?? ''] ?? 0)
  return total
}

function clockMs(text: string): number | null {
  const match = CLOCK.exec(text)
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((match[4] ?? '').padEnd(3, '0').slice(0, 3))
}

function dayMs(text: string): number | null {
  const match = DATE.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const at = Date.UTC(year, month - 1, day)
  const date = new Date(at)
  // Date.UTC turns the 31st of a short month into the next month's first; such a day does not exist.
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? at : null
}

function zoneMs(zone: string): number {
  if (zone === 'z') return 0
  const digits = zone.replace(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

function instant(at: number): Moment {
  return { start: at, end: at }
}

function localDay(localMidnight: number, context: TimeContext): Moment {
  return { start: toUtc(localMidnight, context), end: toUtc(localMidnight + DAY, context) }
}

/** The second look is for moments near a change of the clocks, where the first guess has the other side's offset. */
function toUtc(local: number, context: TimeContext): number {
  const guess = local - offsetAt(local, context)
  return local - offsetAt(guess, context)
}

/** How far local time is ahead of UTC at that moment, in ms. */
export function offsetAt(at: number, { timeZoneOffsetMinutes = 0 }: TimeContext): number {
  return (typeof timeZoneOffsetMinutes === 'number' ? timeZoneOffsetMinutes : timeZoneOffsetMinutes(at)) * 60_000
}
