/** A reading, to its rows and back. */
import type { Database, Statement } from 'better-sqlite3'
import { decimalSortKey } from '../../core/amount.ts'
import { TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { CapturedRequest, Reading } from '../../core/postback.ts'
import { KIND_NUMBERS, kindOf, VERDICT_NUMBERS, verdictFromNumber } from './column-codes.ts'
import { type Column, textFromColumn, textToColumn } from './exact-text.ts'
import { extrasFromText, extrasToText, isSameExtras } from './extras-text.ts'
import { findingsFromText, findingsToText, isSameFindings } from './findings-text.ts'
import { type Tallied, TallyTable } from './tally-table.ts'

/** The columns of a reading but for its endpoint's id; `r` is the reading. */
export const OWN_READING_COLUMNS = `r.kind, r.verdict, r.endpoint, r.user_id, r.amount_text, r.amount_value, r.extras,
  r.findings`

export interface OwnReadingRow {
  readonly received_at: number
  readonly kind: number
  readonly verdict: number | null
  readonly endpoint: number | null
  readonly user_id: Column
  readonly amount_text: Column
  readonly amount_value: string | null
  readonly extras: string | null
  readonly findings: string | null
}

export interface ReadingRow extends OwnReadingRow {
  readonly endpoint_id: string | null
}

/** `target` is that of its request. */
export function readingFromRow(row: ReadingRow, target: string | null): Reading {
  return {
    kind: kindOf(row.kind),
    endpointId: row.endpoint_id,
    userId: textFromColumn(row.user_id),
    rewardAmount: textFromColumn(row.amount_text),
    amountValue: row.amount_value,
    // Written below from a `Reading` of this program and never by anybody else: not parsed again for every row.
    extras: extrasFromText(row.extras, target),
    verdict: verdictFromNumber(row.verdict),
    findings: findingsFromText(row.findings),
  }
}

/** The mapped transaction id, null where there is none or it is empty. */
export function transactionIdOf(reading: Reading): string | null {
  const value = reading.extras.find((extra) => extra.field === TRANSACTION_ID_FIELD)?.value
  return value === undefined || value === '' ? null : value
}

/** A reading's own columns but for id and time, in the order of the statements below. */
function columnsOf(reading: Reading, target: string | null, endpoint: number | null) {
  return [
    KIND_NUMBERS[reading.kind],
    reading.verdict === null ? null : VERDICT_NUMBERS[reading.verdict],
    endpoint,
    textToColumn(reading.userId),
    textToColumn(reading.rewardAmount),
    reading.amountValue,
    reading.amountValue === null ? null : decimalSortKey(reading.amountValue),
    textToColumn(transactionIdOf(reading)),
    extrasToText(reading.extras, target),
    findingsToText(reading.findings),
  ] as const
}

/** What a reading was made of, as far as its columns need it. */
type Read = Pick<CapturedRequest, 'receivedAt' | 'target'>

/** Inside `tally.keep`, whatever is written. */
export class ReadingTable {
  readonly tally: TallyTable
  readonly #insert: Statement
  readonly #update: Statement
  readonly #insertCode: Statement<[string, number]>
  readonly #deleteCode: Statement<[string, number]>
  readonly #remove: Statement<[number]>

  constructor(database: Database) {
    this.tally = new TallyTable(database)
    this.#insert = database.prepare(`
      INSERT INTO reading (kind, verdict, endpoint, user_id, amount_text, amount_value, amount_key, transaction_id,
        extras, findings, id, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    this.#update = database.prepare(`
      UPDATE reading SET kind = ?, verdict = ?, endpoint = ?, user_id = ?, amount_text = ?, amount_value = ?,
        amount_key = ?, transaction_id = ?, extras = ?, findings = ?
      WHERE id = ?`)
    this.#insertCode = database.prepare('INSERT OR IGNORE INTO reading_code (code, id) VALUES (?, ?)')
    this.#deleteCode = database.prepare('DELETE FROM reading_code WHERE code = ? AND id = ?')
    this.#remove = database.prepare('DELETE FROM reading WHERE id = ?')
  }

  /** `endpoint` is the key of the reading's endpoint. */
  insert(id: number, request: Read, reading: Reading, endpoint: number | null): void {
    const columns = columnsOf(reading, request.target, endpoint)
    this.#insert.run(...columns, id, request.receivedAt)
    for (const finding of reading.findings) this.#insertCode.run(finding.code, id)
    this.tally.add(request.receivedAt, talliedOf(columns))
  }

  /** Puts a new reading in the place of an old one, and answers whether it is another. */
  replace(id: number, { target }: Read, old: OwnReadingRow, reading: Reading, endpoint: number | null): boolean {
    const columns = columnsOf(reading, target, endpoint)
    if (isSame(old, columns, target)) return false
    this.#update.run(...columns, id)
    const codes = new Set<string>(reading.findings.map((finding) => finding.code))
    for (const { code } of findingsFromText(old.findings)) if (!codes.has(code)) this.#deleteCode.run(code, id)
    for (const code of codes) this.#insertCode.run(code, id)
    this.tally.replace(old.received_at, old, talliedOf(columns))
    return true
  }

  /** `old` is the reading as it stands. */
  remove(id: number, old: Pick<OwnReadingRow, 'received_at' | 'kind' | 'verdict' | 'endpoint' | 'findings'>): void {
    for (const { code } of findingsFromText(old.findings)) this.#deleteCode.run(code, id)
    this.#remove.run(id)
    this.tally.remove(old.received_at, old)
  }
}

function talliedOf([kind, verdict, endpoint]: ReturnType<typeof columnsOf>): Tallied {
  return { kind, verdict, endpoint }
}

/** The sort key and the transaction id follow from the others. */
function isSame(old: OwnReadingRow, columns: ReturnType<typeof columnsOf>, target: string | null): boolean {
  const [kind, verdict, endpoint, userId, amountText, amountValue, , , extras, findings] = columns
  return (
    old.kind === kind &&
    old.verdict === verdict &&
    old.endpoint === endpoint &&
    sameColumn(old.user_id, userId) &&
    sameColumn(old.amount_text, amountText) &&
    old.amount_value === amountValue &&
    isSameExtras(old.extras, extras, target) &&
    isSameFindings(old.findings, findings)
  )
}

function sameColumn(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  return a === b
}
