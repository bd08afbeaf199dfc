/** Postbacks with all that they have, by their ids. */
import type { Database } from 'better-sqlite3'
import type { PostbackDetail } from '../../core/postback.ts'
import { type Column, viewOf } from './exact-text.ts'
import { replyParts, sharedParts } from './shared-parts.ts'
import { markOf, SUMMARY_COLUMNS, SUMMARY_TABLES, type SummaryRow, summaryFromRow } from './summary-rows.ts'

type DetailRow = [
  ...summary: SummaryRow,
  httpVersion: string | null,
  remotePort: number | null,
  bodyComplete: number,
  headerSet: number | null,
  headers: Column,
  rejectionBytes: Uint8Array | null,
  body: Uint8Array | null,
  relayedReply: string | null,
]

const DETAILS = `SELECT ${SUMMARY_COLUMNS}, q.http_version, q.remote_port, q.body_complete, q.header_set, q.headers,
    q.rejection_bytes, q.body, rr.content
  FROM ${SUMMARY_TABLES} LEFT JOIN relayed_reply rr ON rr.request = q.id ORDER BY j.key`

export function detailById(database: Database, id: number): PostbackDetail | null {
  for (const detail of detailsByIds(database, [id])) return detail
  return null
}

/** One by one, in the order asked for, without those that do not exist. */
export function* detailsByIds(database: Database, ids: readonly number[]): Generator<PostbackDetail> {
  const rows = database.prepare<[string], DetailRow>(DETAILS).raw().iterate(JSON.stringify(ids))
  for (const row of rows) yield detailFromRow(database, row)
}

function detailFromRow(database: Database, row: DetailRow): PostbackDetail {
  const summary = summaryFromRow(database, row)
  const shared = sharedParts(database)
  const reply = row[29] === null ? shared.reply(row[8]) : replyParts(row[29])
  return {
    ...summary,
    remotePort: row[23],
    httpVersion: row[22],
    rawHeaders: shared.headers(row[25], row[26]),
    bodyBase64: base64(row[28]),
    bodyComplete: row[24] === 1,
    rejectionBytesBase64: summary.rejectionCode === null ? null : base64(row[27]),
    replyHeaders: reply.headers,
    replyBody: reply.body,
    note: markOf(row).note,
  }
}

function base64(bytes: Uint8Array | null): string {
  return bytes === null ? '' : viewOf(bytes).toString('base64')
}
