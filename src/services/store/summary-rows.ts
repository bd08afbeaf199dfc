/**
 * Summaries by their ids, read as lists of columns: for the list of the screen a page of objects with their own lists costs
 * twice as much as all the rest.
 */
import type { Database, Statement } from 'better-sqlite3'
import { type Mark, NO_MARK_SUMMARY, summaryOfMark } from '../../core/mark.ts'
import type { PostbackSummary } from '../../core/postback.ts'
import { kindOf, verdictFromNumber } from './column-codes.ts'
import { type Column, textFromColumn, wireFromColumn } from './exact-text.ts'
import { extrasFromText } from './extras-text.ts'
import { findingsFromText } from './findings-text.ts'
import { MARK_COLUMNS, MARK_JOIN, markFromRow } from './mark-table.ts'
import { endingOf, endingOfReply } from './reply-ending.ts'
import { preparedColumn } from './statement-cache.ts'
import { isExact, type WireText, wireText } from './wire-text.ts'

/** The columns of a summary; a row may have more behind them. */
export type SummaryRow = [
  id: number,
  receivedAt: number,
  method: Column,
  target: WireText,
  remoteAddress: string | null,
  bodyLength: number,
  rejectionCode: string | null,
  replyStatus: number,
  plannedReply: number,
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
  pinned: number | null,
  colour: string | null,
  note: Column,
]

/** In the order of a `SummaryRow`. */
export const SUMMARY_COLUMNS = `q.id, q.received_at, q.method, ${wireText('q.target')}, q.remote_address, q.body_length,
  q.rejection_code, q.reply_status, q.planned_reply, r.kind, r.verdict, r.user_id, r.amount_text, r.amount_value, r.extras,
  r.findings, e.id, o.sent_at, o.sender_gone, ${MARK_COLUMNS}`
/** From a list of ids as JSON, `j`. */
export const SUMMARY_TABLES = `json_each(?) j CROSS JOIN request q ON q.id = j.value JOIN reading r ON r.id = q.id
  LEFT JOIN endpoint e ON e.key = r.endpoint LEFT JOIN reply_outcome o ON o.id = q.id ${MARK_JOIN}`
const ROWS = `SELECT ${SUMMARY_COLUMNS} FROM ${SUMMARY_TABLES} ORDER BY j.key`
const TARGET = 'SELECT target FROM request WHERE id = ?'

const statements = new WeakMap<Database, Statement<[string], SummaryRow>>()

/** Those that exist, in the order asked for. */
export function summariesByIds(database: Database, ids: readonly number[]): PostbackSummary[] {
  if (ids.length === 0) return []
  let statement = statements.get(database)
  if (statement === undefined) {
    statement = database.prepare<[string], SummaryRow>(ROWS).raw()
    statements.set(database, statement)
  }
  return statement.all(JSON.stringify(ids)).map((row) => summaryFromRow(database, row))
}

export function summaryFromRow(database: Database, row: readonly [...SummaryRow, ...unknown[]]): PostbackSummary {
  const target = isExact(row[3])
    ? row[3]
    : wireFromColumn(preparedColumn<[number], Column>(database, TARGET).get(row[0]) ?? null)
  return {
    kind: kindOf(row[9]),
    endpointId: row[16],
    userId: textFromColumn(row[11]),
    rewardAmount: textFromColumn(row[12]),
    amountValue: row[13],
    extras: extrasFromText(row[14], target),
    verdict: verdictFromNumber(row[10]),
    findings: findingsFromText(row[15]),
    id: row[0],
    receivedAt: row[1],
    method: textFromColumn(row[2]),
    target,
    remoteAddress: row[4],
    bodyLength: row[5],
    rejectionCode: row[6],
    reply: {
      status: row[7],
      sentAt: row[17],
      senderGone: row[18] === 1,
      ...endingOf(endingOfReply(database, row[8])),
    },
    mark: row[19] === null ? NO_MARK_SUMMARY : summaryOfMark(markOf(row)),
  }
}

/** The mark with its note, which a summary has not. */
export function markOf(row: readonly [...SummaryRow, ...unknown[]]): Mark {
  return markFromRow({ pinned: row[19], colour: row[20], note: row[21] })
}
