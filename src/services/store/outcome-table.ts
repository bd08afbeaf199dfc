import type { Database, Statement } from 'better-sqlite3'
import type { StoredReply } from './messages.ts'
import { SEAL_WITH_STATUS } from './request-seal.ts'

/** What became of replies. The duration is kept with it, so that it can be sorted by. */
export class OutcomeTable {
  readonly #receivedAt: Statement<[number], number>
  readonly #put: Statement
  readonly #putStatus: Statement
  readonly #putActual: Statement

  constructor(database: Database) {
    this.#receivedAt = database.prepare<[number], number>('SELECT received_at FROM request WHERE id = ?').pluck()
    this.#put = database.prepare(
      'INSERT OR REPLACE INTO reply_outcome (id, sent_at, sender_gone, duration_ms) VALUES (?, ?, ?, ?)',
    )
    this.#putStatus = database.prepare(
      `UPDATE request SET reply_status = @status, seal = ${SEAL_WITH_STATUS} WHERE id = @id`,
    )
    this.#putActual = database.prepare('INSERT OR REPLACE INTO relayed_reply (request, content) VALUES (?, ?)')
  }

  /** Without effect where there is no such request. */
  put(reply: StoredReply): void {
    const receivedAt = this.#receivedAt.get(reply.id)
    if (receivedAt === undefined) return
    const { sentAt, senderGone } = reply
    this.#put.run(reply.id, sentAt, senderGone ? 1 : 0, sentAt === null ? null : Math.max(0, sentAt - receivedAt))
    if (reply.actual === undefined) return
    const { status, headers, body } = reply.actual
    if (this.#putStatus.run({ status, id: reply.id }).changes > 0) {
      this.#putActual.run(reply.id, JSON.stringify([headers, body]))
    }
  }
}
