/** Finds the earlier postback that one is a possible duplicate of. */
import type { Database, Statement } from 'better-sqlite3'
import { duplicateKey, isPossibleDuplicate, withPossibleDuplicate } from '../../core/duplicate.ts'
import { type Mapping, TRANSACTION_ID_FIELD } from '../../core/endpoint.ts'
import type { Reading } from '../../core/postback.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import { DeliveryGap, type HashedDelivery } from './delivery-gap.ts'
import { deliveryHash } from './delivery-hash.ts'
import { DeliveryMemory, IDS_EACH } from './delivery-memory.ts'
import type { EndpointTable } from './endpoint-table.ts'
import { type Column, textFromColumn, textToColumn } from './exact-text.ts'
import { OWN_READING_COLUMNS, type ReadingRow, readingFromRow, transactionIdOf } from './reading-table.ts'
import { type DeliveryIndex, FOUND } from './search-index/delivery-index.ts'

/** So many of the newest requests are remembered at most when the history is opened. */
const REMEMBERED_AT_START = 20_000
/** Up to so many rows that are neither remembered nor in the index are looked at for each capture. */
const LOOKED_AT = 1000
/** So many earlier ones are looked at where those that came last were removed. */
const MOST_FOUND = 10_000

type Candidate = Omit<ReadingRow, 'endpoint_id'> & {
  readonly id: number
  readonly received_at: number
  readonly transaction_id: Column
}
type DeliveryRow = Pick<Candidate, 'id' | 'received_at' | 'endpoint' | 'user_id' | 'amount_text' | 'transaction_id'>

const POSTBACK = String(KIND_NUMBERS.postback)

const CANDIDATE = `SELECT r.id, r.received_at, ${OWN_READING_COLUMNS}, r.transaction_id FROM reading r WHERE r.id = ?`
const DELIVERIES = `SELECT id, received_at, endpoint, user_id, amount_text, transaction_id FROM reading
  WHERE id > ? AND id <= ? AND +kind = ${POSTBACK} AND user_id IS NOT NULL AND amount_text IS NOT NULL ORDER BY id`
/** What is neither remembered nor in the index. */
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
  /** Fewer than usual, for tests: how many of the newest are remembered at the start, how many hashes at all, how many rows looked at. */
  readonly remembered?: { readonly atStart: number; readonly hashes: number; readonly lookedAt: number }
}

