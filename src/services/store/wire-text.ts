/** Wire texts as columns of text: without bytes of their own for each row, where that is exact. */

/** 0 for what is kept in another form. */
export type WireText = string | 0 | null

/** The column as text where it holds bytes. Of ASCII that is exact. */
export function wireText(column: string): string {
  return `CASE typeof(${column}) WHEN 'blob' THEN CAST(${column} AS TEXT) WHEN 'text' THEN 0 END`
}

const BEYOND_ASCII = /[^\0-\x7f]/

export function isExact(text: WireText): text is string | null {
  return text === null || (text !== 0 && !BEYOND_ASCII.test(text))
}
