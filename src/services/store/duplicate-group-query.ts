/** The postbacks that may be the same delivery as a given one, before and after it. */
import type { Database } from 'better-sqlite3'
import { duplicateKey } from '../../core/duplicate.ts'
import type { DuplicateGroup, DuplicateMember } from '../../core/duplicate-group.ts'
import { TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { PostbackSummary } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import { ENDPOINT_ROWS, type EndpointRow, endpointFromRow } from './endpoint-table.ts'
import { type Column, textToColumn } from './exact-text.ts'
import { transactionIdOf } from './reading-table.ts'
import { summariesByIds } from './row-queries.ts'

/** At most so many on either side: a burst of thousands is told by its neighbourhood. */
const MOST_A_SIDE = 100

/** Null where the request is no postback that could be repeated, or its endpoint looks for no duplicates. */
export function duplicateGroupOf(database: Database, id: number): DuplicateGroup | null {
  const [asked] = summariesByIds(database, [id])
  const key = asked === undefined ? null : duplicateKey(asked)
  if (asked === undefined || key === null) return null
  const row = database
    .prepare<[], EndpointRow>(ENDPOINT_ROWS)
    .all()
    .find((one) => one.id === key.endpointId)
  if (row === undefined) return null
  const mapping = endpointFromRow(row)
  const windowMs = mapping.duplicateWindowMinutes * 60_000
  if (windowMs <= 0) return null

  const isMapped = mapping.extraFields.some(({ field }) => field === TRANSACTION_ID_FIELD)
  const delivery: Delivery = [textToColumn(key.userId), textToColumn(key.amountText), row.key]
  const transactions = transactionConditions(transactionIdOf(asked), isMapped)
  const beside = (side: Side): readonly PostbackSummary[] => {
    const ids = transactions.flatMap((transaction) =>
      idsBeside(database, delivery, transaction, asked.receivedAt, side),
    )
    return summariesByIds(database, [...new Set(ids)]).filter((other) => other.id !== id)
  }
  const earlier = linked(asked, [...beside('before')].sort(byArrival).toReversed(), windowMs)
  const later = linked(asked, [...beside('after')].sort(byArrival), windowMs)
  return {
    windowMinutes: mapping.duplicateWindowMinutes,
    members: [...earlier.slice(0, MOST_A_SIDE).toReversed(), asked, ...later.slice(0, MOST_A_SIDE)].map(memberOf),
    moreEarlier: earlier.length > MOST_A_SIDE,
    moreLater: later.length > MOST_A_SIDE,
  }
}

type Side = 'before' | 'after'
type Delivery = readonly [Column, Column, number]

interface TransactionCondition {
  readonly sql: string
  readonly values: readonly Column[]
}

/** The same rule as the finding's: an id that only one of two carries tells nothing, two that differ tell all. */
function transactionConditions(transactionId: string | null, isMapped: boolean): readonly TransactionCondition[] {
  const without = { sql: 'AND r.transaction_id IS NULL', values: [] }
  if (transactionId !== null) {
    return [{ sql: 'AND r.transaction_id = ?', values: [textToColumn(transactionId)] }, without]
  }
  return [isMapped ? { sql: '', values: [] } : without]
}

/** One more than are shown, nearest first. The index has them in this order, so that no more are looked at. */
function idsBeside(
  database: Database,
  delivery: Delivery,
  transaction: TransactionCondition,
  at: number,
  side: Side,
): number[] {
  const [compare, direction] = side === 'before' ? ['<=', 'DESC'] : ['>', 'ASC']
  return database
    .prepare<unknown[], number>(
      `SELECT r.id FROM reading r INDEXED BY reading_by_delivery
       WHERE +r.kind = ${String(KIND_NUMBERS.postback)} AND r.user_id = ? AND r.amount_text = ? AND r.endpoint = ?
         ${transaction.sql} AND r.received_at ${compare} ?
       ORDER BY r.received_at ${direction} LIMIT ${String(MOST_A_SIDE + 2)}`,
    )
    .pluck()
    .all(...delivery, ...transaction.values, at)
}

/** Those that hang together with the first, each no further from the one before it than the window. */
function linked(from: PostbackSummary, nearestFirst: readonly PostbackSummary[], windowMs: number): PostbackSummary[] {
  const found: PostbackSummary[] = []
  let last = from.receivedAt
  for (const other of nearestFirst) {
    if (Math.abs(other.receivedAt - last) > windowMs) break
    found.push(other)
    last = other.receivedAt
  }
  return found
}

function byArrival(a: PostbackSummary, b: PostbackSummary): number {
  return a.receivedAt - b.receivedAt || a.id - b.id
}

function memberOf(postback: PostbackSummary): DuplicateMember {
  const { id, receivedAt, reply, findings } = postback
  const related = findings.find(({ code }) => code === 'possible-duplicate')?.related ?? null
  return { id, receivedAt, transactionId: transactionIdOf(postback), related, reply }
}
