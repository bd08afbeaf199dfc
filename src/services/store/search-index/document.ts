/** What the text index holds of a request: all that a free text is looked for in (text-search.ts). */
import { readPieces, splitTarget } from '../../../core/query.ts'
import { type Column, textToColumn, viewOf, wireFromColumn } from '../exact-text.ts'
import { headerSetToken } from './header-set-token.ts'

export interface DocumentRow {
  readonly user_id: Column
  readonly amount_text: Column
  readonly target: Column
  readonly header_set: number | null
  readonly headers: Column
  readonly rejection_bytes: Uint8Array | null
  readonly body: Uint8Array | null
}

/** Where a piece of a query may read otherwise than it stands. */
const CHANGES_DECODED = /[%+\u0080-\uffff]/
const NO_COLUMNS: readonly Column[] = []

/**
 * A text as the index has it: what a search looks for must be made so too. Lower case as JavaScript has it; U+0000,
 * which the index would leave out, is another character.
 */
export function foldForIndex(text: string): string {
  const folded = text.toLowerCase()
  return folded.includes('\0') ? folded.replaceAll('\0', '\u0001') : folded
}

/** A column's text before it is folded: bytes as UTF-8, and where they are not that, as latin1 as well. */
export function searchableText(column: string | Uint8Array): string {
  if (typeof column === 'string') return column
  const bytes = viewOf(column)
  const utf8 = bytes.toString('utf8')
  return utf8.includes('\ufffd') ? `${utf8}\n${bytes.toString('latin1')}` : utf8
}

/**
 * Every three characters that follow each other in anything `anywhere` looks at follow each other in one of these, but for
 * a shared header set, which has its token. Every decoded piece of the query is there as well: any of them is the user
 * id under some mapping.
 */
export function documentOf(row: DocumentRow, add: (folded: string) => void): void {
  const { target, headers, rejection_bytes, body, user_id, amount_text } = row
  for (const column of [target, headers, rejection_bytes, body, user_id, amount_text, ...decodedPieces(target)]) {
    if (column !== null && column.length > 0) add(foldForIndex(searchableText(column)))
  }
  if (row.header_set !== null) add(headerSetToken(row.header_set))
}

function decodedPieces(column: Column): readonly Column[] {
  const target = wireFromColumn(column)
  if (target === null || !CHANGES_DECODED.test(target)) return NO_COLUMNS
  const columns: Column[] = []
  for (const { name, value } of readPieces(splitTarget(target))) {
    for (const token of [name, value]) {
      if (token !== null && token.text !== token.raw) columns.push(textToColumn(token.text))
    }
  }
  return columns
}
