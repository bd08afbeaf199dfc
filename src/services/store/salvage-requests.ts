/** Requests and what belongs to them, from a damaged history into the new one. */
import { crc32 } from 'node:zlib'
import type { Database, Statement } from 'better-sqlite3'
import { z } from 'zod'
import { MARK_COLOURS } from '../../core/mark.ts'
import { type BatchTables, readSafely } from './commit-batch.ts'
import { viewOf, wireFromColumn } from './exact-text.ts'
import { readForwards } from './forward-table.ts'
import { headersChecksum } from './header-sets.ts'
import { headersFromColumn } from './raw-headers.ts'
import { requestSeal, sharedHalves, sharedSeal } from './request-seal.ts'
import { REQUEST_COLUMNS, REQUEST_TABLES, type RequestRow, requestFromRow } from './request-table.ts'
import type { Value } from './salvage-record.ts'
import type { Row } from './salvage-schema.ts'
import type { SalvageCounts } from './salvage-state.ts'

/** The tables that are read in slices, requests first: what belongs to one that is not there is dropped. */
export const SLICED_TABLES = [
  'request',
  'reply_outcome',
  'relayed_reply',
  'mark',
  'forward_attempt',
  'request_origin',
] as const
export type SlicedTable = (typeof SLICED_TABLES)[number]

/** What became of one row. */
export type Fate = 'saved' | 'incomplete' | 'spoiled' | 'orphan' | 'known'

/** The end of year 5138, in ms. */
const LATEST_TIME = 100_000_000_000_000
const LOST_REPLY = JSON.stringify([[], '', 0])
const NOTHING = new Uint8Array()

const integer = z.int()
const bit = z.union([z.literal(0), z.literal(1)])
const bytesOrText = z.union([z.string(), z.instanceof(Uint8Array)])
const ownSchema = z.object({
  id: integer.min(1),
  received_at: integer.min(1).max(LATEST_TIME),
  method: bytesOrText.nullable(),
  http_version: z
    .string()
    .regex(/^\d\.\d$/)
    .nullable(),
  remote_address: z.string().max(100).nullable(),
  remote_port: integer.min(0).max(65_535).nullable(),
  body_length: integer.min(0),
  body_complete: bit,
  reply_status: integer.min(100).max(999),
  planned_reply: integer,
  rejection_code: z.string().nullable(),
  header_set: integer.nullable(),
  target: bytesOrText.nullable(),
  headers: bytesOrText.nullable(),
  rejection_bytes: z.instanceof(Uint8Array).nullable(),
  body: z.instanceof(Uint8Array).nullable(),
  seal: integer.nullable(),
  shared_seal: integer.nullable(),
})
const planSchema = z.tuple([z.array(z.tuple([z.string(), z.string()])), z.string(), z.number()]).rest(z.string())
const relayedSchema = z.tuple([z.array(z.tuple([z.string(), z.string()])), z.string()]).rest(z.unknown())
const markSchema = z.object({ pinned: bit, colour: z.enum(MARK_COLOURS).nullable(), note: bytesOrText.nullable() })

export class SalvagedRequests {
  readonly #database: Database
  readonly #tables: BatchTables
  readonly #headers: Statement<[number], string | Uint8Array>
  readonly #plan: Statement<[number], string>
  readonly #read: Statement<[number], RequestRow>
  readonly #receivedAt: Statement<[number], number>
  readonly #drop: Statement<[number]>
  readonly #inserts = new Map<string, Statement>()
  #lostReply: number | null = null

  constructor(database: Database, tables: BatchTables) {
    this.#database = database
    this.#tables = tables
    this.#headers = database
      .prepare<[number], string | Uint8Array>('SELECT content FROM header_set WHERE id = ?')
      .pluck()
    this.#plan = database.prepare<[number], string>('SELECT content FROM planned_reply WHERE id = ?').pluck()
    this.#read = database.prepare(`SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_TABLES} WHERE q.id = ?`)
    this.#receivedAt = database.prepare<[number], number>('SELECT received_at FROM request WHERE id = ?').pluck()
    this.#drop = database.prepare('DELETE FROM request WHERE id = ?')
  }

