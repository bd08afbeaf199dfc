/** Whole rows by their ids. */
import type { Database } from 'better-sqlite3'
import { summaryOfMark } from '../../core/mark.ts'
import type { PostbackDetail, PostbackSummary } from '../../core/postback.ts'
import { textFromColumn, viewOf, wireFromColumn } from './exact-text.ts'
import { MARK_COLUMNS, MARK_JOIN, type MarkRow, markFromRow } from './mark-table.ts'
import { READING_COLUMNS, type ReadingRow, readingFromRow } from './reading-table.ts'
import { endingOf, endingOfReply } from './reply-ending.ts'
import type { RequestRow } from './request-table.ts'
import { replyParts, sharedParts } from './shared-parts.ts'
import { prepared } from './statement-cache.ts'

type SummaryRow = ReadingRow &
  MarkRow &
  Pick<RequestRow, 'id' | 'received_at' | 'method' | 'target' | 'remote_address' | 'body_length' | 'rejection_code'> & {
    readonly reply_status: number
    readonly planned_reply_id: number
    readonly sent_at: number | null
    readonly sender_gone: number | null
  }

type DetailRow = SummaryRow &
  Pick<RequestRow, 'http_version' | 'remote_port' | 'body_complete' | 'headers' | 'rejection_bytes' | 'body'> & {
    readonly header_set: number | null
    readonly relayed_reply: string | null
  }

const OUTCOME_COLUMNS = 'q.reply_status, q.planned_reply AS planned_reply_id, o.sent_at, o.sender_gone'
const SUMMARY_COLUMNS = `q.id, q.received_at, q.method, q.target, q.remote_address, q.body_length, q.rejection_code,
  ${OUTCOME_COLUMNS}, ${MARK_COLUMNS}, ${READING_COLUMNS}`
const JOINS = `JOIN reading r ON r.id = q.id LEFT JOIN endpoint e ON e.key = r.endpoint
  LEFT JOIN reply_outcome o ON o.id = q.id ${MARK_JOIN}`

const BY_IDS = `SELECT ${SUMMARY_COLUMNS} FROM json_each(?) j CROSS JOIN request q ON q.id = j.value ${JOINS} ORDER BY j.key`
const DETAILS = `SELECT ${SUMMARY_COLUMNS}, q.http_version, q.remote_port, q.body_complete, q.header_set, q.headers,
    q.rejection_bytes, q.body, rr.content AS relayed_reply
  FROM json_each(?) j CROSS JOIN request q ON q.id = j.value ${JOINS}
  LEFT JOIN relayed_reply rr ON rr.request = q.id ORDER BY j.key`

/** Those that exist, in the order asked for. */
export function summariesByIds(database: Database, ids: readonly number[]): PostbackSummary[] {
  if (ids.length === 0) return []
  return prepared<[string], SummaryRow>(database, BY_IDS)
    .all(JSON.stringify(ids))
    .map((row) => summaryFromRow(database, row))
}

export function detailById(database: Database, id: number): PostbackDetail | null {
  for (const detail of detailsByIds(database, [id])) return detail
  return null
}

/** One by one, in the order asked for, without those that do not exist. */
export function* detailsByIds(database: Database, ids: readonly number[]): Generator<PostbackDetail> {
  const rows = database.prepare<[string], DetailRow>(DETAILS).iterate(JSON.stringify(ids))
  for (const row of rows) yield detailFromRow(database, row)
}

function summaryFromRow(database: Database, row: SummaryRow): PostbackSummary {
  const target = wireFromColumn(row.target)
  return {
    ...readingFromRow(row, target),
    id: row.id,
    receivedAt: row.received_at,
    method: textFromColumn(row.method),
    target,
    remoteAddress: row.remote_address,
    bodyLength: row.body_length,
    rejectionCode: row.rejection_code,
    reply: {
      status: row.reply_status,
      sentAt: row.sent_at,
      senderGone: row.sender_gone === 1,
      ...endingOf(endingOfReply(database, row.planned_reply_id)),
    },
    mark: summaryOfMark(markFromRow(row)),
  }
}

function detailFromRow(database: Database, row: DetailRow): PostbackDetail {
  const shared = sharedParts(database)
  const reply = row.relayed_reply === null ? shared.reply(row.planned_reply_id) : replyParts(row.relayed_reply)
  return {
    ...summaryFromRow(database, row),
    remotePort: row.remote_port,
    httpVersion: row.http_version,
    rawHeaders: shared.headers(row.header_set, row.headers),
    bodyBase64: base64(row.body),
    bodyComplete: row.body_complete === 1,
    rejectionBytesBase64: row.rejection_code === null ? null : base64(row.rejection_bytes),
    replyHeaders: reply.headers,
    replyBody: reply.body,
    note: markFromRow(row).note,
  }
}

function base64(bytes: Uint8Array | null): string {
  return bytes === null ? '' : viewOf(bytes).toString('base64')
}