export class DuplicateLookup {
  readonly #options: DuplicateLookupOptions
  readonly #candidate: Statement<[number], Candidate>
  readonly #deliveries: Statement<[number, number], DeliveryRow>
  readonly #unindexed: Statement<[number, number, Column, Column, number | null, number, number], number>
  readonly #latestUpTo: Statement<[number], number>
  readonly #newest: Statement<[], number | null>
  readonly #gap: DeliveryGap
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
    this.#gap = new DeliveryGap((after, until) => this.#hashed(after, until))
  }

  *#hashed(after: number, until: number): Iterable<HashedDelivery> {
    for (const row of this.#deliveries.iterate(after, until)) {
      yield { id: row.id, receivedAt: row.received_at, hashes: hashesOfRow(row) }
    }
  }

  /** What a walk through the readings in order of arrival knows behind `id`: the latest deliveries up to it. */
  remember(id: number): DeliveryMemory {
    const { index, generation, remembered } = this.#options
    const atStart = remembered?.atStart ?? REMEMBERED_AT_START
    const floor = Math.max(Math.min(index.through(generation()), id), id - atStart, 0)
    const memory = new DeliveryMemory(floor, this.#latestUpTo.get(floor), remembered?.hashes)
    for (const { id: other, receivedAt, hashes } of this.#hashed(floor, id)) {
      for (const hash of hashes) memory.add(hash, other, receivedAt)
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
    const known = wanted.hashes.map((hash) => memory.idsOf(hash))
    const earlier =
      this.#newestOf(wanted, known.flat()) ??
      // All that is remembered of one was removed from the history: what came before it may have stayed.
      (known.some((ids) => ids.length >= IDS_EACH) ? this.#before(wanted, wanted.id - 1) : null) ??
      (memory.floor === 0 ? null : this.#forgotten(wanted, memory))
    if (earlier === null) return wanted.reading
    return withPossibleDuplicate(wanted.reading, { id: earlier.id, receivedAt: earlier.received_at }, wanted.receivedAt)
  }

  /** One that the memory does not go back to: by the index, and beyond it row by row. */
  #forgotten(wanted: Wanted, memory: DeliveryMemory): Candidate | null {
    const windowMs = wanted.mapping.duplicateWindowMinutes * 60_000
    return memory.hasForgotten(wanted.receivedAt - windowMs) ? this.#before(wanted, memory.floor) : null
  }

  /** The same up to this id. */
  #before(wanted: Wanted, floor: number): Candidate | null {
    const { index, generation, rereading, remembered } = this.#options
    const { receivedAt, mapping, hashes, id } = wanted
    const windowMs = mapping.duplicateWindowMinutes * 60_000
    const [from, to] = [receivedAt - windowMs, receivedAt + windowMs]
    let through = index.through(generation())
    const indexed: number[] = []
    for (const hash of through === 0 ? [] : hashes) {
      const ids = this.#indexed(hash, from, to, id)
      if (ids === null) through = 0
      else indexed.push(...ids)
    }
    if (through >= floor) this.#gap.covered(through)
    if (through >= floor || rereading()) return this.#newestOf(wanted, indexed)
    if (floor - through > (remembered?.lookedAt ?? LOOKED_AT)) {
      const known = this.#gap.idsOf(hashes, through, floor, generation())
      const found = this.#newestOf(wanted, [...known.flat(), ...indexed])
      // As above: these may have been removed.
      if (found !== null || !known.some((ids) => ids.length >= IDS_EACH)) return found
    }
    return this.#newestOf(wanted, [...this.#unread(wanted, through, floor, from, to), ...indexed])
  }

  /** Row by row. */
  #unread({ reading }: Wanted, after: number, until: number, from: number, to: number): readonly number[] {
    const { userId, rewardAmount, endpointId } = reading
    const endpoint = this.#options.endpoints.keyOf(endpointId)
    return this.#unindexed.all(after, until, textToColumn(userId), textToColumn(rewardAmount), endpoint, from, to)
  }

  /** The newest that the index has, and more of them where those were removed. Null where it cannot be read. */
  #indexed(hash: number, from: number, to: number, before: number): readonly number[] | null {
    const { index } = this.#options
    const ids = index.newest(hash, from, to, before)
    const isGone = ids !== null && ids.length >= FOUND && ids.every((id) => this.#candidate.get(id) === undefined)
    return isGone ? index.newest(hash, from, to, before, MOST_FOUND) : ids
  }

  /** Of those that are the same delivery within the window the one that came last. */
  #newestOf({ reading, id, receivedAt, mapping }: Wanted, ids: readonly number[]): Candidate | null {
    // Ids are the order of arrival; the clock may have been set back in between.
    for (const other of ids.length < 2 ? ids : ids.toSorted((a, b) => b - a)) {
      const row = other < id ? this.#candidate.get(other) : undefined
      if (row === undefined || row.kind !== KIND_NUMBERS.postback) continue
      const earlier = this.#readingOf(row)
      if (isPossibleDuplicate({ ...reading, receivedAt }, { ...earlier, receivedAt: row.received_at }, mapping))
        return row
    }
    return null
  }

  /** As far as it says whether another one repeats it. */
  #readingOf(row: Candidate): Reading {
    const value = textFromColumn(row.transaction_id)
    const reading = readingFromRow({ ...row, extras: null, endpoint_id: this.#idOf(row.endpoint) }, null)
    return value === null ? reading : { ...reading, extras: [{ field: TRANSACTION_ID_FIELD, param: '', value }] }
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
