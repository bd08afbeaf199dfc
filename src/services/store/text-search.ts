/**
 * Free text: a substring in any case, looked for in a row. What it says decides; the text index (text-lead.ts) only says
 * which rows to look at. Target, headers and body are searched as the bytes they are, with the needle in UTF-8.
 */
import { Buffer } from 'node:buffer'
import type { Database } from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import { SqlParameters } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'

/** SQLite's `lower` knows ASCII only; needles beyond it are compared by this function of our own. */
const FOLD = 'fold_text'
/** Asked at each row: a walk over a long history must not hold up the end. */
const WANTED = 'still_wanted'

/** Each reading connection needs it. A search under way fails once `stopping` says so. */
export function registerTextSearch(database: Database, stopping: () => boolean): void {
  database.function(WANTED, { deterministic: false }, () => {
    if (stopping()) throw new StoreError('closed', 'The history is closed.')
    return 1
  })
  database.function(FOLD, { deterministic: true }, (value: unknown) => {
    if (typeof value === 'string') return value.toLowerCase()
    if (!(value instanceof Uint8Array)) return null
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    const utf8 = bytes.toString('utf8')
    // Bytes that are no UTF-8 are taken for latin1 as well.
    return (utf8.includes('\ufffd') ? `${utf8}\n${bytes.toString('latin1')}` : utf8).toLowerCase()
  })
}

/**
 * True where the text stands anywhere in the request; `r` is the reading, `q` the request. `headerSets` are those whose
 * content holds the text, where they are known.
 */
export function anywhere(text: string, parameters: SqlParameters, headerSets?: readonly number[]): string {
  const contains = containing(text, parameters)
  const sets = headerSets?.join(', ') ?? `SELECT id FROM header_set WHERE ${contains('content')}`
  return `(${WANTED}() AND (${[
    contains('r.user_id'),
    contains('r.amount_text'),
    contains('q.target'),
    contains('q.headers'),
    `q.header_set IN (${sets})`,
    contains('q.rejection_bytes'),
    contains('q.body'),
  ].join(' OR ')})) IS TRUE`
}

export function userIdContaining(text: string, parameters: SqlParameters): string {
  return `${containing(text, parameters)('r.user_id')} IS TRUE`
}

/** `m` is the mark. */
export function noteContaining(text: string, parameters: SqlParameters): string {
  return `${containing(text, parameters)('m.note')} IS TRUE`
}

/** Ids of the header sets whose content holds the text. */
export function headerSetsContaining(database: Database, text: string): number[] {
  const parameters = new SqlParameters()
  const holds = containing(text, parameters)('content')
  return preparedColumn<typeof parameters.values, number>(database, `SELECT id FROM header_set WHERE ${holds}`).all(
    parameters.values,
  )
}

/** A condition on one column for this needle, which is bound once. */
function containing(text: string, parameters: SqlParameters): (column: string) => string {
  const isAscii = !/[\u0080-\uffff]/.test(text)
  const needle = parameters.add(text.toLowerCase())
  const fold = isAscii ? 'lower' : FOLD
  return (column) => `instr(${fold}(${column}), ${needle}) > 0`
}
