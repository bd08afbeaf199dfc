/** Whether a history's tally is of the requests that it has. */
import Database from 'better-sqlite3'
import { expect } from 'vitest'

const FAULTS = [
  ['tally', 'received_at / 60000'],
  ['tally_hour', 'received_at / 3600000'],
].map(([table, time]) => {
  const counted = `SELECT ${String(time)}, coalesce(endpoint, 0), kind, coalesce(verdict, -1), count(*) FROM reading GROUP BY 1, 2, 3, 4`
  return `SELECT * FROM (SELECT * FROM ${String(table)} EXCEPT ${counted}) UNION ALL SELECT * FROM (${counted} EXCEPT SELECT * FROM ${String(table)})`
})

/** Rows of the tally that should not be there, and those that are missing. */
export function tallyFaults(database: Database.Database): unknown[] {
  return FAULTS.flatMap((sql) => database.prepare(sql).all())
}

export function expectTallyToFit(file: string): void {
  const database = new Database(file, { readonly: true })
  try {
    expect(tallyFaults(database)).toEqual([])
  } finally {
    database.close()
  }
}
