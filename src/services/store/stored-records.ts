/**
 * Rows for exports, read as lists of columns: to have a row as an object with its own lists costs more than all the rest of
 * an export. What is rare is left to the way by `detailById`.
 */
import type { Database, Statement } from 'better-sqlite3'
import { NO_MARK_SUMMARY, summaryOfMark } from '../../core/mark.ts'
import type { Finding } from '../../core/postback.ts'
import type { StoredRecord } from '../../core/stored-record.ts'
import { kindOf, verdictFromNumber } from './column-codes.ts'
import { type Column, textFromColumn, viewOf } from './exact-text.ts'
import { extrasFromText } from './extras-text.ts'
import { findingsFromText } from './findings-text.ts'
import { MARK_COLUMNS, MARK_JOIN, markFromRow } from './mark-table.ts'
import { endingOf, endingOfReply } from './reply-ending.ts'
import { replyParts, sharedParts } from './shared-parts.ts'
import { isExact, type WireText, wireText } from './wire-text.ts'

/** Of a longer body, in bytes, nothing is read here: many of them at a time would take too much memory. */
const LONG_BODY = 64 * 1024

type Row = [
  id: number,
  receivedAt: number,
  method: Column,
  target: WireText,
  httpVersion: string | null,
  remoteAddress: string | null,
  remotePort: number | null,
  bodyLength: number,
  bodyComplete: number,
  replyStatus: number,
  plannedReply: number,
  rejectionCode: string | null,
  headerSet: number | null,
  headers: WireText,
  rejectionBytes: Uint8Array | null,
  body: Uint8Array | 0 | null,
  kind: number,
  verdict: number | null,
  userId: Column,
  amountText: Column,
  amountValue: string | null,
  extras: string | null,
  findings: string | null,
  endpointId: string | null,
  sentAt: number | null,
  senderGone: number | null,
  relayedReply: string | null,
  pinned: number | null,
  colour: string | null,
  note: Column,
]

const ROWS = `SELECT q.id, q.received_at, q.method, ${wireText('q.target')}, q.http_version, q.remote_address, q.remote_port,
    q.body_length, q.body_complete, q.reply_status, q.planned_reply, q.rejection_code, q.header_set,
    ${wireText('q.headers')}, q.rejection_bytes, iif(length(q.body) > ${String(LONG_BODY)}, 0, q.body),
    r.kind, r.verdict, r.user_id, r.amount_text, r.amount_value, r.extras, r.findings, e.id,
    o.sent_at, o.sender_gone, rr.content, ${MARK_COLUMNS}
  FROM json_each(?) j CROSS JOIN request q ON q.id = j.value JOIN reading r ON r.id = q.id
    LEFT JOIN endpoint e ON e.key = r.endpoint LEFT JOIN reply_outcome o ON o.id = q.id ${MARK_JOIN}
    LEFT JOIN relayed_reply rr ON rr.request = q.id ORDER BY j.key`

/** `record` is null where the request is to be looked at as a whole. */
export interface FoundRecord {
  readonly id: number
  readonly record: StoredRecord | null
}

const statements = new WeakMap<Database, Statement<[string], Row>>()

/** Those that exist, in the order asked for. A few at a time: all of them are in memory. */
export function storedRecords(database: Database, ids: readonly number[]): FoundRecord[] {
  let statement = statements.get(database)
  if (statement === undefined) {
    statement = database.prepare<[string], Row>(ROWS).raw()
    statements.set(database, statement)
  }
  return statement.all(JSON.stringify(ids)).map((row) => ({ id: row[0], record: recordFromRow(database, row) }))
}

function recordFromRow(database: Database, row: Row): StoredRecord | null {
  const target = row[3]
  const ownHeaders = row[13]
  const body = row[15]
  if (body === 0 || !isExact(target) || !isExact(ownHeaders)) return null
  const shared = sharedParts(database)
  const headers = shared.split(row[12], ownHeaders)
  if (headers === null) return null
  const mark = row[27] === null ? null : markFromRow({ pinned: row[27], colour: row[28], note: row[29] })
  return {
    id: row[0],
    receivedAt: row[1],
    method: textFromColumn(row[2]),
    target,
    httpVersion: row[4],
    remoteAddress: row[5],
    remotePort: row[6],
    bodyLength: row[7],
    bodyComplete: row[8] === 1,
    bodyBase64: base64(body),
    reply: {
      status: row[9],
      sentAt: row[24],
      senderGone: row[25] === 1,
      ...endingOf(endingOfReply(database, row[10])),
    },
    sent: row[26] === null ? shared.reply(row[10]) : replyParts(row[26]),
    rejectionCode: row[11],
    rejectionBytesBase64: row[11] === null ? null : base64(row[14]),
    headers,
    kind: kindOf(row[16]),
    verdict: verdictFromNumber(row[17]),
    userId: textFromColumn(row[18]),
    rewardAmount: textFromColumn(row[19]),
    amountValue: row[20],
    extras: extrasFromText(row[21], target),
    findings: row[22] === null ? NO_FINDINGS : findingsFromText(row[22]),
    endpointId: row[23],
    mark: mark === null ? NO_MARK_SUMMARY : summaryOfMark(mark),
    note: mark === null ? '' : mark.note,
  }
}

const NO_FINDINGS: readonly Finding[] = []

function base64(bytes: Uint8Array | null): string {
  return bytes === null ? '' : viewOf(bytes).toString('base64')
}
