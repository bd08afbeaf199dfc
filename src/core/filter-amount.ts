import { filterWords } from '../words/of/filter.ts'
import { compareDecimals, readAmount } from './amount.ts'
import type { PostbackFilter } from './filter.ts'

type AmountCondition = PostbackFilter['amounts'][number]

/** What an amount filter says: conditions that must all hold, or one sentence about why it is none. */
export type AmountFilter =
  | { readonly ok: true; readonly conditions: readonly AmountCondition[] }
  | { readonly ok: false; readonly message: string }

const COMPARISON = /^(>=|<=|≥|≤|=|>|<)?(.*)$/s
const RANGE = /^(.*?)\.\.(.*)$/s
const ASCII_COMPARISON = { '≥': '>=', '≤': '<=' } as const

/** Reads `5`, `=5`, `>=5`, `<5`, `5..10` (both ends included), `5..` and `..10`. Exact decimals, with a point. */
export function readAmountFilter(text: string): AmountFilter {
  const range = RANGE.exec(text)
  return range ? readRange(range[1] ?? '', range[2] ?? '') : readComparison(text)
}

function readComparison(text: string): AmountFilter {
  const [, sign = '=', number = ''] = COMPARISON.exec(text) ?? []
  const value = readAmount(number).value
  if (value === null) return refuse(number)
  return { ok: true, conditions: [{ comparison: toComparison(sign), value }] }
}

function toComparison(sign: string): AmountCondition['comparison'] {
  switch (sign) {
    case '≥':
    case '≤':
      return ASCII_COMPARISON[sign]
    case '<':
    case '<=':
    case '>':
    case '>=':
      return sign
    default:
      return '='
  }
}

function readRange(low: string, high: string): AmountFilter {
  const from = low === '' ? null : readAmount(low).value
  const to = high === '' ? null : readAmount(high).value
  if (low !== '' && from === null) return refuse(low)
  if (high !== '' && to === null) return refuse(high)
  if (from === null && to === null) return { ok: false, message: filterWords().problems.rangeWithoutEnd }
  if (from !== null && to !== null && compareDecimals(from, to) > 0) {
    return { ok: false, message: filterWords().problems.rangeBackwards(to, from) }
  }
  const conditions: AmountCondition[] = []
  if (from !== null) conditions.push({ comparison: '>=', value: from })
  if (to !== null) conditions.push({ comparison: '<=', value: to })
  return { ok: true, conditions }
}

function refuse(number: string): AmountFilter {
  const w = filterWords().problems
  if (number === '') return { ok: false, message: w.amountMissing }
  return { ok: false, message: number.includes(',') ? w.amountWithComma : w.noAmount }
}
