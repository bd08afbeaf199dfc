/** Deliveries of the same reward, by the index that possible duplicates are found with. */
import type { Database } from 'better-sqlite3'
import { type DeliverySeries, MOST_ATTEMPTS } from '../../core/delivery-records.ts'
import type { PostbackSummary } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import type { Column } from './exact-text.ts'
import { summariesByIds } from './row-queries.ts'

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

/** `before`: this one and what came before it, newest first; else what came after it, oldest first. */
const around = (before: boolean): string => `
  SELECT k.id FROM (
    SELECT r.id, r.received_at FROM reading r INDEXED BY reading_by_delivery
    WHERE r.user_id IS @user_id AND r.amount_text IS @amount_text AND r.endpoint IS @endpoint
      AND r.transaction_id IS @transaction_id AND +r.kind = ${POSTBACK}
      AND (r.received_at, r.id) ${before ? '<=' : '>'} (@received_at, @id)
    ORDER BY r.received_at ${before ? 'DESC' : 'ASC'}, r.id ${before ? 'DESC' : 'ASC'} LIMIT ${String(COMPARED)}
  ) k JOIN request q ON q.id = k.id
  WHERE @any_target OR q.target IS @target
  ORDER BY k.received_at ${before ? 'DESC' : 'ASC'}, k.id ${before ? 'DESC' : 'ASC'} LIMIT ${String(MOST_ATTEMPTS + 1)}`
const BEFORE = around(true)
const AFTER = around(false)

const OF_ENDPOINT = `SELECT r.id FROM reading r INDEXED BY reading_by_endpoint
  WHERE r.endpoint = (SELECT key FROM endpoint WHERE id = ?) AND +r.kind = ${POSTBACK}
  ORDER BY r.id DESC LIMIT ${String(MOST_ATTEMPTS)}`

/** The deliveries around one; see `DeliveryRecords`. */
export function deliverySeries(database: Database, id: number): DeliverySeries {
  const key = database.prepare<[number], Key>(KEY).get(id)
  if (key === undefined || key.kind !== KIND_NUMBERS.postback) return { attempts: [], earlier: false, later: false }
  const values = { ...key, any_target: hasValue(key.user_id) && hasValue(key.amount_text) ? 1 : 0 }
  const ids = (query: string): number[] => database.prepare<[typeof values], number>(query).pluck().all(values)
  const before = ids(BEFORE)
  const after = ids(AFTER)
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
  const ids = database.prepare<[string], number>(OF_ENDPOINT).pluck().all(endpointId)
  return summariesByIds(database, ids.toReversed())
}

function hasValue(column: Column): boolean {
  return column !== null && column.length > 0
}
