import { conformanceWords } from '../../words/of/conformance.ts'
import { addDecimals, compareDecimals, readAmount } from '../amount.ts'
import { isSummable, parseDecimal } from '../decimal.ts'

/** As often as this one credit is looked for in a balance: more than any scenario delivers. */
const MOST_TIMES = 200

/** `a − b`, exactly; null where one is no decimal or too large to be added. */
export function difference(a: string, b: string): string | null {
  if (!canAdd(a) || !canAdd(b)) return null
  return addDecimals(a, b.startsWith('-') ? b.slice(1) : `-${b}`)
}

function canAdd(text: string): boolean {
  return parseDecimal(text) !== null && isSummable(text)
}

export function isSameDecimal(a: string, b: string): boolean {
  return parseDecimal(a) !== null && parseDecimal(b) !== null && compareDecimals(a, b) === 0
}

/**
 * How `got` can have come of the amounts that were sent: the sentence's end behind “12.34 became 12.3: …”, or null
 * where no known mistake makes it. `got` is their sum where there are several.
 */
export function explainAmountChange(sent: readonly string[], got: string): string | null {
  const [first] = sent
  if (first === undefined || parseDecimal(got) === null) return null
  const w = conformanceWords().amountChange
  if (isFloatOf(sent, got)) {
    return sent.length === 1 ? w.readAsFloat : w.addedAsFloats
  }
  const times = timesOf(sent, got)
  if (times !== null) return w.severalTimes(times)
  const { value } = readAmount(first)
  if (value === null) {
    const leading = /^[+-]?\d+/.exec(first)?.[0]
    if (leading !== undefined && isSameDecimal(leading, got)) return w.firstDigits
    if (isSameDecimal(first.replace(',', '.'), got)) return w.commaAsPoint
    if (isSameDecimal(first.replace(',', ''), got)) return w.commaLeftOut
    return null
  }
  if (sent.length === 1) return explainCut(value, got)
  return null
}

/** Doubles occur here alone, to say what a backend that uses them makes of an amount. */
function isFloatOf(sent: readonly string[], got: string): boolean {
  if (!sent.every((text) => parseDecimal(text) !== null)) return false
  const asDouble = sent.reduce((sum, text) => sum + Number(text), 0)
  const exact = sent.every(canAdd) ? sent.reduce((sum, text) => addDecimals(sum, text), '0') : null
  if (exact !== null && isSameDecimal(exact, got)) return false
  if (!Number.isFinite(asDouble)) return false
  return [String(asDouble), asDouble.toPrecision(17), asDouble.toPrecision(15), String(Math.fround(asDouble))].some(
    (text) => isSameDecimal(text, got),
  )
}

function timesOf(sent: readonly string[], got: string): number | null {
  const once = sent.every(canAdd) ? sent.reduce((sum, text) => addDecimals(sum, text), '0') : null
  if (once === null || isSameDecimal(once, '0')) return null
  let total = once
  for (let times = 2; times <= MOST_TIMES; times += 1) {
    total = addDecimals(total, once)
    if (isSameDecimal(total, got)) return times
  }
  return null
}

/** `got` is `sent` with fewer decimals, cut off or rounded. */
function explainCut(sent: string, got: string): string | null {
  const decimals = placesOf(got)
  if (decimals >= placesOf(sent)) return null
  const rest = difference(sent, got)
  if (rest === null) return null
  const size = rest.startsWith('-') ? rest.slice(1) : rest
  if (compareDecimals(size, `1e-${String(decimals)}`) >= 0) return null
  const cut = !rest.startsWith('-') && sent.startsWith(got)
  const w = conformanceWords().amountChange
  return cut ? w.decimalsCutOff(decimals) : w.rounded(decimals)
}

function placesOf(text: string): number {
  const decimal = parseDecimal(text)
  if (decimal === null) return 0
  const places = BigInt(decimal.digits.length) - decimal.exponent
  return places <= 0n ? 0 : Number(places)
}
