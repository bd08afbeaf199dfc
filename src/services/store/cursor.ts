/** Where a page ended. Opaque outside: base64url of JSON, tied to the filter and sort it was made with. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { PostbackFilter, Sort } from '../../core/filter.ts'
import { StoreError } from '../../core/ports.ts'
import { type Column, textFromColumn, textToColumn } from './exact-text.ts'

/** Where the value is this long it is looked up again by the id: a cursor has a bounded length. */
const LONGEST_VALUE = 500

/**
 * `value` is the sort column's of the last row: null where the rows without one have begun, undefined where it must
 * be looked up.
 */
export interface Position {
  readonly id: number
  readonly value: string | number | Uint8Array | null | undefined
}

export function writeCursor(filter: PostbackFilter, sort: Sort, id: number, value: Column | number): string {
  const text = typeof value === 'number' || value === null ? null : textFromColumn(value)
  const isLong = text !== null && text.length > LONGEST_VALUE
  const parts = { f: fingerprint(filter, sort), i: id, ...(isLong ? {} : { v: text ?? value }) }
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @throws StoreError `bad-cursor` for anything that is no cursor of this filter and sort. */
export function readCursor(filter: PostbackFilter, sort: Sort, cursor: string): Position {
  const parts = parse(cursor)
  const { f, i, v } = parts
  if (f !== fingerprint(filter, sort) || typeof i !== 'number' || !Number.isSafeInteger(i)) throw badCursor()
  if (v === undefined || v === null || typeof v === 'number') return { id: i, value: v }
  if (typeof v === 'string') return { id: i, value: textToColumn(v) }
  throw badCursor()
}

function parse(cursor: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // Said below, as for anything else that is no cursor.
  }
  throw badCursor()
}

function badCursor(): StoreError {
  return new StoreError(
    'bad-cursor',
    'This page does not belong to the list as it is filtered and sorted now: start again.',
  )
}

function fingerprint(filter: PostbackFilter, sort: Sort): string {
  const canonical = JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha1').update(`${canonical} ${sort.column} ${sort.direction}`).digest('base64url').slice(0, 12)
}
