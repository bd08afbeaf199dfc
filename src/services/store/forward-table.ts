/** Attempts to hand postbacks on, to their rows and back. */
import { Buffer } from 'node:buffer'
import type { Database } from 'better-sqlite3'
import { type ForwardAttempt, forwardAttemptSchema, type NewForwardAttempt } from '../../core/forward-records.ts'
import { type Column, viewOf, wireFromColumn, wireToColumn } from './exact-text.ts'
import { headersFromColumn, headersToColumn } from './raw-headers.ts'

interface ForwardRow {
  readonly id: number
  readonly request: number
  readonly attempt: number
  readonly mode: string
  readonly started_at: number
  readonly connect_ms: number | null
  readonly first_byte_ms: number | null
  readonly total_ms: number
  readonly remote_address: string | null
  readonly failure_code: string | null
  readonly failure_sentence: string | null
  readonly retry_at: number | null
  readonly status: number | null
  readonly status_text: Column
  readonly body_length: number | null
  readonly url: Column
  readonly headers: Column
  readonly body: Uint8Array | null
}

/** All of them, or none. */
export function writeForwards(database: Database, attempts: readonly NewForwardAttempt[]): ForwardAttempt[] {
  return database.transaction(() => attempts.map((attempt) => writeForward(database, attempt))).immediate()
}

function writeForward(database: Database, attempt: NewForwardAttempt): ForwardAttempt {
  const { reply, failure } = attempt
  // Removed from the history meanwhile: nobody could ask for it any more.
  const removed = database
    .prepare<[number, number], number>(
      `SELECT 1 FROM sqlite_sequence WHERE name = 'request' AND seq >= ? AND NOT EXISTS (SELECT 1 FROM request WHERE id = ?)`,
    )
    .get(attempt.postbackId, attempt.postbackId)
  if (removed !== undefined) return { ...attempt, id: 0, attempt: 0 }
  const row = database
    .prepare<unknown[], { id: number; attempt: number }>(
      `INSERT INTO forward_attempt (request, attempt, mode, started_at, connect_ms, first_byte_ms, total_ms,
         remote_address, failure_code, failure_sentence, retry_at, status, status_text, body_length, url, headers, body)
       VALUES (?, (SELECT coalesce(max(attempt), 0) + 1 FROM forward_attempt WHERE request = ?),
         ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id, attempt`,
    )
    .get(
      attempt.postbackId,
      attempt.postbackId,
      attempt.mode,
      attempt.startedAt,
      attempt.connectMs,
      attempt.firstByteMs,
      attempt.totalMs,
      attempt.remoteAddress,
      failure?.code ?? null,
      failure?.sentence ?? null,
      attempt.retryAt,
      reply?.status ?? null,
      wireToColumn(reply?.statusText ?? null),
      reply?.bodyLength ?? null,
      wireToColumn(attempt.url),
      reply === null ? null : headersToColumn(reply.rawHeaders),
      reply === null ? null : Buffer.from(reply.bodyBase64, 'base64'),
    )
  if (row === undefined) throw new Error('The attempt has no row.')
  return { ...attempt, id: row.id, attempt: row.attempt }
}

/** Of one postback, oldest first. */
export function readForwards(database: Database, postbackId: number): ForwardAttempt[] {
  return database
    .prepare<[number], ForwardRow>('SELECT * FROM forward_attempt WHERE request = ? ORDER BY attempt')
    .all(postbackId)
    .map(forwardFromRow)
}

function forwardFromRow(row: ForwardRow): ForwardAttempt {
  return forwardAttemptSchema.parse({
    id: row.id,
    postbackId: row.request,
    attempt: row.attempt,
    mode: row.mode,
    url: wireFromColumn(row.url),
    startedAt: row.started_at,
    connectMs: row.connect_ms,
    firstByteMs: row.first_byte_ms,
    totalMs: row.total_ms,
    remoteAddress: row.remote_address,
    reply:
      row.status === null
        ? null
        : {
            status: row.status,
            statusText: wireFromColumn(row.status_text) ?? '',
            rawHeaders: headersFromColumn(row.headers),
            bodyBase64: viewOf(row.body ?? new Uint8Array()).toString('base64'),
            bodyLength: row.body_length,
          },
    failure: row.failure_code === null ? null : { code: row.failure_code, sentence: row.failure_sentence },
    retryAt: row.retry_at,
  })
}
