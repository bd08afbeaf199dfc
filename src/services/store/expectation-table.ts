/** Expectations in the database. What was expected and the outcome are JSON, which keeps every string as it is. */
import type { Database } from 'better-sqlite3'
import { type Expectation, expectationSchema, type Outcome } from '../../core/expectation.ts'
import type { ExpectationPageRequest } from '../../core/expectation-records.ts'
import { type Page, StoreError } from '../../core/ports.ts'
import { sqliteCode } from './store-failure.ts'

interface ExpectationRow {
  readonly seq: number
  readonly id: string
  readonly armed_at: number
  readonly until_at: number
  readonly expected: string
  readonly outcome: string
}

const COLUMNS = 'seq, id, armed_at, until_at, expected, outcome'

/** Which rows each part of the list has. */
const WHICH: Record<ExpectationPageRequest['which'], string> = {
  running: 'running = 1',
  ended: 'running = 0',
  all: 'running >= 0',
}

/** @throws StoreError `bad-cursor` for one that no page gave. */
export function pageOfExpectations(database: Database, request: ExpectationPageRequest): Page<Expectation> {
  const { which, cursor, limit } = request
  if (cursor !== null && !/^\d{1,15}$/.test(cursor)) {
    throw new StoreError('bad-cursor', 'This page does not belong to the list of expectations: start again.')
  }
  const rows = database
    .prepare<[number, number], ExpectationRow>(
      `SELECT ${COLUMNS} FROM expectation WHERE ${WHICH[which]} AND cleared = 0 AND seq < ? ORDER BY seq DESC LIMIT ?`,
    )
    .all(cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor), limit)
  const last = rows.at(-1)
  return { items: rows.map(fromRow), next: last && rows.length === limit ? String(last.seq) : null }
}

export function expectationsByIds(database: Database, ids: readonly string[]): Expectation[] {
  return database
    .prepare<[string], ExpectationRow>(
      `SELECT ${COLUMNS} FROM expectation
       WHERE cleared = 0 AND id IN (SELECT value FROM json_each(?)) ORDER BY seq DESC`,
    )
    .all(JSON.stringify(ids))
    .map(fromRow)
}

export function expectationsBetween(database: Database, from: number, to: number): Expectation[] {
  return database
    .prepare<[number, number], ExpectationRow>(
      `SELECT ${COLUMNS} FROM expectation WHERE until_at >= ? AND armed_at <= ? ORDER BY seq`,
    )
    .all(from, to)
    .map(fromRow)
}

/** Which of these requests an archive brought. */
export function importedAmong(database: Database, ids: readonly number[]): number[] {
  return database
    .prepare<[string], number>('SELECT id FROM request_origin WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(ids))
}

export function addExpectation(database: Database, expectation: Expectation): void {
  const { id, armedAt, until, outcome, ...expected } = expectation
  database
    .prepare(
      `INSERT INTO expectation (id, armed_at, until_at, running, met_by, expected, outcome)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, armedAt, until, isRunning(outcome), metBy(outcome), JSON.stringify(expected), JSON.stringify(outcome))
}

/** @throws StoreError `not-found`, or `io` where the postback has met another expectation. */
export function writeOutcome(database: Database, id: string, outcome: Outcome): void {
  try {
    const { changes } = database
      .prepare('UPDATE expectation SET running = ?, met_by = ?, outcome = ? WHERE id = ?')
      .run(isRunning(outcome), metBy(outcome), JSON.stringify(outcome), id)
    if (changes === 0) throw new StoreError('not-found', 'This expectation is no longer there.')
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
    throw new StoreError('io', `Postback ${String(metBy(outcome))} has already met another expectation.`)
  }
}

/** Answers with what was cleared. What nothing can be matched with any more is removed for good at the next start. */
export function clearEndedExpectations(database: Database): string[] {
  return database
    .prepare<[], string>('UPDATE expectation SET cleared = 1 WHERE running = 0 AND cleared = 0 RETURNING id')
    .pluck()
    .all()
}

export function restoreExpectations(database: Database, ids: readonly string[]): Expectation[] {
  database
    .prepare('UPDATE expectation SET cleared = 0 WHERE id IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(ids))
  return expectationsByIds(database, ids)
}

/** At a start: cleared ones go for good where no running one could take the postback that they took. */
export function removeClearedExpectations(database: Database): void {
  database
    .prepare(
      `DELETE FROM expectation AS gone WHERE gone.cleared = 1 AND NOT EXISTS (
         SELECT 1 FROM expectation AS other
         WHERE other.running = 1 AND other.armed_at <= gone.until_at AND other.until_at >= gone.armed_at)`,
    )
    .run()
}

const isRunning = (outcome: Outcome): number => (outcome.state === 'pending' ? 1 : 0)
const metBy = (outcome: Outcome): number | null => (outcome.state === 'met' ? outcome.postbackId : null)

function fromRow(row: ExpectationRow): Expectation {
  const expected: unknown = JSON.parse(row.expected)
  return expectationSchema.parse({
    ...(typeof expected === 'object' ? expected : {}),
    id: row.id,
    armedAt: row.armed_at,
    until: row.until_at,
    outcome: JSON.parse(row.outcome),
  })
}
