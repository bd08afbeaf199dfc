/** Finds the earlier postback that one is a possible duplicate of. */
import type { Database, Statement } from 'better-sqlite3'
import { duplicateKey, isPossibleDuplicate, withPossibleDuplicate } from '../../core/duplicate.ts'
import { type Mapping, TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { Reading } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import { deliveryHash } from './delivery-hash.ts'
import { DeliveryMemory } from './delivery-memory.ts'
import type { EndpointTable } from './endpoint-table.ts'
import { type Column, textToColumn } from './exact-text.ts'
import { OWN_READING_COLUMNS, type ReadingRow, readingFromRow, transactionIdOf } from './reading-table.ts'
import type { DeliveryIndex } from './search-index/delivery-index.ts'

/** So many of the newest requests are remembered at most when the history is opened. */
const REMEMBERED_AT_START = 20_000

type Candidate = Omit<ReadingRow, 'endpoint_id'> & { readonly id: number; readonly received_at: number }
type DeliveryRow = Pick<Candidate, 'id' | 'received_at' | 'endpoint' | 'user_id' | 'amount_text'> & {
  readonly transaction_id: Column
}

const POSTBACK = String(KIND_NUMBERS.postback)

const CANDIDATE = `SELECT r.id, r.received_at, ${OWN_READING_COLUMNS} FROM reading r WHERE r.id = ?`
const DELIVERIES = `SELECT id, received_at, endpoint, user_id, amount_text, transaction_id FROM reading
  WHERE id > ? AND id <= ? AND +kind = ${POSTBACK} AND user_id IS NOT NULL AND amount_text IS NOT NULL ORDER BY id`
/** What is neither remembered nor in the index: row by row. */
const UNINDEXED = `SELECT id FROM reading WHERE id > ? AND id <= ? AND +kind = ${POSTBACK}
  AND +user_id = ? AND amount_text = ? AND +endpoint = ? AND +received_at BETWEEN ? AND ?`

/** One postback as it is looked up. */
interface Wanted {
  readonly reading: Reading
  readonly id: number
  readonly receivedAt: number
  readonly mapping: Mapping
  /** Hashes of what may be the same delivery: two whose transaction ids differ are none. */
  readonly hashes: readonly number[]
}

export interface DuplicateLookupOptions {
  readonly endpoints: EndpointTable
  readonly index: DeliveryIndex
  /** That of the readings as they are now. */
  readonly generation: () => number
  /** Whether all is being read again: what is found late is found then. */
  readonly rereading: () => boolean
  /** Fewer than usual, for tests: how many of the newest are remembered at the start, and how many hashes at all. */
  readonly remembered?: { readonly atStart: number; readonly hashes: number }
}

export class DuplicateLookup {
  readonly #options: DuplicateLookupOptions
  readonly #candidate: Statement<[number], Candidate>
  readonly #deliveries: Statement<[number, number], DeliveryRow>
  readonly #unindexed: Statement<[number, number, Column, Column, number | null, number, number], number>
  readonly #latestUpTo: Statement<[number], number>
  readonly #newest: Statement<[], number | null>
  /** Null before the first one is looked up. */
  #memory: DeliveryMemory | null = null

  constructor(database: Database, options: DuplicateLookupOptions) {
    this.#options = options
    this.#candidate = database.prepare(CANDIDATE)
    this.#deliveries = database.prepare(DELIVERIES)
    this.#unindexed = database
      .prepare<[number, number, Column, Column, number | null, number, number], number>(UNINDEXED)
      .pluck()
    this.#latestUpTo = database
      .prepare<[number], number>('SELECT received_at FROM reading WHERE id <= ? ORDER BY received_at DESC LIMIT 1')
      .pluck()
    this.#newest = database.prepare<[], number | null>('SELECT max(id) FROM reading').pluck()
  }

  /** What a walk through the readings in order of arrival knows behind `id`: the latest deliveries up to it. */
  remember(id: number): DeliveryMemory {
    const { index, generation, remembered } = this.#options
    const atStart = remembered?.atStart ?? REMEMBERED_AT_START
    const floor = Math.max(Math.min(index.through(generation()), id), id - atStart, 0)
    const memory = new DeliveryMemory(floor, this.#latestUpTo.get(floor), remembered?.hashes)
    for (const row of this.#deliveries.iterate(floor, id)) {
      for (const hash of hashesOfRow(row)) memory.add(hash, row.id, row.received_at)
    }
    return memory
  }

  /** From now on captures are compared with what a re-reading has found. */
  adopt(memory: DeliveryMemory): void {
    this.#memory = memory
  }

  /**
   * The reading with the finding of a possible duplicate, where an earlier one is stored; else as it was. Ids must grow
   * from call to call of one memory, which remembers this one from now on; `walked` is that of a re-reading.
   */
  complete(reading: Reading, id: number, receivedAt: number, walked: DeliveryMemory | null = null): Reading {
    const memory = walked ?? (this.#memory ??= this.remember(this.#newest.get() ?? 0))
    const key = duplicateKey(reading)
    const mapping = key === null ? null : this.#options.endpoints.byId(key.endpointId)
    if (key === null || mapping === null) return reading
    const delivery = {
      userId: textToColumn(key.userId),
      amountText: textToColumn(key.amountText),
      endpoint: this.#options.endpoints.keyOf(key.endpointId),
    }
    const transactionId = textToColumn(transactionIdOf(reading))
    const own = deliveryHash({ ...delivery, transactionId })
    const any = transactionId === null ? null : deliveryHash({ ...delivery, transactionId: undefined })
    const completed =
      mapping.duplicateWindowMinutes === 0
        ? reading
        : this.#complete(
            { reading, id, receivedAt, mapping, hashes: hashesToTry(delivery, transactionId, own, mapping) },
            memory,
          )
    memory.add(own, id, receivedAt)
    if (any !== null) memory.add(any, id, receivedAt)
    return completed
  }

  #complete(wanted: Wanted, memory: DeliveryMemory): Reading {
    const found = this.#newestOf(
      wanted,
      wanted.hashes.flatMap((hash) => memory.idsOf(hash)),
    )
    const earlier = found ?? (memory.floor === 0 ? null : this.#forgotten(wanted, memory))
    if (earlier === null) return wanted.reading
    return withPossibleDuplicate(wanted.reading, { id: earlier.id, receivedAt: earlier.received_at }, wanted.receivedAt)
  }

  /** One that the memory does not go back to: by the index, and beyond it row by row. */
  #forgotten(wanted: Wanted, memory: DeliveryMemory): Candidate | null {
    const { index, generation, rereading } = this.#options
    const { receivedAt, mapping, hashes, reading } = wanted
    const windowMs = mapping.duplicateWindowMinutes * 60_000
    const [from, to] = [receivedAt - windowMs, receivedAt + windowMs]
    if (!memory.hasForgotten(from)) return null
    let through = index.through(generation())
    const indexed: number[] = []
    for (const hash of through === 0 ? [] : hashes) {
      const ids = index.newest(hash, from, to, wanted.id)
      if (ids === null) through = 0
      else indexed.push(...ids)
    }
    const others =
      through >= memory.floor || rereading()
        ? []
        : this.#unindexed.all(
            through,
            memory.floor,
            textToColumn(reading.userId),
            textToColumn(reading.rewardAmount),
            this.#options.endpoints.keyOf(reading.endpointId),
            from,
            to,
          )
    return this.#newestOf(wanted, [...others, ...indexed])
  }

  /** Of those that are the same delivery within the window the one that came last. */
  #newestOf({ reading, id, receivedAt, mapping }: Wanted, ids: readonly number[]): Candidate | null {
    // Ids are the order of arrival; the clock may have been set back in between.
    for (const other of ids.length < 2 ? ids : ids.toSorted((a, b) => b - a)) {
      const row = other < id ? this.#candidate.get(other) : undefined
      if (row === undefined || row.kind !== KIND_NUMBERS.postback) continue
      const earlier = readingFromRow({ ...row, endpoint_id: this.#idOf(row.endpoint) })
      if (isPossibleDuplicate({ ...reading, receivedAt }, { ...earlier, receivedAt: row.received_at }, mapping))
        return row
    }
    return null
  }

  #idOf(key: number | null): string | null {
    const { endpoints } = this.#options
    return endpoints.all().find(({ id }) => endpoints.keyOf(id) === key)?.id ?? null
  }
}

/** What a stored delivery is found by. */
export function hashesOfRow(row: DeliveryRow): readonly number[] {
  const delivery = { userId: row.user_id, amountText: row.amount_text, endpoint: row.endpoint }
  const own = deliveryHash({ ...delivery, transactionId: row.transaction_id })
  return row.transaction_id === null ? [own] : [own, deliveryHash({ ...delivery, transactionId: undefined })]
}

function hashesToTry(
  delivery: { readonly userId: Column; readonly amountText: Column; readonly endpoint: number | null },
  transactionId: Column,
  own: number,
  mapping: Mapping,
): readonly number[] {
  // One without an id may be the same as any.
  if (transactionId !== null) return [own, deliveryHash({ ...delivery, transactionId: null })]
  const isMapped = mapping.extraFields.some((extra) => extra.field === TRANSACTION_ID_FIELD)
  return isMapped ? [own, deliveryHash({ ...delivery, transactionId: undefined })] : [own]
}
