/** Finds the earlier postback that one is a possible duplicate of. */
import type { Database, Statement } from 'better-sqlite3'
import { duplicateKey, isPossibleDuplicate, withPossibleDuplicate } from '../../core/duplicate.ts'
import { type Mapping, TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { Reading } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import type { EndpointTable } from './endpoint-table.ts'
import { textToColumn } from './exact-text.ts'
import { READING_COLUMNS, type ReadingRow, readingFromRow, transactionIdOf } from './reading-table.ts'

type Candidate = ReadingRow & { readonly id: number; readonly received_at: number }

/** A HEAD of the same URL is no delivery. The index is named: a planner without statistics takes the user's. */
const SAME_DELIVERY = `SELECT r.id, r.received_at, ${READING_COLUMNS}
  FROM reading r INDEXED BY reading_by_delivery LEFT JOIN endpoint e ON e.key = r.endpoint
  WHERE r.user_id = @userId AND r.amount_text = @amountText AND r.endpoint = @endpoint
    AND r.received_at BETWEEN @from AND @to AND r.id < @id AND r.kind = ${String(KIND_NUMBERS.postback)}`
const NEWEST = 'ORDER BY r.received_at DESC, r.id DESC LIMIT 1'

export class DuplicateLookup {
  readonly #endpoints: EndpointTable
  readonly #any: Statement<unknown[], Candidate>
  readonly #sameTransaction: Statement<unknown[], Candidate>
  readonly #noTransaction: Statement<unknown[], Candidate>

  constructor(database: Database, endpoints: EndpointTable) {
    this.#endpoints = endpoints
    this.#any = database.prepare(`${SAME_DELIVERY} ${NEWEST}`)
    this.#sameTransaction = database.prepare(`${SAME_DELIVERY} AND r.transaction_id = @transactionId ${NEWEST}`)
    this.#noTransaction = database.prepare(`${SAME_DELIVERY} AND r.transaction_id IS NULL ${NEWEST}`)
  }

  /** The reading with the finding of a possible duplicate, where an earlier one is stored; else as it was. */
  complete(reading: Reading, id: number, receivedAt: number): Reading {
    const key = duplicateKey(reading)
    const mapping = key === null ? null : this.#endpoints.byId(key.endpointId)
    if (key === null || mapping === null || mapping.duplicateWindowMinutes === 0) return reading
    const windowMs = mapping.duplicateWindowMinutes * 60_000
    const values = {
      userId: textToColumn(key.userId),
      amountText: textToColumn(key.amountText),
      endpoint: this.#endpoints.keyOf(key.endpointId),
      id,
      // Ids are the order of arrival; the clock may have been set back in between.
      from: receivedAt - windowMs,
      to: receivedAt + windowMs,
    }
    let found: Candidate | null = null
    for (const candidate of this.#candidates(values, reading, mapping)) {
      if (found !== null && candidate.id < found.id) continue
      const earlier = { ...readingFromRow(candidate), receivedAt: candidate.received_at }
      if (isPossibleDuplicate({ ...reading, receivedAt }, earlier, mapping)) found = candidate
    }
    if (found === null) return reading
    return withPossibleDuplicate(reading, { id: found.id, receivedAt: found.received_at }, receivedAt)
  }

  /** Two deliveries whose transaction ids differ are none: the newest for each way in which they do not differ. */
  #candidates(values: object, reading: Reading, mapping: Mapping): Candidate[] {
    const transactionId = textToColumn(transactionIdOf(reading))
    const isMapped = mapping.extraFields.some((extra) => extra.field === TRANSACTION_ID_FIELD)
    const found = []
    if (transactionId !== null) {
      found.push(this.#sameTransaction.get({ ...values, transactionId }), this.#noTransaction.get(values))
    } else {
      found.push(isMapped ? this.#any.get(values) : this.#noTransaction.get(values))
    }
    return found.filter((candidate) => candidate !== undefined)
  }
}
