/** One batch of captures into one transaction. */
import type { Database } from 'better-sqlite3'
import type { CapturedRequest, PlannedReply, PostbackSummary, Reading } from '../../core/postback.ts'
import { readRequest } from '../../core/reading.ts'
import { endpointsAt } from '../../core/secret-path.ts'
import { takeClaim } from './batch-claim.ts'
import type { DuplicateLookup } from './duplicate-lookup.ts'
import type { EndpointTable } from './endpoint-table.ts'
import type { Capture, CaptureResult, CommitResult, StoredReply } from './messages.ts'
import type { OutcomeTable } from './outcome-table.ts'
import type { ReadingTable } from './reading-table.ts'
import type { RequestTable } from './request-table.ts'
import { failureOf, isEnvironmental, StoreRefusal } from './store-failure.ts'
import { storedSummary } from './stored-summary.ts'

const GIVEN_UP = 'The history was locked for too long: postbacks are refused until it can be written again.'

export interface BatchTables {
  readonly requests: RequestTable
  readonly readings: ReadingTable
  readonly outcomes: OutcomeTable
  readonly endpoints: EndpointTable
  readonly duplicates: DuplicateLookup
}

/**
 * Stores all of the batch in one commit. Where one row is at fault, every row is tried on its own within one
 * transaction, so that it refuses nobody else; where the disk is, the whole batch is refused. So is one whose owner
 * has given it up while it waited here for the file.
 */
export function commitBatch(
  database: Database,
  folder: string,
  tables: BatchTables,
  captures: readonly Capture[],
  replies: readonly StoredReply[],
  claim: SharedArrayBuffer | null = null,
): CommitResult {
  const store = ({ request, reply }: Capture): CaptureResult => ({
    ok: true,
    summary: storeCapture(tables, request, reply),
  })
  const storeAlone = database.transaction(store)
  const tryAlone = (capture: Capture): CaptureResult => {
    try {
      return tables.readings.tally.keepPart(() => storeAlone(capture))
    } catch (error) {
      if (isEnvironmental(error)) throw error
      tables.requests.afterRollback()
      return { ok: false, failure: failureOf(error, folder) }
    }
  }
  const commit = database.transaction((each: (capture: Capture) => CaptureResult) => {
    if (claim !== null && !takeClaim(claim)) throw new StoreRefusal('io', GIVEN_UP)
    const results = tables.readings.tally.keep(() => captures.map(each))
    for (const reply of replies) tables.outcomes.put(reply)
    return results
  })
  try {
    return { results: commit.immediate(store), refusal: null }
  } catch (error) {
    tables.requests.afterRollback()
    if (isEnvironmental(error)) return refuseAll(error)
  }
  try {
    return { results: commit.immediate(tryAlone), refusal: null }
  } catch (error) {
    tables.requests.afterRollback()
    return refuseAll(error)
  }

  function refuseAll(error: unknown): CommitResult {
    const refusal = failureOf(error, folder)
    return { results: captures.map(() => ({ ok: false, failure: refusal })), refusal }
  }
}

function storeCapture(tables: BatchTables, request: CapturedRequest, reply: PlannedReply): PostbackSummary {
  const id = tables.requests.insert(request, reply)
  const reading = tables.duplicates.complete(readSafely(request, tables.endpoints), id, request.receivedAt)
  tables.readings.insert(id, request, reading, tables.endpoints.keyOf(reading.endpointId))
  return storedSummary(id, request, reply, reading)
}

/**
 * Reading never throws by contract. Were that ever untrue, the bytes must still be kept: they can be read again,
 * and a request that was not kept cannot.
 */
export function readSafely(request: CapturedRequest, endpoints: EndpointTable): Reading {
  try {
    return readRequest(request, endpointsAt(endpoints.all(), request.receivedAt))
  } catch {
    return {
      kind: request.rejection === null ? 'noise' : 'rejected',
      endpointId: null,
      userId: null,
      rewardAmount: null,
      amountValue: null,
      extras: [],
      verdict: null,
      findings: [],
    }
  }
}
