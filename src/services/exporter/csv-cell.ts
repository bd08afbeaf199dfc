/**
 * What a spreadsheet could take for a formula at the start of a cell (OWASP, “CSV Injection”): `=`, `+`, `-` or `@`,
 * also full-width, and also after blanks and quotes, which some spreadsheets drop; or a tab or line break. An apostrophe
 * is in the set so that the escape can be undone.
 */
const AT_START = /^(?=["\s]*[=+\-@＝＋－＠]|[\t\r\n'])/

/**
 * The same behind what may divide cells for a program that was told, or guesses, otherwise than this file: with “;” for
 * a separator, as spreadsheets of many countries have it, a quote in mid-cell holds nothing together. Blanks here are
 * those that divide nothing themselves, so that no run is looked at twice.
 */
const WITHIN = /([;|\t\r\n])(?=(?:[^\S\t\r\n]|")*[=+\-@＝＋－＠']|')/g

/** What must stand in quotes: RFC 4180's own characters, other programs' separators, blanks at the edges. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/

/** Most cells: nothing of the above can be in them, which one look tells. */
const PLAIN = /^[\w/{][^\s",;|']*$/

/**
 * A text cell. Null is an empty cell; an empty text is `""`. Where a formula, or an apostrophe, stands at the start or
 * behind a `;`, `|`, tab or line break, it gets one apostrophe in front: whoever reads the file takes one apostrophe
 * away from each such place and has the exact text. What is no Unicode (a lone surrogate) becomes U+FFFD, as in any
 * UTF-8 file.
 */
export function textCell(text: string | null): string {
  if (text === null) return ''
  if (PLAIN.test(text)) return text
  if (text === '') return '""'
  const safe = text.replace(WITHIN, "$1'").replace(AT_START, "'")
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
