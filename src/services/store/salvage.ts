/**
 * Takes what can be read of a damaged history into the new one. The small things at once, before anything is captured;
 * requests and what belongs to them in slices, behind the captures, and on after a crash.
 */
import { basename, join, sep } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Notice } from '../../core/status.ts'
import type { BatchTables } from './commit-batch.ts'
import { DamagedFile } from './salvage-file.ts'
import { highestOf } from './salvage-highest.ts'
import { salvageOver, salvageUnderWay } from './salvage-notice.ts'
import { counted, SalvagedRequests, SLICED_TABLES } from './salvage-requests.ts'
import { tablesOfHistory } from './salvage-schema.ts'
import { salvageSmall } from './salvage-small.ts'
import {
  NO_COUNTS,
  readSalvageState,
  type SalvageCounts,
  type SalvageState,
  writeSalvageState,
} from './salvage-state.ts'
import { type Leaf, SalvageTree } from './salvage-tree.ts'

/** A capture waits this long for a slice, in ms; each ends with a whole page. */
const SLICE_MS = 8

export class Salvage {
  readonly #database: Database
  readonly #folder: string
  readonly #file: DamagedFile
  readonly #tree: SalvageTree
  #requests: SalvagedRequests | null = null
  #state: SalvageState
  #leaves: { readonly table: number; readonly all: readonly Leaf[] } | null = null
  #over = false
  #closed = false

  private constructor(database: Database, folder: string, state: SalvageState) {
    this.#database = database
    this.#folder = folder
    this.#state = state
    this.#file = new DamagedFile(join(folder, state.aside))
    this.#tree = new SalvageTree(this.#file, tablesOfHistory())
  }

  /** Into a new, empty history: all or nothing of the small things. `aside` is the damaged file. */
  static begin(database: Database, folder: string, damage: { aside: string; why: string }): Salvage {
    const aside = basename(damage.aside)
    const first: SalvageState = { aside, why: damage.why, table: 0, page: 0, about: null, counts: NO_COUNTS }
    const salvage = new Salvage(database, folder, first)
    try {
      salvage.#state = database.transaction(() => salvage.#takeSmall(first)).immediate()
      return salvage
    } catch (error) {
      salvage.close()
      throw error
    }
  }

  /** One that a crash or a quit broke off, null where there is none. */
  static resume(database: Database, folder: string): Salvage | null {
    const state = readSalvageState(database)
    return state === null ? null : new Salvage(database, folder, state)
  }

  get over(): boolean {
    return this.#over
  }

  notice(): Notice {
    const folder = `${this.#folder}${sep}`
    return this.#over ? salvageOver(folder, this.#state) : salvageUnderWay(folder, this.#state)
  }

  get saved(): number {
    return this.#state.counts.requests
  }

  /** The next pages. Nothing is lost with them where it throws: they are read again. */
  slice(tables: BatchTables): void {
    if (this.#over) return
    this.#requests ??= new SalvagedRequests(this.#database, tables)
    const requests = this.#requests
    // The cursor goes with the rows, and the damaged file stays: the power may fail.
    this.#database.pragma('synchronous = NORMAL')
    try {
      const { state, over } = this.#database
        .transaction(() => tables.readings.tally.keep(() => this.#readSlice(requests)))
        .immediate()
      this.#state = state
      this.#over = over
    } finally {
      this.#database.pragma('synchronous = FULL')
    }
    if (this.#over) this.close()
  }

  /** Lets go of the damaged file. A second time does nothing. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#file.close()
  }

  #takeSmall(first: SalvageState): SalvageState {
    const counts = salvageSmall(this.#database, this.#tree, first.counts)
    const highest = highestOf(this.#tree)
    this.#reserve('request', highest.request)
    this.#reserve('forward_attempt', highest.forward)
    const state = { ...first, about: highest.about, counts }
    writeSalvageState(this.#database, state)
    return state
  }

  /** New rows of this table get numbers above it. */
  #reserve(table: string, highest: number): void {
    if (highest <= 0) return
    this.#database.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(table)
    this.#database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, highest)
  }

  #readSlice(requests: SalvagedRequests): { state: SalvageState; over: boolean } {
    const end = performance.now() + SLICE_MS
    let state = this.#state
    while (performance.now() < end) {
      const table = SLICED_TABLES[state.table]
      if (table === undefined) {
        writeSalvageState(this.#database, null)
        return { state, over: true }
      }
      const { page } = state
      if (this.#leaves?.table !== state.table) this.#leaves = { table: state.table, all: this.#tree.leavesOf(table) }
      const leaf = firstAfter(this.#leaves.all, page)
      if (leaf === undefined) {
        state = nextTable(state)
        continue
      }
      let { counts } = state
      const { rows, missing } = this.#tree.rowsOf(table, leaf)
      for (const row of rows) counts = counted(counts, table, requests.put(table, row))
      if (table === 'request') counts = { ...counts, spoiled: counts.spoiled + missing }
      state = pageDone(state, leaf.page, counts)
    }
    writeSalvageState(this.#database, state)
    return { state, over: false }
  }
}

function nextTable(state: SalvageState): SalvageState {
  return { ...state, table: state.table + 1, page: 0 }
}

function pageDone(state: SalvageState, page: number, counts: SalvageCounts): SalvageState {
  return { ...state, page, counts }
}

/** Leaves are in the order of their pages. */
function firstAfter(leaves: readonly Leaf[], page: number): Leaf | undefined {
  let from = 0
  let to = leaves.length
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((leaves[middle]?.page ?? 0) > page) to = middle
    else from = middle + 1
  }
  return leaves[from]
}
