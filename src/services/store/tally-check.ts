/** Whether the tally is of the readings that are stored; counted anew where it is not. */
import type { Database } from 'better-sqlite3'
import { writeMeta } from './meta-table.ts'
import { tallyEdits } from './tally-table.ts'

/**
 * Tally and readings are written in the same transactions, so they can only part where something else wrote to the file or
 * a bit flipped in it. Cheap, so it compares the sums alone.
 */
export function mendTally(database: Database): boolean {
  const sum = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0
  const stored = sum('SELECT count(*) FROM reading')
  const fits = ['tally', 'tally_hour'].every((table) => sum(`SELECT sum(count) FROM ${table}`) === stored)
  if (!fits) database.transaction(() => countAnew(database)).immediate()
  return !fits
}

export function countAnew(database: Database): void {
  database.exec(`
    DELETE FROM tally;
    INSERT INTO tally
      SELECT received_at / 60000, coalesce(endpoint, 0), kind, coalesce(verdict, -1), count(*)
      FROM reading GROUP BY 1, 2, 3, 4;
    DELETE FROM tally_hour;
    INSERT INTO tally_hour
      SELECT minute / 60, endpoint, kind, verdict, sum(count) FROM tally GROUP BY 1, 2, 3, 4;
  `)
  writeMeta(database, 'tally_edits', String(tallyEdits(database) + 1))
}
