/** An import under way: a history of its own beside the real one, until all of it is there. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database, { type Statement } from 'better-sqlite3'
import type { ArchivedEndpoint, ArchivedRequest } from '../../core/archive.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import type { CapturedRequest } from '../../core/postback.ts'
import { readSafely } from './commit-batch.ts'
import { EndpointTable } from './endpoint-table.ts'
import { writeMark } from './mark-table.ts'
import { MIGRATIONS } from './migrations/all.ts'
import { migrate } from './migrations/runner.ts'
import { ReadingTable } from './reading-table.ts'
import { RequestTable } from './request-table.ts'

/** The file of an import under way. One that a crash left behind is removed at the next start. */
export function stagingFile(folder: string): string {
  return join(folder, 'import-under-way.db')
}

export function removeStaging(folder: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${stagingFile(folder)}${suffix}`, { force: true })
}

/**
 * Takes an archive's requests into a file of its own with the history's own tables: a capture waits for one slice at
 * most. Nothing needs to survive here: whatever breaks off, the file is thrown away.
 */
export class ImportStaging {
  readonly archived: readonly ArchivedEndpoint[]
  readonly #database: Database.Database
  readonly #endpoints: EndpointTable
  readonly #readings: ReadingTable
  readonly #requests: RequestTable
  readonly #insertOutcome: Statement
  readonly #insertRelayed: Statement
  readonly #insertOrigin: Statement
  readonly #own: string
  #newest = 0
  readonly #arrivedHere: Statement<[number, number], number>
  readonly #importedHere: Statement<[string, number, number], number>

  /** `main` is the history, `own` its installation's id, `endpoints` those that requests are read with. */
  constructor(
    folder: string,
    main: Database.Database,
    own: string,
    archived: readonly ArchivedEndpoint[],
    endpoints: readonly Endpoint[],
  ) {
    removeStaging(folder)
    this.archived = archived
    this.#own = own
    const database = new Database(stagingFile(folder))
    this.#database = database
    try {
      database.pragma('page_size = 8192')
      database.pragma('journal_mode = OFF')
      database.pragma('synchronous = OFF')
      migrate(database, MIGRATIONS)
      dropIndexes(database)
      const insertEndpoint = database.prepare('INSERT INTO endpoint (id, name_key, config) VALUES (?, ?, ?)')
      for (const { id, ...config } of endpoints) insertEndpoint.run(id, '', JSON.stringify(config))
      this.#endpoints = new EndpointTable(database)
      this.#readings = new ReadingTable(database)
      this.#requests = new RequestTable(database)
      this.#insertOutcome = database.prepare(
        'INSERT INTO reply_outcome (id, sent_at, sender_gone, duration_ms) VALUES (?, ?, ?, ?)',
      )
      this.#insertRelayed = database.prepare('INSERT INTO relayed_reply (request, content) VALUES (?, ?)')
      this.#insertOrigin = database.prepare(
        'INSERT OR IGNORE INTO request_origin (id, installation, origin_id, received_at) VALUES (?, ?, ?, ?)',
      )
      this.#arrivedHere = main
        .prepare<[number, number], number>(
          `SELECT 1 FROM request q WHERE q.id = ? AND q.received_at = ?
           AND NOT EXISTS (SELECT 1 FROM request_origin f WHERE f.id = q.id)`,
        )
        .pluck()
      this.#importedHere = main
        .prepare<[string, number, number], number>(
          'SELECT 1 FROM request_origin WHERE installation = ? AND origin_id = ? AND received_at = ?',
        )
        .pluck()
    } catch (error) {
      this.drop(folder)
      throw error
    }
  }

  /** Takes those that are not known yet. */
  add(requests: readonly ArchivedRequest[]): { added: number; known: number } {
    let added = 0
    this.#database.transaction(() =>
      this.#readings.tally.keep(() => {
        for (const request of requests) if (this.#take(request)) added += 1
      }),
    )()
    return { added, known: requests.length - added }
  }

  /** Lets go of the file, so that the history can read it. */
  close(): void {
    this.#database.close()
  }

  drop(folder: string): void {
    this.#database.close()
    removeStaging(folder)
  }

  #take(archived: ArchivedRequest): boolean {
    const { installation, id: originId, receivedAt } = archived
    if (installation === this.#own && this.#arrivedHere.get(originId, receivedAt) !== undefined) return false
    if (this.#importedHere.get(installation, originId, receivedAt) !== undefined) return false
    const request = toCaptured(archived)
    const next = this.#newest + 1
    // An archive that has the same request twice gives it once.
    if (this.#insertOrigin.run(next, installation, originId, receivedAt).changes === 0) return false
    const id = this.#requests.insertWith(request, archived.reply.status, JSON.stringify(archived.reply.plan))
    this.#newest = id
    // Possible duplicates are found by the re-reading that follows: here is no history to look them up in.
    const reading = readSafely(request, this.#endpoints)
    this.#readings.insert(id, request, reading, this.#endpoints.keyOf(reading.endpointId))
    const { outcome, mark } = archived
    if (archived.reply.relayed !== null) this.#insertRelayed.run(id, JSON.stringify(archived.reply.relayed))
    if (outcome !== null) {
      const durationMs = outcome.sentAt === null ? null : Math.max(0, outcome.sentAt - receivedAt)
      this.#insertOutcome.run(id, outcome.sentAt, outcome.senderGone ? 1 : 0, durationMs)
    }
    if (mark !== null) writeMark(this.#database, id, mark)
    return true
  }
}

/** They would only be built here to be read once; the history's own are kept up when the rows get there. */
function dropIndexes(database: Database.Database): void {
  const names = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .pluck()
    .all()
  for (const name of names) if (name !== 'request_origin_once') database.exec(`DROP INDEX "${name}"`)
}

function toCaptured(archived: ArchivedRequest): CapturedRequest {
  const { rejection } = archived
  return {
    receivedAt: archived.receivedAt,
    remoteAddress: archived.remoteAddress,
    remotePort: archived.remotePort,
    httpVersion: archived.httpVersion,
    method: archived.method,
    target: archived.target,
    rawHeaders: archived.headers,
    body: Buffer.from(archived.body, 'base64'),
    bodyLength: archived.bodyLength,
    bodyComplete: archived.bodyComplete,
    rejection:
      rejection === null ? null : { code: rejection.code, firstBytes: Buffer.from(rejection.firstBytes, 'base64') },
  }
}
