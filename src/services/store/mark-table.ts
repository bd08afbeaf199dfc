/** Notes, pins and colours of stored requests: a row for each that has one. */
import type { Database } from 'better-sqlite3'
import {
  isUnmarked,
  type Mark,
  type Marked,
  type MarkPatch,
  markColourSchema,
  NO_MARK,
  withMarkPatch,
} from '../../core/mark.ts'
import { StoreError } from '../../core/ports.ts'
import { type Column, textFromColumn, textToColumn } from './exact-text.ts'

/** The columns of a mark; `m` is the mark, which most rows have none of. */
export const MARK_COLUMNS = 'm.pinned, m.colour, m.note'
/** `q` is the request. */
export const MARK_JOIN = 'LEFT JOIN mark m ON m.id = q.id'

export interface MarkRow {
  readonly pinned: number | null
  readonly colour: string | null
  readonly note: Column
}

export function markFromRow({ pinned, colour, note }: MarkRow): Mark {
  if (pinned === null) return NO_MARK
  // A colour that this version does not know is none, and no reason to refuse the row.
  const known = markColourSchema.safeParse(colour)
  return { pinned: pinned === 1, colour: known.success ? known.data : null, note: textFromColumn(note) ?? '' }
}

/** Puts the mark in the place of the one that is there. Inside the caller's transaction, where there is one. */
export function writeMark(database: Database, id: number, mark: Mark): void {
  if (isUnmarked(mark)) {
    database.prepare<[number]>('DELETE FROM mark WHERE id = ?').run(id)
    return
  }
  database
    .prepare('INSERT OR REPLACE INTO mark (id, pinned, colour, note) VALUES (?, ?, ?, ?)')
    .run(id, mark.pinned ? 1 : 0, mark.colour, mark.note === '' ? null : textToColumn(mark.note))
}

/** @throws StoreError `not-found` where none of the requests exists. */
export function changeMarks(database: Database, ids: readonly number[], patch: MarkPatch): Marked[] {
  const read = database.prepare<[number], MarkRow>(`SELECT ${MARK_COLUMNS} FROM request q ${MARK_JOIN} WHERE q.id = ?`)
  const change = database.transaction(() =>
    ids.flatMap((id): Marked[] => {
      const row = read.get(id)
      if (row === undefined) return []
      const mark = withMarkPatch(markFromRow(row), patch)
      writeMark(database, id, mark)
      return [{ id, ...mark }]
    }),
  )
  const marks = change.immediate()
  if (marks.length === 0) throw new StoreError('not-found', 'This request is not in the history any more.')
  return marks
}
