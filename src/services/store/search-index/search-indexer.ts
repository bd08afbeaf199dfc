/** Keeps the index of one folder open and works on it slice by slice. Lives in a thread; every method is synchronous. */
import { fillAccounts } from './fill-accounts.ts'
import { fillKeys } from './fill-keys.ts'
import { fillText, textEnd } from './fill-text.ts'
import { HistoryUnread, historyBounds, readHistory } from './history-bounds.ts'
import { isDamage, type OpenedIndex, openSearchIndex } from './open.ts'
import { removeSearchIndex } from './remove.ts'
import { readSearchState } from './schema.ts'
import { LARGE_SLICE, SMALL_SLICE } from './slice.ts'

/** From so many requests on that are missing slices are large, unless captures come in. */
const LARGE_FROM = 10_000

/** Accounts are begun anew once the readings have not changed for so long, in ms: each slice of a clearing changes them. */
const SETTLED_MS = 1500

export interface Backlog {
  readonly keys: number
  readonly accounts: number
  readonly text: number
}

export class SearchIndexer {
  readonly #folder: string
  #opened: OpenedIndex | null = null
  /** It is to be taken away, and that did not work yet. */
  #condemned = false
  /** The readings as they were last seen, when they were not those of the accounts. */
  #readings: { readonly name: string; readonly since: number } | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * How many ids the index has still to take in.
   *
   * @throws Error whatever keeps the index from being read; `recover` first, then it may be tried again.
   */
  backlog(): Backlog {
    const { history, search } = this.#open()
    const state = readSearchState(search)
    if (state === null) throw new Error('the search index has no state')
    const bounds = readHistory(history, () => historyBounds(history))
    const keysThrough = state.generation === bounds.generation ? state.keysThrough : 0
    const accountsThrough = bounds.accounts === state.accountsOf ? state.accountsThrough : 0
    const areSettled = bounds.accounts !== null && (accountsThrough > 0 || this.#haveSettled(bounds.accounts))
    return {
      keys: Math.max(0, bounds.keys - keysThrough),
      accounts: areSettled ? Math.max(0, bounds.text - accountsThrough) : 0,
      text: Math.max(0, textEnd(bounds.text) - state.textThrough),
    }
  }

  #haveSettled(name: string): boolean {
    const now = performance.now()
    if (this.#readings?.name !== name) this.#readings = { name, since: now }
    return now - this.#readings.since >= SETTLED_MS
  }

  /** One slice: the keys first, which cost little and find the most. @throws like `backlog` */
  work({ keys, accounts, text }: Backlog, busy: boolean): void {
    const { history, search } = this.#open()
    const limits = !busy && Math.max(keys, accounts, text) > LARGE_FROM ? LARGE_SLICE : SMALL_SLICE
    if (keys > 0) fillKeys(history, search, limits)
    else if (accounts > 0) fillAccounts(history, search, limits)
    else fillText(history, search, limits)
  }

  /** Lets go of the pages that are kept: there is nothing to do for now. */
  rest(): void {
    this.#opened?.history.pragma('shrink_memory')
    this.#opened?.search.pragma('shrink_memory')
  }

  /** Lets go of both files, and takes a broken index away. */
  recover(error: unknown): void {
    this.close()
    if (!(error instanceof HistoryUnread) && isDamage(error)) this.#remove()
  }

  /** Takes the index away, whatever it is like; the next slice begins anew. */
  rebuild(): void {
    this.close()
    this.#remove()
  }

  close(): void {
    const opened = this.#opened
    this.#opened = null
    opened?.close()
  }

  #open(): OpenedIndex {
    if (this.#condemned) this.#remove()
    this.#opened ??= openSearchIndex(this.#folder)
    return this.#opened
  }

  #remove(): void {
    this.#condemned = true
    removeSearchIndex(this.#folder)
    this.#condemned = false
  }
}