  /** Inside the caller's transaction. */
  put(table: SlicedTable, row: Row): Fate {
    return table === 'request' ? this.#putRequest(row) : this.#putOther(table, row)
  }

  #putRequest(row: Row): Fate {
    const own = ownSchema.safeParse(row)
    if (!own.success || !isSealed(own.data)) return 'spoiled'
    const { data } = own
    if ((data.body?.length ?? 0) > data.body_length) return 'spoiled'
    const shared = this.#sharedOf(data)
    if (shared === null) return 'spoiled'
    if (!this.#insert('request', { ...data, ...shared.columns })) return 'known'
    const stored = this.#read.get(data.id)
    if (stored === undefined || !reads(stored)) {
      this.#drop.run(data.id)
      return 'spoiled'
    }
    // Possible duplicates are found by the re-reading that follows: not all earlier requests are there yet.
    const { endpoints, readings } = this.#tables
    const request = requestFromRow(stored)
    const reading = readSafely(request, endpoints)
    readings.insert(data.id, request, reading, endpoints.keyOf(reading.endpointId))
    return shared.whole ? 'saved' : 'incomplete'
  }

  /** Headers and reply that this request shares with others, as far as they are still there and are the right ones. */
  #sharedOf(row: z.infer<typeof ownSchema>): { whole: boolean; columns: Row } | null {
    const shared = row.header_set === null ? null : this.#headers.get(row.header_set)
    const plan = this.#plan.get(row.planned_reply)
    const wanted = row.shared_seal === null ? null : sharedHalves(row.shared_seal)
    const found = sharedHalves(sharedSeal(headersChecksum(shared ?? null, row.headers), crc32(plan ?? '')))
    const headersFit =
      shared !== undefined &&
      headersRead(shared ?? '', true) &&
      headersRead(row.headers ?? '') &&
      (wanted === null || wanted.headers === found.headers)
    const planFits = plan !== undefined && planReads(plan) && (wanted === null || wanted.reply === found.reply)
    // Headers of its own that are not as they were: the row is not.
    if (!headersFit && row.header_set === null && wanted !== null) return null
    return {
      whole: headersFit && planFits,
      columns: {
        header_set: headersFit ? row.header_set : null,
        headers: headersFit ? row.headers : null,
        planned_reply: planFits ? row.planned_reply : this.#lostReplyId(),
        // A row that is not whole any more is not what its seal says.
        shared_seal: headersFit && planFits ? row.shared_seal : null,
      },
    }
  }

  #lostReplyId(): number {
    this.#lostReply ??= Number(
      this.#database.prepare('INSERT INTO planned_reply (content) VALUES (?)').run(LOST_REPLY).lastInsertRowid,
    )
    return this.#lostReply
  }

  #putOther(table: Exclude<SlicedTable, 'request'>, row: Row): Fate {
    const isNamed = table === 'forward_attempt' || table === 'relayed_reply'
    const request = Number(row[isNamed ? 'request' : 'id'])
    const receivedAt = this.#receivedAt.get(request)
    if (receivedAt === undefined) return 'orphan'
    if (!isSound(table, row, receivedAt)) return 'spoiled'
    if (!this.#insert(table, row)) return 'known'
    if (table === 'forward_attempt' && !this.#forwardsRead(request)) {
      this.#database.prepare('DELETE FROM forward_attempt WHERE id = ?').run(row['id'])
      return 'spoiled'
    }
    return 'saved'
  }

  #forwardsRead(request: number): boolean {
    try {
      readForwards(this.#database, request)
      return true
    } catch {
      return false
    }
  }

  #insert(table: SlicedTable, row: Row): boolean {
    const names = Object.keys(row)
    let statement = this.#inserts.get(table)
    if (statement === undefined) {
      const values = names.map((name) => `@${name}`).join(', ')
      statement = this.#database.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${values})`)
      this.#inserts.set(table, statement)
    }
    return statement.run(row).changes > 0
  }
}

