/** Why an amount has no value: the code of the one error that says so. */
export type AmountProblem =
  | 'amount-not-a-number'
  | 'amount-decimal-comma'
  | 'amount-separator-ambiguous'
  | 'amount-thousands-separator'
  | 'amount-has-unit'

/** No amount that is worth explaining is longer; keeps what a stranger sends from being matched at length. */
const LONGEST_EXPLAINED = 100

/** Groups of three behind one to three digits, all parted by the same sign; the point or comma then parts decimals. */
const AMBIGUOUS = /^(?!0)\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3}){2,})$/
const POINT_GROUPS_COMMA_DECIMALS = /^\d{1,3}(?:\.\d{3})+,\d*$/
const COMMA_GROUPS_POINT_DECIMALS = /^\d{1,3}(?:,\d{3})+\.\d*$/
/** Spaces of every width, apostrophes, underscores and the Arabic separator never part decimals. */
const OTHER_GROUPS = /^\d{1,3}([ \u00a0\u2000-\u200a\u202f\u3000'’_٬])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/
/** Indian grouping: 12,34,567.89. */
const INDIAN_GROUPS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?$/
const DECIMAL_COMMA = /^(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/

/** A percent sign is none: `50%` says no currency, and `a%40b` is text that was encoded twice. */
const SIGNS = '\\p{Sc}\\p{So}'
const WORDS = `[\\p{L}${SIGNS}][\\p{L}\\p{M}\\ufe0f.${SIGNS}]*(?: [\\p{L}${SIGNS}][\\p{L}\\p{M}.${SIGNS}]*){0,3}`
const GAP = '[ \\u00a0\\u2009\\u202f]?'
const NUMBER = "[+-]?(?:\\d[\\d.,'’_ \\u00a0\\u202f]*|[.,]\\d+)(?:e[+-]?\\d+)?"
const WITH_UNIT = new RegExp(`^([+-]?)(${WORDS})?(${GAP})(${NUMBER})${GAP}(${WORDS})?\\.?$`, 'iu')
const PARTED_NUMBER = "[+-]?(?:\\d[\\d.,'’_]*|[.,]\\d+)(?:e[+-]?\\d+)?"
const PARTED = new RegExp(`^(?:(\\p{L}+)[_:-](${PARTED_NUMBER})|(${PARTED_NUMBER})[_:-](\\p{L}+))$`, 'iu')
const HEX_OR_SO = /^[+-]?0[xXbBoO]/
const CURRENCY_SIGN = /\p{Sc}/u

/** Words that are taken for a unit right before a digit or parted by `_-:`; others (`u1001`, `u_1`) are rather an id. */
const GLUED_UNITS = new Set(
  (
    'aed ars aud bdt bgn brl cad chf clp cny cop czk dkk egp eur gbp ghs hkd huf idr ils inr jpy kes krw kwd lkr mad ' +
    'mxn myr ngn nok nzd pen php pkr pln qar ron rub sar sek sgd thb try twd uah ugx usd uyu vnd xaf xof zar ' +
    'btc eth ltc usdt usdc sat sats coin coins point points pts credit credits gem gems token tokens gold cash ' +
    'reward rewards rs kr zł fr tl ' +
    'rp ft lei kč kc lv din dh crc npr etb kzt gel bhd omr jod tnd dzd dollar dollars euro euros ' +
    'diamond diamonds xp bucks robux stars trx bnb doge'
  ).split(' '),
)

/** Says which one error explains that a text, trimmed, is no plain decimal. */
export function explainAmount(text: string): AmountProblem {
  if (text.length > LONGEST_EXPLAINED) return 'amount-not-a-number'
  const unsigned = /^[+-]/.test(text) ? text.slice(1) : text
  return groupingProblem(unsigned) ?? (hasUnit(text) ? 'amount-has-unit' : 'amount-not-a-number')
}

function groupingProblem(unsigned: string): AmountProblem | null {
  if (AMBIGUOUS.test(unsigned)) return 'amount-separator-ambiguous'
  if (
    POINT_GROUPS_COMMA_DECIMALS.test(unsigned) ||
    COMMA_GROUPS_POINT_DECIMALS.test(unsigned) ||
    OTHER_GROUPS.test(unsigned) ||
    INDIAN_GROUPS.test(unsigned)
  ) {
    return 'amount-thousands-separator'
  }
  return DECIMAL_COMMA.test(unsigned) ? 'amount-decimal-comma' : null
}

/** A number, however its digits are grouped, with a currency sign or word before or after it. */
function hasUnit(text: string): boolean {
  if (HEX_OR_SO.test(text)) return false
  if (isPartedFromUnit(text)) return true
  const match = WITH_UNIT.exec(text)
  if (!match) return false
  const [, , before = '', gap = '', number = '', after = ''] = match
  if (before === '' && after === '') return false
  if (!isNumber(number)) return false
  // A lone “e” is an exponent without its digits.
  if (before === '' && /^e$/i.test(after)) return false
  if (before === '' || gap !== '' || after !== '') return true
  return CURRENCY_SIGN.test(before) || GLUED_UNITS.has(before.toLowerCase().replace(/\.$/, ''))
}

/** `50_coins`, `coins:50`: only with a word that is surely a unit, for ids are put together so too. */
function isPartedFromUnit(text: string): boolean {
  const match = PARTED.exec(text)
  if (!match) return false
  const word = match[1] ?? match[4] ?? ''
  return GLUED_UNITS.has(word.toLowerCase()) && isNumber(match[2] ?? match[3] ?? '')
}

/** A plain decimal, or one whose digits are grouped in a way that is known. */
function isNumber(text: string): boolean {
  const digits = text.replace(/^[+-]/, '').trim()
  return /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(digits) || groupingProblem(digits) !== null
}
