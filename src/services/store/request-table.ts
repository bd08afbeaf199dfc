/** The truth of a request, to its row and back. */
import type { Buffer } from 'node:buffer'
import type { Database, Statement } from 'better-sqlite3'
import type { CapturedRequest, PlannedReply } from '../../core/postback.ts'
import { type Column, textFromColumn, textToColumn, viewOf, wireFromColumn, wireToColumn } from './exact-text.ts'
import { InternTable } from './intern-table.ts'
import { headersFromColumn, headersToColumn } from './raw-headers.ts'
import { requestSeal, sharedSeal } from './request-seal.ts'

const NO_BYTES = new Uint8Array()

export interface RequestRow {
  readonly id: number
  readonly received_at: number
  readonly method: Column
  readonly http_version: string | null
  readonly remote_address: string | null
  readonly remote_port: number | null
  readonly body_length: number
  readonly body_complete: number
  readonly rejection_code: string | null
  readonly target: Column
  readonly headers: Column
  readonly rejection_bytes: Uint8Array | null
  readonly body: Uint8Array | null
}

/** The columns of a `RequestRow`; `q` is the request, `h` its header set. */
export const REQUEST_COLUMNS = `q.id, q.received_at, q.method, q.http_version, q.remote_address, q.remote_port,
  q.body_length, q.body_complete, q.rejection_code, q.target, coalesce(q.headers, h.content) AS headers,
  q.rejection_bytes, q.body`
export const REQUEST_TABLES = 'request q LEFT JOIN header_set h ON h.id = q.header_set'

export function requestFromRow(row: RequestRow): CapturedRequest {
  return {
    receivedAt: row.received_at,
    remoteAddress: row.remote_address,
    remotePort: row.remote_port,
    httpVersion: row.http_version,
    method: textFromColumn(row.method),
    target: wireFromColumn(row.target),
    rawHeaders: headersFromColumn(row.headers),
    body: row.body ?? NO_BYTES,
    bodyLength: row.body_length,
    bodyComplete: row.body_complete === 1,
    rejection:
      row.rejection_code === null ? null : { code: row.rejection_code, firstBytes: row.rejection_bytes ?? NO_BYTES },
  }
}

/** Header pairs, body and delay of a planned reply as they are kept; its ending where it is not to be complete. */
export function replyToColumn(reply: PlannedReply): string {
  const ending = reply.ending === undefined || reply.ending === 'complete' ? [] : [reply.ending]
  return JSON.stringify([reply.headers, reply.body, reply.delayMs, ...ending])
}

/** Every column of a request but its id. */
export const INSERT_REQUEST = `
  INSERT INTO request (received_at, method, http_version, remote_address, remote_port, body_length, body_complete,
    reply_status, planned_reply, rejection_code, header_set, target, headers, rejection_bytes, body, seal, shared_seal)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** What a new row gets for its two seals. `reply` is the planned reply's content. */
export function sealsOf(
  request: CapturedRequest,
  replyStatus: number,
  headers: string | Uint8Array,
  reply: string,
): [seal: number, sharedSeal: number] {
  const columns = {
    receivedAt: request.receivedAt,
    method: textToColumn(request.method),
    httpVersion: request.httpVersion,
    remoteAddress: request.remoteAddress,
    remotePort: request.remotePort,
    bodyLength: request.bodyLength,
    bodyComplete: request.bodyComplete ? 1 : 0,
    rejectionCode: request.rejection?.code ?? null,
    target: wireToColumn(request.target),
    rejectionBytes: bytesToColumn(request.rejection?.firstBytes),
    body: bytesToColumn(request.body),
  }
  return [requestSeal(columns, replyStatus), sharedSeal(headers, reply)]
}

export class RequestTable {
  readonly #insert: Statement
  readonly #headerSets: InternTable
  readonly #plannedReplies: InternTable

  constructor(database: Database) {
    this.#headerSets = new InternTable(database, 'header_set')
    this.#plannedReplies = new InternTable(database, 'planned_reply')
    this.#insert = database.prepare(INSERT_REQUEST)
  }

  /** Forgets what a rolled back transaction had added. */
  afterRollback(): void {
    this.#headerSets.reload()
    this.#plannedReplies.reload()
  }

  /** Answers the new row's id. */
  insert(request: CapturedRequest, reply: PlannedReply): number {
    const headers = headersToColumn(request.rawHeaders)
    const headerSet = this.#headerSets.idIfRepeated(headers)
    const plan = replyToColumn(reply)
    const result = this.#insert.run(
      request.receivedAt,
      textToColumn(request.method),
      request.httpVersion,
      request.remoteAddress,
      request.remotePort,
      request.bodyLength,
      request.bodyComplete ? 1 : 0,
      reply.status,
      this.#plannedReplies.idOf(plan),
      request.rejection?.code ?? null,
      headerSet,
      wireToColumn(request.target),
      headerSet === null ? headers : null,
      bytesToColumn(request.rejection?.firstBytes),
      bytesToColumn(request.body),
      ...sealsOf(request, reply.status, headers, plan),
    )
    return Number(result.lastInsertRowid)
  }
}

function bytesToColumn(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined || bytes.byteLength === 0 ? null : viewOf(bytes)
}
