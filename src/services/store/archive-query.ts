/** What of the history goes into an archive. Runs in a reader's thread. */
import type { Database } from 'better-sqlite3'
import type { ArchivedRequest } from '../../core/archive.ts'
import type { ArchiveHead } from '../../core/archive-records.ts'
import { isUnmarked } from '../../core/mark.ts'
import { ENDPOINT_ROWS, type EndpointRow, endpointFromRow } from './endpoint-table.ts'
import { viewOf } from './exact-text.ts'
import { MARK_COLUMNS, MARK_JOIN, type MarkRow, markFromRow } from './mark-table.ts'
import { readMeta } from './meta-table.ts'
import { readOutages } from './outage-table.ts'
import { REQUEST_COLUMNS, REQUEST_TABLES, type RequestRow, requestFromRow } from './request-table.ts'

/** A batch has at most this many rows, and ends early where it holds this much. */
const BATCH_ROWS = 500
const BATCH_CHARACTERS = 4 * 1024 * 1024

/** One piece of an archive. `after` is where the next one starts, null at the end. */
export interface ArchiveBatch {
  readonly items: readonly ArchivedRequest[]
  readonly after: number | null
}

type ArchiveRow = RequestRow &
  MarkRow & {
    readonly reply_status: number
    readonly plan: string
    readonly relayed: string | null
    readonly outcome_id: number | null
    readonly sent_at: number | null
    readonly sender_gone: number | null
    readonly installation: string | null
    readonly origin_id: number | null
  }

const ROWS = `SELECT ${REQUEST_COLUMNS}, q.reply_status, p.content AS plan, rr.content AS relayed, o.id AS outcome_id, o.sent_at, o.sender_gone,
    f.installation, f.origin_id, ${MARK_COLUMNS}
  FROM ${REQUEST_TABLES} JOIN planned_reply p ON p.id = q.planned_reply LEFT JOIN reply_outcome o ON o.id = q.id
    LEFT JOIN relayed_reply rr ON rr.request = q.id LEFT JOIN request_origin f ON f.id = q.id ${MARK_JOIN}
  WHERE q.id > ? AND q.id <= ? ORDER BY q.id LIMIT ${String(BATCH_ROWS)}`

export function archiveHead(database: Database, at: number): ArchiveHead {
  const totals = database
    .prepare<[], { newest: number | null; requests: number }>(
      'SELECT max(id) AS newest, count(*) AS requests FROM request',
    )
    .get()
  const endpoints = database.prepare<[], EndpointRow>(ENDPOINT_ROWS).all().map(endpointFromRow)
  return {
    installation: installationId(database),
    until: totals?.newest ?? 0,
    requests: totals?.requests ?? 0,
    endpoints: endpoints.map(({ id, ...config }) => ({ type: 'endpoint', id, config })),
    outages: readOutages(database, Number.NEGATIVE_INFINITY, at).map(({ reason, from, to, why }) => ({
      type: 'outage',
      reason,
      from,
      to: Math.max(from, to ?? at),
      why,
    })),
  }
}

export function archiveBatch(database: Database, after: number, until: number): ArchiveBatch {
  const own = installationId(database)
  const items: ArchivedRequest[] = []
  let last = after
  let characters = 0
  let rows = 0
  for (const row of database.prepare<[number, number], ArchiveRow>(ROWS).iterate(after, until)) {
    const item = archivedFromRow(row, own)
    items.push(item)
    last = row.id
    rows += 1
    characters += item.body.length + (item.target?.length ?? 0)
    if (characters > BATCH_CHARACTERS) return { items, after: last }
  }
  return { items, after: rows < BATCH_ROWS ? null : last }
}

function installationId(database: Database): string {
  return readMeta(database, 'installation_id') ?? 'unknown'
}

function archivedFromRow(row: ArchiveRow, own: string): ArchivedRequest {
  const request = requestFromRow(row)
  const mark = markFromRow(row)
  return {
    type: 'request',
    installation: row.installation ?? own,
    id: row.origin_id ?? row.id,
    receivedAt: request.receivedAt,
    remoteAddress: request.remoteAddress,
    remotePort: request.remotePort,
    httpVersion: request.httpVersion,
    method: request.method,
    target: request.target,
    headers: request.rawHeaders,
    body: base64(request.body),
    bodyLength: request.bodyLength,
    bodyComplete: request.bodyComplete,
    rejection:
      request.rejection === null
        ? null
        : { code: request.rejection.code, firstBytes: base64(request.rejection.firstBytes) },
    reply: {
      status: row.reply_status,
      plan: planFrom(row.plan),
      relayed: row.relayed === null ? null : planFrom(row.relayed),
    },
    outcome: row.outcome_id === null ? null : { sentAt: row.sent_at, senderGone: row.sender_gone === 1 },
    mark: isUnmarked(mark) ? null : mark,
  }
}

/** Written by request-table.ts and outcome-table.ts, or checked by whoever read an archive. */
function planFrom(content: string): ArchivedRequest['reply']['plan'] {
  return JSON.parse(content) as ArchivedRequest['reply']['plan']
}

function base64(bytes: Uint8Array): string {
  return viewOf(bytes).toString('base64')
}