function isSealed(row: z.infer<typeof ownSchema>): boolean {
  if (row.seal === null) return true
  const columns = {
    receivedAt: row.received_at,
    method: row.method,
    httpVersion: row.http_version,
    remoteAddress: row.remote_address,
    remotePort: row.remote_port,
    bodyLength: row.body_length,
    bodyComplete: row.body_complete,
    rejectionCode: row.rejection_code,
    target: row.target,
    rejectionBytes: row.rejection_bytes,
    body: row.body,
  }
  return requestSeal(columns, row.reply_status) === row.seal
}

function reads(row: RequestRow): boolean {
  try {
    requestFromRow(row)
    return true
  } catch {
    return false
  }
}

const BLOCK = /^(?:[^:\r\n ]+: [^\r\n]*\r\n)*$/
const SHARED_BLOCK = /^(?:[^:\r\n ]+: [^\r\n]*\r\n|\0[^:\r\n ]*\r\n)*$/

/** What is shared may have lines of which only the name stands there. */
function headersRead(column: string | Uint8Array, isShared = false): boolean {
  try {
    if (column === '') return true
    // A block that lost its end, or a colon, would give other headers than it was made of.
    const block = typeof column === 'string' ? '' : viewOf(column).toString('latin1')
    if (!(isShared ? SHARED_BLOCK : BLOCK).test(block)) return false
    headersFromColumn(column)
    return true
  } catch {
    return false
  }
}

function planReads(content: string): boolean {
  try {
    return planSchema.safeParse(JSON.parse(content)).success
  } catch {
    return false
  }
}

/** What of a row can be held against the request that it belongs to, and against itself. */
function isSound(table: Exclude<SlicedTable, 'request'>, row: Row, receivedAt: number): boolean {
  const { sent_at: sentAt, duration_ms: duration } = row
  switch (table) {
    case 'reply_outcome':
      return (
        bit.safeParse(row['sender_gone']).success &&
        (typeof sentAt === 'number' ? duration === Math.max(0, sentAt - receivedAt) : duration === null)
      )
    case 'relayed_reply':
      return relayedReads(row['content'])
    case 'mark':
      return markSchema.safeParse(row).success
    case 'forward_attempt':
      return forwardReads(row)
    case 'request_origin':
      return row['received_at'] === receivedAt
  }
}

function relayedReads(content: Value | undefined): boolean {
  try {
    return relayedSchema.safeParse(JSON.parse(String(content))).success
  } catch {
    return false
  }
}

function forwardReads({ url, headers, body, body_length: length }: Row): boolean {
  try {
    const text = typeof url === 'number' || url === undefined ? null : wireFromColumn(url)
    const column = typeof headers === 'number' || headers === undefined ? null : headers
    const kept = body instanceof Uint8Array ? body : NOTHING
    const fitsLength = typeof length !== 'number' || kept.length <= length
    return text !== null && (column === null || headersRead(column)) && fitsLength
  } catch {
    return false
  }
}

/** Adds one row's fate to the counts. */
export function counted(counts: SalvageCounts, table: SlicedTable, fate: Fate): SalvageCounts {
  if (fate === 'orphan') return { ...counts, orphans: counts.orphans + 1 }
  if (fate === 'known') return counts
  if (fate === 'spoiled') return table === 'request' ? { ...counts, spoiled: counts.spoiled + 1 } : counts
  const incomplete = counts.incomplete + (fate === 'incomplete' ? 1 : 0)
  switch (table) {
    case 'request':
      return { ...counts, requests: counts.requests + 1, incomplete }
    case 'mark':
      return { ...counts, marks: counts.marks + 1 }
    case 'forward_attempt':
      return { ...counts, forwards: counts.forwards + 1 }
    default:
      return counts
  }
}
