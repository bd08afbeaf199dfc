/** Deliveries of the same reward. */
import type { Database } from 'better-sqlite3'
import { type DeliverySeries, MOST_ATTEMPTS } from '../../core/delivery-records.ts'
import type { PostbackSummary } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import { deliveriesBeside } from './delivery-candidates.ts'
import type { Column } from './exact-text.ts'
import type { SearchExtent } from './search-attachment.ts'
import { prepared, preparedColumn } from './statement-cache.ts'
import { summariesByIds } from './summary-rows.ts'

interface Key {
  readonly id: number
  readonly kind: number
  readonly user_id: Column
  readonly amount_text: Column
  readonly endpoint: number | null
  readonly transaction_id: Column
  readonly received_at: number
  readonly target: Column
}

const POSTBACK = String(KIND_NUMBERS.postback)
/** Where the values are missing many unlike requests share a key: so many of them are compared, on each side. */
const COMPARED = 2_000

const KEY = `SELECT r.id, r.kind, r.user_id, r.amount_text, r.endpoint, r.transaction_id, r.received_at, q.target
  FROM reading r JOIN request q ON q.id = r.id WHERE r.id = ?`

const WITH_TARGET = `SELECT q.id FROM json_each(@ids) j CROSS JOIN request q ON q.id = j.value
  WHERE @any_target OR q.target IS @target ORDER BY j.key LIMIT ${String(MOST_ATTEMPTS + 1)}`

const OF_ENDPOINT = `SELECT r.id FROM reading r INDEXED BY reading_by_endpoint
  WHERE r.endpoint = (SELECT key FROM endpoint WHERE id = ?) AND +r.kind = ${POSTBACK}
  ORDER BY r.id DESC LIMIT ${String(MOST_ATTEMPTS)}`

/** The deliveries around one; see `DeliveryRecords`. */
export function deliverySeries(database: Database, extent: SearchExtent, id: number): DeliverySeries {
  const key = prepared<[number], Key>(database, KEY).get(id)
  if (key === undefined || key.kind !== KIND_NUMBERS.postback) return { attempts: [], earlier: false, later: false }
  const anyTarget = hasValue(key.user_id) && hasValue(key.amount_text) ? 1 : 0
  const ids = (before: boolean): number[] => {
    const beside = deliveriesBeside(database, extent, {
      userId: key.user_id,
      amountText: key.amount_text,
      endpoint: key.endpoint,
      transactionId: key.transaction_id,
      receivedAt: key.received_at,
      id,
      before,
      limit: COMPARED,
    })
    const values = { ids: JSON.stringify(beside), any_target: anyTarget, target: key.target }
    return preparedColumn<typeof values, number>(database, WITH_TARGET).all(values)
  }
  const before = ids(true)
  const after = ids(false)
  // Half of the room for each side, and what one does not need for the other.
  const half = MOST_ATTEMPTS / 2
  const ofBefore = Math.min(before.length, Math.max(half, MOST_ATTEMPTS - after.length))
  const ofAfter = Math.min(after.length, MOST_ATTEMPTS - ofBefore)
  const wanted = [...before.slice(0, ofBefore).toReversed(), ...after.slice(0, ofAfter)]
  return {
    attempts: summariesByIds(database, wanted),
    earlier: before.length > ofBefore,
    later: after.length > ofAfter,
  }
}

/** The newest postbacks of an endpoint, oldest first. */
export function deliveriesOfEndpoint(database: Database, endpointId: string): PostbackSummary[] {
  const ids = preparedColumn<[string], number>(database, OF_ENDPOINT).all(endpointId)
  return summariesByIds(database, ids.toReversed())
}

function hasValue(column: Column): boolean {
  return column !== null && column.length > 0
}
