import { filterWords } from '../words/of/filter.ts'
import { readAmount } from './amount.ts'
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
  if (readAmount(number).value === null) return amountForms()
  const w = filterWords().suggestions.amount
  return [
    { value: number, label: w.exactly(number) },
    { value: `>=${number}`, label: w.orMore(number) },
    { value: `<=${number}`, label: w.orLess(number) },
    { value: `>${number}`, label: w.moreThan(number) },
    { value: `<${number}`, label: w.lessThan(number) },
    { value: `${number}..`, label: w.from(number), unfinished: true },
  ]
}

function amountForms(): readonly KnownValue[] {
  const { amount, amountForms: w } = filterWords().suggestions
  return [
    { value: '>=', label: w.orMore, unfinished: true },
    { value: '<=', label: w.orLess, unfinished: true },
    { value: '>', label: w.moreThan, unfinished: true },
    { value: '<', label: w.lessThan, unfinished: true },
    { value: '0', label: amount.exactly('0') },
  ]
}

/** Statuses that one meets, with their phrases. */
export function statusValues(): readonly KnownValue[] {
  return COMMON_STATUSES.map((status) => ({ value: String(status), label: statusText(status) }))
}

const UNITS = ['m', 'h', 'd', 'w'] as const

/** Spans back from now: the usual ones, and those that a number that is typed could become. */
export function spanValues(key: 'since' | 'until', typed: string): readonly KnownValue[] {
  const usual = COMMON_SPANS.map((value) => ({ value, label: spanLabel(key, value) }))
  if (!/^\d{1,4}$/.test(typed)) return usual
  const guessed = UNITS.map((unit) => `${typed}${unit}`).filter((value) => !usual.some((one) => one.value === value))
  return [...usual, ...guessed.map((value) => ({ value, label: spanLabel(key, value) }))]
}

function spanLabel(key: 'since' | 'until', value: string): string {
  const w = filterWords().suggestions
  if (value === 'today' || value === 'yesterday') return w[value][key]
  const unit = UNITS.find((one) => value.endsWith(one))
  return unit === undefined ? value : w.ago[unit](Number(value.slice(0, -1)))
}
