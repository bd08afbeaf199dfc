/** Postbacks of the same delivery before or after a moment, through the search index as far as it goes. */
import type { Database } from 'better-sqlite3'
import { KIND_NUMBERS } from './column-codes.ts'
import { type DeliveryColumns, deliveryHash } from './delivery-hash.ts'
import type { SearchExtent } from './search-attachment.ts'
import type { SqlValue } from './sql-parameters.ts'
import { prepared } from './statement-cache.ts'

/** Undefined as the transaction: any, or none. */
export interface Beside extends DeliveryColumns {
  readonly receivedAt: number
  readonly id: number
  /** This one and what came before it, newest first; else what came after it, oldest first. */
  readonly before: boolean
  readonly limit: number
}

interface Found {
  readonly id: number
  readonly received_at: number
}

export function deliveriesBeside(database: Database, extent: SearchExtent, beside: Beside): number[] {
  const { userId, amountText, endpoint, transactionId, receivedAt, id, before, limit } = beside
  const order = before ? 'DESC' : 'ASC'
  const compare = before ? '<=' : '>'
  const where = `r.kind = ${String(KIND_NUMBERS.postback)} AND r.user_id IS @user_id AND r.amount_text IS @amount_text
    AND r.endpoint IS @endpoint ${transactionId === undefined ? '' : 'AND r.transaction_id IS @transaction_id'}`
  const values: Record<string, SqlValue> = {
    user_id: userId,
    amount_text: amountText,
    endpoint,
    transaction_id: transactionId ?? null,
    received_at: receivedAt,
    id,
    keys: extent.keys,
    limit,
  }
  const found = prepared<typeof values, Found>(
    database,
    `SELECT r.id, r.received_at FROM reading r
     WHERE r.id > @keys AND (+r.received_at, r.id) ${compare} (@received_at, @id) AND ${where}
     ORDER BY +r.received_at ${order}, r.id ${order} LIMIT @limit + 0`,
  ).all(values)
  if (extent.keys > 0) {
    const indexed = prepared<typeof values, Found>(
      database,
      `SELECT r.id, r.received_at FROM search.delivery_of s CROSS JOIN reading r ON r.id = s.id
       WHERE s.delivery = (SELECT @hash) AND s.id <= @keys AND r.received_at = s.received_at
         AND (s.received_at, s.id) ${compare} ((SELECT @received_at), (SELECT @id)) AND ${where}
       ORDER BY s.received_at ${order}, s.id ${order} LIMIT @limit + 0`,
    )
    // A delivery with a transaction has an entry for that and one for any; one without has one for none.
    const transactions = transactionId === undefined ? [undefined, null] : [transactionId]
    for (const one of transactions) {
      const hash = deliveryHash({ userId, amountText, endpoint, transactionId: one })
      found.push(...indexed.all({ ...values, hash }))
    }
  }
  const sign = before ? -1 : 1
  return found
    .sort((a, b) => sign * (a.received_at - b.received_at || a.id - b.id))
    .slice(0, limit)
    .map((one) => one.id)
}
