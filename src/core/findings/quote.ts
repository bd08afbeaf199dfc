import { findingsWords } from '../../words/of/findings.ts'
import { visibleText } from '../visible.ts'

/** Received text in a sentence is never longer than this, in characters as shown. */
const LONGEST_SHOWN = 80
const MOST_LISTED = 5

/** Received text for a sentence: in quotes, bounded, and with everything invisible as an escape. */
export function quote(text: string): string {
  const shown = isPlain(text) ? text : visibleText(text.slice(0, LONGEST_SHOWN + 1))
  return shown.length > LONGEST_SHOWN || text.length > LONGEST_SHOWN
    ? findingsWords().quoted(`${shown.slice(0, LONGEST_SHOWN - 1).replace(/[\ud800-\udbff]$/, '')}…`)
    : findingsWords().quoted(shown)
}

/** Nothing to escape: printable ASCII without a space at an edge. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code > 0x7e) return false
  }
  return text.charCodeAt(0) !== 0x20 && text.charCodeAt(text.length - 1) !== 0x20
}

/** Several received texts, the first few of them: `“a”, “b” and 3 more`. */
export function quoteList(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_LISTED).map(quote)
  return findingsWords().quotedList(shown, texts.length - shown.length)
}
