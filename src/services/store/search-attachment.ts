/** The search index (search-index/schema.ts) beside the history, on a connection that only reads. */
import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { searchFile } from './paths.ts'
import { READINGS_NAME } from './search-index/history-bounds.ts'
import { SEARCH_VERSION } from './search-index/schema.ts'
import { prepared, preparedColumn } from './statement-cache.ts'
import { sqliteCode } from './store-failure.ts'

/** Up to which ids the index has everything, in `search.user_of` and its like and in `search.text`; 0 for nothing. */
export interface SearchExtent {
  readonly keys: number
  readonly text: number
  /** Up to here `search.account` has what users' postbacks come to. */
  readonly accounts: number
}

export const NO_SEARCH: SearchExtent = { keys: 0, text: 0, accounts: 0 }

/** How often the file is looked for, in ms: it may come, go, and be made anew. */
const LOOK_EVERY_MS = 1000
/** Of each connection that reads it. */
const CACHE_KIB = 8000

interface StateRow {
  readonly history: string
  readonly generation: number
  readonly keys_through: number
  readonly text_through: number
  readonly accounts_through: number
  readonly accounts_of: string | null
}
const STATE = `SELECT history, generation, keys_through, text_through, accounts_through, accounts_of FROM search.state`
/** The history's generation where the index is of this history, else null. What is still being saved comes in below. */
const GENERATION = `SELECT coalesce(CAST((SELECT value FROM main.meta WHERE name = 'reading_generation') AS INTEGER), 0)
  WHERE (SELECT value FROM main.meta WHERE name = 'installation_id') = @history
    AND NOT EXISTS (SELECT 1 FROM main.meta WHERE name = 'salvage')`

export class SearchAttachment {
  readonly #database: Database
  readonly #file: string
  /** Number of the attached file; 0 while there is none. */
  #attached = 0
  /** One that could not be read: it is not tried again. */
  #bad = 0
  #lookedAt = Number.NEGATIVE_INFINITY

  constructor(database: Database, folder: string) {
    this.#database = database
    this.#file = searchFile(folder)
  }

  /** Attaches what is there now. Before each transaction in which the index may be of use, and not within one. */
  refresh(): void {
    const now = performance.now()
    if (now - this.#lookedAt < LOOK_EVERY_MS) return
    this.#lookedAt = now
    const number = statSync(this.#file, { throwIfNoEntry: false })?.ino ?? 0
    if (number === this.#attached) return
    this.#detach()
    if (number !== 0 && number !== this.#bad) this.#attach(number)
  }

  /**
   * What the index is good for. The first thing that is read in a transaction: the history may then be later than the
   * index, whose entries hold for it all the same, but never the other way round.
   */
  extent(): SearchExtent {
    if (this.#attached === 0) return NO_SEARCH
    const state = prepared<[], StateRow>(this.#database, STATE).get()
    if (state === undefined) return NO_SEARCH
    const generation = preparedColumn<{ history: string }, number>(this.#database, GENERATION).get({
      history: state.history,
    })
    if (generation === undefined) return NO_SEARCH
    const readings = preparedColumn<[], string>(this.#database, READINGS_NAME).get()
    return {
      keys: generation === state.generation ? state.keys_through : 0,
      // The text is that of the requests, which no re-reading changes.
      text: state.text_through,
      accounts: readings === state.accounts_of ? state.accounts_through : 0,
    }
  }

  /** Does without the file for good, where there is one: it turned out to be damaged. Answers whether there was. */
  abandon(): boolean {
    if (this.#attached === 0) return false
    this.#bad = this.#attached
    this.#detach()
    return true
  }

  #attach(number: number): void {
    try {
      this.#database.prepare('ATTACH ? AS search').run(this.#file)
      this.#attached = number
      this.#database.pragma(`search.cache_size = -${String(CACHE_KIB)}`)
      const version = this.#database.pragma('search.user_version', { simple: true })
      const state = version === SEARCH_VERSION ? this.#database.prepare(STATE).get() : undefined
      if (state === undefined) this.#detach()
    } catch (error) {
      // Half made as yet, or damaged: whoever fills it sees to that.
      if (sqliteCode(error) === null) throw error
      this.#detach()
    }
  }

  #detach(): void {
    if (this.#attached === 0) return
    this.#attached = 0
    this.#database.prepare('DETACH search').run()
  }
}
