/** The postbacks that may be the same delivery as a given one, before and after it. */
import type { Database } from 'better-sqlite3'
import { duplicateKey } from '../../core/duplicate.ts'
import type { DuplicateGroup, DuplicateMember } from '../../core/duplicate-group.ts'
import { TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { PostbackSummary } from '../../core/postback.ts'
import { deliveriesBeside } from './delivery-candidates.ts'
import type { DeliveryColumns } from './delivery-hash.ts'
import { ENDPOINT_ROWS, type EndpointRow, endpointFromRow } from './endpoint-table.ts'
import { textToColumn } from './exact-text.ts'
import { transactionIdOf } from './reading-table.ts'
import type { SearchExtent } from './search-attachment.ts'
import { summariesByIds } from './summary-rows.ts'

/** At most so many on either side: a burst of thousands is told by its neighbourhood. */
const MOST_A_SIDE = 100

/** Null where the request is no postback that could be repeated, or its endpoint looks for no duplicates. */
export function duplicateGroupOf(database: Database, extent: SearchExtent, id: number): DuplicateGroup | null {
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
  const transactions = transactionsOf(transactionIdOf(asked), isMapped)
  const beside = (before: boolean): readonly PostbackSummary[] => {
    // One more than are shown, nearest first.
    const ids = transactions.flatMap((transactionId) =>
      deliveriesBeside(database, extent, {
        userId: textToColumn(key.userId),
        amountText: textToColumn(key.amountText),
        endpoint: row.key,
        transactionId,
        receivedAt: asked.receivedAt,
        id: Number.MAX_SAFE_INTEGER,
        before,
        limit: MOST_A_SIDE + 2,
      }),
    )
    return summariesByIds(database, [...new Set(ids)]).filter((other) => other.id !== id)
  }
  const earlier = linked(asked, [...beside(true)].sort(byArrival).toReversed(), windowMs)
  const later = linked(asked, [...beside(false)].sort(byArrival), windowMs)
  return {
    windowMinutes: mapping.duplicateWindowMinutes,
    members: [...earlier.slice(0, MOST_A_SIDE).toReversed(), asked, ...later.slice(0, MOST_A_SIDE)].map(memberOf),
    moreEarlier: earlier.length > MOST_A_SIDE,
    moreLater: later.length > MOST_A_SIDE,
  }
}

/** The same rule as the finding's: an id that only one of two carries tells nothing, two that differ tell all. */
function transactionsOf(transactionId: string | null, isMapped: boolean): readonly DeliveryColumns['transactionId'][] {
  if (transactionId !== null) return [textToColumn(transactionId), null]
  return [isMapped ? undefined : null]
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
