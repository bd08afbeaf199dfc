/** Whether a history's tally is of the requests that it has. */
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { PostbackStore } from '../../src/core/ports.ts'
import { aCapturedRequest, OK_REPLY } from './builders.ts'

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

/** Requests of every sort that the tally tells apart, at different times, all at once. */
export async function appendEverySort(store: PostbackStore, count: number): Promise<void> {
  const targets = [
    '/hitpoint?user_id=u_N&reward_amount=5',
    '/hitpoint?user_id=u_N',
    '/favicon.ico',
    '/other?user_id=u_N&reward_amount=1',
  ]
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      store.append(
        aCapturedRequest({
          target: (targets[n % 4] ?? '').replace('N', String(n)),
          receivedAt: 1_767_323_045_678 + n * 7919,
        }),
        OK_REPLY,
      ),
    ),
  )
}
