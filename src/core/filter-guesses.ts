import { readAmount } from './amount.ts'
import { counted } from './counted.ts'
import { COMMON_SPANS, COMMON_STATUSES } from './filter-keys.ts'
import { statusText } from './status-text.ts'

/** One value that a key may have, and in a few words what it means. */
export interface KnownValue {
  readonly value: string
  readonly label: string
  /** True where more is to be typed behind it. */
  readonly unfinished?: boolean
}

/** Ways to ask for an amount: all of them where nothing is typed, else what a number that is typed could mean. */
export function amountValues(typed: string): readonly KnownValue[] {
  const number = typed.replace(/^(?:[<>]=?|[≤≥=])/, '')
  if (readAmount(number).value === null) return AMOUNT_FORMS
  return [
    { value: number, label: `exactly ${number}` },
    { value: `>=${number}`, label: `${number} or more` },
    { value: `<=${number}`, label: `${number} or less` },
    { value: `>${number}`, label: `more than ${number}` },
    { value: `<${number}`, label: `less than ${number}` },
    { value: `${number}..`, label: `from ${number} on; a second number ends it`, unfinished: true },
  ]
}

const AMOUNT_FORMS: readonly KnownValue[] = [
  { value: '>=', label: 'so much or more: >=5', unfinished: true },
  { value: '<=', label: 'so much or less: <=5', unfinished: true },
  { value: '>', label: 'more than: >5', unfinished: true },
  { value: '<', label: 'less than: <5', unfinished: true },
  { value: '0', label: 'exactly 0' },
]

/** Statuses that one meets, with their phrases. */
export function statusValues(): readonly KnownValue[] {
  return COMMON_STATUSES.map((status) => ({ value: String(status), label: statusText(status) }))
}

const UNIT_WORDS = { m: 'minute', h: 'hour', d: 'day', w: 'week' } as const
const UNITS = ['m', 'h', 'd', 'w'] as const

/** Spans back from now: the usual ones, and those that a number that is typed could become. */
export function spanValues(key: 'since' | 'until', typed: string): readonly KnownValue[] {
  const usual = COMMON_SPANS.map((value) => ({ value, label: spanLabel(key, value) }))
  if (!/^\d{1,4}$/.test(typed)) return usual
  const guessed = UNITS.map((unit) => `${typed}${unit}`).filter((value) => !usual.some((one) => one.value === value))
  return [...usual, ...guessed.map((value) => ({ value, label: spanLabel(key, value) }))]
}

function spanLabel(key: 'since' | 'until', value: string): string {
  if (value === 'today') return key === 'since' ? 'from 00:00 today on' : 'up to the end of today'
  if (value === 'yesterday') return key === 'since' ? 'from 00:00 yesterday on' : 'up to the end of yesterday'
  const unit = UNITS.find((one) => value.endsWith(one))
  return unit === undefined ? value : `${counted(Number(value.slice(0, -1)), UNIT_WORDS[unit])} ago`
}
