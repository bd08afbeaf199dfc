/** Finds the earlier postback that one is a possible duplicate of. */
import type { Database, Statement } from 'better-sqlite3'
import { duplicateKey, isPossibleDuplicate, withPossibleDuplicate } from '../../core/duplicate.ts'
import { type Mapping, TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { Reading } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import type { EndpointTable } from './endpoint-table.ts'
import { type Column, textToColumn } from './exact-text.ts'
import { OWN_READING_COLUMNS, type ReadingRow, readingFromRow, transactionIdOf } from './reading-table.ts'

type Candidate = Omit<ReadingRow, 'endpoint_id'> & { readonly id: number; readonly received_at: number }

/**
 * A HEAD of the same URL is no delivery. The index is named: a planner without statistics takes the user's.
 *
 * The index has the newest first, and is what the order of the rows comes from: with an ORDER BY (or
 * a join, or a partial index) SQLite prepares the statement anew for each set of values, which costs more than all the rest
 * of a capture.
 */
const SAME_DELIVERY = `SELECT r.id, r.received_at, ${OWN_READING_COLUMNS}
  FROM reading r INDEXED BY reading_by_delivery
  WHERE +r.kind = ${String(KIND_NUMBERS.postback)} AND r.user_id = ? AND r.amount_text = ? AND r.endpoint = ?
    AND r.received_at BETWEEN ? AND ? AND +r.id < ?`
type DeliveryValues = [Column, Column, number | null, number, number, number]

export class DuplicateLookup {
  readonly #endpoints: EndpointTable
  readonly #any: Statement<DeliveryValues, Candidate>
  readonly #sameTransaction: Statement<[...DeliveryValues, Column], Candidate>
  readonly #noTransaction: Statement<DeliveryValues, Candidate>

  constructor(database: Database, endpoints: EndpointTable) {
    this.#endpoints = endpoints
    this.#any = database.prepare(`${SAME_DELIVERY} ORDER BY r.received_at DESC LIMIT 1`)
    this.#sameTransaction = database.prepare(`${SAME_DELIVERY} AND r.transaction_id = ? LIMIT 1`)
    this.#noTransaction = database.prepare(`${SAME_DELIVERY} AND r.transaction_id IS NULL LIMIT 1`)
  }

  /** The reading with the finding of a possible duplicate, where an earlier one is stored; else as it was. */
  complete(reading: Reading, id: number, receivedAt: number): Reading {
    const key = duplicateKey(reading)
    const mapping = key === null ? null : this.#endpoints.byId(key.endpointId)
    if (key === null || mapping === null || mapping.duplicateWindowMinutes === 0) return reading
    const windowMs = mapping.duplicateWindowMinutes * 60_000
    // Ids are the order of arrival; the clock may have been set back in between.
    const values: DeliveryValues = [
      textToColumn(key.userId),
      textToColumn(key.amountText),
      this.#endpoints.keyOf(key.endpointId),
      receivedAt - windowMs,
      receivedAt + windowMs,
      id,
    ]
    let found: Candidate | null = null
    for (const candidate of this.#candidates(values, reading, mapping)) {
      if (found !== null && candidate.id < found.id) continue
      const earlier = readingFromRow({ ...candidate, endpoint_id: key.endpointId })
      if (isPossibleDuplicate({ ...reading, receivedAt }, { ...earlier, receivedAt: candidate.received_at }, mapping))
        found = candidate
    }
    if (found === null) return reading
    return withPossibleDuplicate(reading, { id: found.id, receivedAt: found.received_at }, receivedAt)
  }

  /** Two deliveries whose transaction ids differ are none: the newest for each way in which they do not differ. */
  #candidates(values: DeliveryValues, reading: Reading, mapping: Mapping): Candidate[] {
    const transactionId = textToColumn(transactionIdOf(reading))
    const isMapped = mapping.extraFields.some((extra) => extra.field === TRANSACTION_ID_FIELD)
    const found = []
    if (transactionId !== null) {
      found.push(this.#sameTransaction.get(...values, transactionId), this.#noTransaction.get(...values))
    } else {
      found.push(isMapped ? this.#any.get(...values) : this.#noTransaction.get(...values))
    }
    return found.filter((candidate) => candidate !== undefined)
  }
}
