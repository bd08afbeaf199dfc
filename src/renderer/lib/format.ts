import type { FormatWords } from '../../words/en/format.ts'
import { getSpoken } from '../../words/locale.ts'
import { number } from '../../words/numbers.ts'
import { words } from '../../words/words.ts'

/** Times come in ms since the epoch. Amounts are never formatted: they are shown as they arrived. */

const timeOfDay = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
)
const timeOfDayMs = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      hourCycle: 'h23',
    }),
)
const dayAndTime = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
)
const whole = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23' }),
)
const ungrouped = perLocale((locale) => new Intl.NumberFormat(locale, { useGrouping: false }))
const tenths = perLocale(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
)

/** Answers with the format of the region that is spoken now, each made once: they are dear to make. */
function perLocale<Format>(make: (locale: string) => Format): () => Format {
  const made = new Map<string, Format>()
  return () => {
    const { locale } = getSpoken()
    const format = made.get(locale) ?? make(locale)
    made.set(locale, format)
    return format
  }
}

/** `14:03:27` in local time, with `withMs` `14:03:27.042`. */
export function formatTime(at: number, options: { withMs?: boolean } = {}): string {
  return (options.withMs ? timeOfDayMs() : timeOfDay()).format(at)
}

/** `14:03:27` today, else with the day before it. */
export function formatMoment(at: number, now: number): string {
  return (new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay() : dayAndTime()).format(at)
}

/** For a tooltip: date, local time and the offset from UTC, then ISO 8601. */
export function formatTimeTitle(at: number): string {
  return `${whole().format(at)} (UTC${utcOffset(at)})\n${isoTime(at)}`
}

/** ISO 8601 with ms, as times are copied. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}

function utcOffset(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset()
  const size = Math.abs(minutes)
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${minutes < 0 ? '−' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** A length of time to a person's precision: `840 ms`, `1.24 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`. */
export function formatDuration(ms: number): string {
  const w = words().format
  if (ms < 1000) return w.milliseconds(Math.round(ms))
  if (ms < 60_000) return w.seconds(Math.floor(ms / 10) / 100)
  const seconds = Math.floor(ms / 1000)
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600), Math.floor(seconds / 60)]
  if (days > 0) return pair(w.days(days), hours % 24, w.hours)
  if (hours > 0) return pair(w.hours(hours), minutes % 60, w.minutes)
  return pair(w.minutes(minutes), seconds % 60, w.seconds)
}

function pair(large: string, small: number, withUnit: (count: number) => string): string {
  return small === 0 ? large : `${large} ${withUnit(small)}`
}

/** How long ago, coarse and calm: `just now`, `42 s ago`, `3 min ago`, `2 h ago`, `5 d ago`. */
export function formatAgo(at: number, now: number): string {
  return coarse(words().format.ago, at, now)
}

/** The same for what lasts: `since just now`, `since 42 s ago`. */
export function formatSince(at: number, now: number): string {
  return coarse(words().format.since, at, now)
}

function coarse(w: FormatWords['ago'], at: number, now: number): string {
  const seconds = Math.floor(Math.max(0, now - at) / 1000)
  if (seconds < 5) return w.now
  if (seconds < 60) return w.seconds(seconds)
  if (seconds < 3600) return w.minutes(Math.floor(seconds / 60))
  if (seconds < 86_400) return w.hours(Math.floor(seconds / 3600))
  return w.days(Math.floor(seconds / 86_400))
}

/** Bytes: `0 B`, `812 B`, `1.4 KiB`, `3.2 MiB`. */
export function formatSize(bytes: number): string {
  const w = words().format
  if (bytes < 1024) return w.bytes(number(bytes))
  if (bytes < 1024 * 1024) return w.kibibytes(ungrouped().format(Math.floor((bytes * 10) / 1024) / 10))
  return w.mebibytes(ungrouped().format(Math.floor((bytes * 10) / (1024 * 1024)) / 10))
}

/** A whole number with separators. */
export function formatCount(count: number): string {
  return number(count)
}

/**
 * A share in words beside its counts: `6.1 %`. To a tenth, but what is neither none nor all never reads as if it were:
 * `less than 0.1 %`, `more than 99.9 %`. Null where there is no whole.
 */
export function formatShare(part: number, whole: number): string | null {
  if (whole <= 0) return null
  const w = words().format
  const share = (percent: number): string => w.percent(tenths().format(percent))
  if (part === 0) return w.percent(number(0))
  if (part === whole) return w.percent(number(100))
  const percent = (part / whole) * 100
  if (percent < 0.1) return w.lessThan(share(0.1))
  if (percent > 99.9) return w.moreThan(share(99.9))
  return share(percent)
}
