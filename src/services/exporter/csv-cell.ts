/**
 * What a spreadsheet could take for a formula (OWASP, “CSV Injection”): `=`, `+`, `-` or `@`, also full-width, and
 * also after blanks, which some spreadsheets drop; or a tab or line break at the start. An apostrophe is in the set
 * so that the escape can be undone.
 */
const ESCAPED = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/

/** What must stand in quotes: RFC 4180's own characters, other programs' separators, blanks at the edges. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/

/**
 * A text cell. Null is an empty cell; an empty text is `""`. A text that could be taken for a formula, or that
 * starts with an apostrophe, gets one apostrophe in front: whoever reads the file takes one leading apostrophe away
 * and has the exact text. What is no Unicode (a lone surrogate) becomes U+FFFD, as in any UTF-8 file.
 */
export function textCell(text: string | null): string {
  if (text === null) return ''
  if (text === '') return '""'
  const safe = ESCAPED.test(text) ? `'${text}` : text
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell that is a number, a time or one of our own words: nothing in it needs escaping. */
export function plainCell(value: number | boolean | string | null): string {
  return value === null ? '' : String(value)
}

/** An exact decimal stays bare, `-50` too, so that a spreadsheet can add it up: a plain number is no formula. */
export function decimalCell(value: string | null): string {
  return value !== null && /^-?\d+(?:\.\d+)?$/.test(value) ? value : textCell(value)
}
