/** Times come in ms since the epoch. Amounts are never formatted: they are shown as they arrived. */

const timeOfDay = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const timeOfDayMs = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
})
const dayAndTime = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const whole = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'long',
  hourCycle: 'h23',
})
const numbers = new Intl.NumberFormat(undefined)

/** `14:03:27` in local time, with `withMs` `14:03:27.042`. */
export function formatTime(at: number, options: { withMs?: boolean } = {}): string {
  return (options.withMs ? timeOfDayMs : timeOfDay).format(at)
}

/** `14:03:27` today, else with the day before it. */
export function formatMoment(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay.format(at) : dayAndTime.format(at)
}

/** For a tooltip: date, local time and the offset from UTC, then ISO 8601. */
export function formatTimeTitle(at: number): string {
  return `${whole.format(at)} (UTC${utcOffset(at)})\n${isoTime(at)}`
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
  if (ms < 1000) return `${numbers.format(Math.round(ms))} ms`
  if (ms < 60_000) return `${String(Math.floor(ms / 10) / 100)} s`
  const seconds = Math.floor(ms / 1000)
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600), Math.floor(seconds / 60)]
  if (days > 0) return pair(days, 'd', hours % 24, 'h')
  if (hours > 0) return pair(hours, 'h', minutes % 60, 'min')
  return pair(minutes, 'min', seconds % 60, 's')
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${numbers.format(large)} ${largeUnit}`
  return small === 0 ? head : `${head} ${String(small)} ${smallUnit}`
}

/** How long ago, coarse and calm: `just now`, `42 s ago`, `3 min ago`, `2 h ago`, `5 d ago`. */
export function formatAgo(at: number, now: number): string {
  const seconds = Math.floor(Math.max(0, now - at) / 1000)
  if (seconds < 5) return 'just now'
  if (seconds < 60) return `${String(seconds)} s ago`
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} min ago`
  if (seconds < 86_400) return `${String(Math.floor(seconds / 3600))} h ago`
  return `${numbers.format(Math.floor(seconds / 86_400))} d ago`
}

/** Bytes: `0 B`, `812 B`, `1.4 KiB`, `3.2 MiB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${numbers.format(bytes)} B`
  if (bytes < 1024 * 1024) return `${String(Math.floor((bytes * 10) / 1024) / 10)} KiB`
  return `${String(Math.floor((bytes * 10) / (1024 * 1024)) / 10)} MiB`
}

/** A whole number with separators. */
export function formatCount(count: number): string {
  return numbers.format(count)
}

/** `1 postback`, `214 postbacks`. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

const tenths = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/**
 * A share in words beside its counts: `6.1 %`. To a tenth, but what is neither none nor all never reads as if it were:
 * `less than 0.1 %`, `more than 99.9 %`. Null where there is no whole.
 */
export function formatShare(part: number, whole: number): string | null {
  if (whole <= 0) return null
  if (part === 0) return '0\u00a0%'
  if (part === whole) return '100\u00a0%'
  const percent = (part / whole) * 100
  if (percent < 0.1) return `less than ${tenths.format(0.1)}\u00a0%`
  if (percent > 99.9) return `more than ${tenths.format(99.9)}\u00a0%`
  return `${tenths.format(percent)}\u00a0%`
}
