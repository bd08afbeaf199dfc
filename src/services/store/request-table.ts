/** The truth of a request, to its row and back. */
import type { Buffer } from 'node:buffer'
import type { Database, Statement } from 'better-sqlite3'
import type { CapturedRequest, PlannedReply } from '../../core/postback.ts'
import { type Column, textFromColumn, textToColumn, viewOf, wireFromColumn, wireToColumn } from './exact-text.ts'
import { HeaderSets, headersOf } from './header-sets.ts'
import { PlannedReplies } from './planned-replies.ts'
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
  /** Of its header set. */
  readonly shared_headers: Column
  readonly rejection_bytes: Uint8Array | null
  readonly body: Uint8Array | null
}

/** The columns of a `RequestRow`; `q` is the request, `h` its header set. */
export const REQUEST_COLUMNS = `q.id, q.received_at, q.method, q.http_version, q.remote_address, q.remote_port,
  q.body_length, q.body_complete, q.rejection_code, q.target, q.headers, h.content AS shared_headers,
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
    rawHeaders: headersOf(row.shared_headers, row.headers),
    body: row.body ?? NO_BYTES,
    bodyLength: row.body_length,
    bodyComplete: row.body_complete === 1,
    rejection:
      row.rejection_code === null ? null : { code: row.rejection_code, firstBytes: row.rejection_bytes ?? NO_BYTES },
  }
}

/** Every column of a request but its id. */
export const INSERT_REQUEST = `
  INSERT INTO request (received_at, method, http_version, remote_address, remote_port, body_length, body_complete,
    reply_status, planned_reply, rejection_code, header_set, target, headers, rejection_bytes, body, seal, shared_seal)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export class RequestTable {
  readonly #insert: Statement
  readonly #remove: Statement<[number]>
  readonly #headerSets: HeaderSets
  readonly #plannedReplies: PlannedReplies

  constructor(database: Database) {
    this.#headerSets = new HeaderSets(database)
    this.#plannedReplies = new PlannedReplies(database)
    this.#insert = database.prepare(INSERT_REQUEST)
    this.#remove = database.prepare('DELETE FROM request WHERE id = ?')
  }

  /** Forgets what a rolled back transaction had added. */
  afterRollback(): void {
    this.#headerSets.reload()
    this.#plannedReplies.reload()
  }

  /** The row alone: what belongs to it is removed by request-removal.ts. */
  remove(id: number): void {
    this.#remove.run(id)
  }

  /** Answers the new row's id. */
  insert(request: CapturedRequest, reply: PlannedReply): number {
    return this.insertWith(request, reply.status, this.#plannedReplies.textOf(reply))
  }

  /** Like `insert`; `plan` is the planned reply as it is kept. */
  insertWith(request: CapturedRequest, status: number, plan: string): number {
    const headers = this.#headerSets.put(request.rawHeaders)
    const planned = this.#plannedReplies.put(plan)
    const method = textToColumn(request.method)
    const target = wireToColumn(request.target)
    const rejectionCode = request.rejection?.code ?? null
    const rejectionBytes = bytesToColumn(request.rejection?.firstBytes)
    const body = bytesToColumn(request.body)
    const bodyComplete = request.bodyComplete ? 1 : 0
    const { receivedAt, httpVersion, remoteAddress, remotePort, bodyLength } = request
    const seal = requestSeal(
      {
        receivedAt,
        method,
        httpVersion,
        remoteAddress,
        remotePort,
        bodyLength,
        bodyComplete,
        rejectionCode,
        target,
        rejectionBytes,
        body,
      },
      status,
    )
    const result = this.#insert.run(
      receivedAt,
      method,
      httpVersion,
      remoteAddress,
      remotePort,
      bodyLength,
      bodyComplete,
      status,
      planned.id,
      rejectionCode,
      headers.headerSet,
      target,
      headers.own,
      rejectionBytes,
      body,
      seal,
      sharedSeal(headers.checksum, planned.checksum),
    )
    return Number(result.lastInsertRowid)
  }
}

function bytesToColumn(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined || bytes.byteLength === 0 ? null : viewOf(bytes)
}
