/** Between which times the requests of each block of ids arrived, so that a walk for a span can pass blocks by. */
import type { Database } from 'better-sqlite3'
import type { Budget } from './id-walk.ts'
import { prepared } from './statement-cache.ts'

const BLOCK = 4096
const TIMES = 'SELECT min(received_at) AS first, max(received_at) AS last FROM reading WHERE id BETWEEN ? AND ?'

interface Times {
  readonly first: number | null
  readonly last: number | null
}

const known = new WeakMap<Database, TimeBlocks>()

/** Of one connection. `newest` is the greatest id that is stored. */
export function timeBlocksOf(database: Database, newest: number): TimeBlocks {
  let blocks = known.get(database)
  if (blocks === undefined) {
    blocks = new TimeBlocks(database)
    known.set(database, blocks)
  }
  blocks.newest = newest
  return blocks
}

export class TimeBlocks {
  /** Blocks below this id are full: nothing comes into them any more, and what goes leaves the others' times right. */
  newest = 0
  readonly #database: Database
  readonly #times = new Map<number, Times>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The first id from this one on, in that direction, that may have arrived in `[from, to)`. */
  skip(id: number, descending: boolean, from: number | null, to: number | null, budget: Budget): number {
    let at = id
    while (at >= 1 && at <= this.newest && !budget.isSpent) {
      const block = Math.floor(at / BLOCK)
      const { first, last } = this.#timesOf(block)
      if (first !== null && last !== null && (from === null || last >= from) && (to === null || first < to)) return at
      budget.spend(BLOCK)
      at = descending ? block * BLOCK - 1 : (block + 1) * BLOCK
    }
    return at
  }

  #timesOf(block: number): Times {
    const remembered = this.#times.get(block)
    if (remembered !== undefined) return remembered
    const [low, high] = [block * BLOCK, (block + 1) * BLOCK - 1]
    const times = prepared<[number, number], Times>(this.#database, TIMES).get(low, high) ?? { first: null, last: null }
    if (high < this.newest) this.#times.set(block, times)
    return times
  }
}
