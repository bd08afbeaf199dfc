/** Keeps the index of one folder open and works on it slice by slice. Lives in a thread; every method is synchronous. */
import { fillKeys } from './fill-keys.ts'
import { fillText, textEnd } from './fill-text.ts'
import { HistoryUnread, historyBounds, readHistory } from './history-bounds.ts'
import { isDamage, type OpenedIndex, openSearchIndex } from './open.ts'
import { removeSearchIndex } from './remove.ts'
import { readSearchState } from './schema.ts'
import { LARGE_SLICE, SMALL_SLICE } from './slice.ts'

/** From so many requests on that are missing slices are large, unless captures come in. */
const LARGE_FROM = 10_000

export interface Backlog {
  readonly keys: number
  readonly text: number
}

export class SearchIndexer {
  readonly #folder: string
  #opened: OpenedIndex | null = null
  /** It is to be taken away, and that did not work yet. */
  #condemned = false

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
    return { keys: Math.max(0, bounds.keys - keysThrough), text: Math.max(0, textEnd(bounds.text) - state.textThrough) }
  }

  /** One slice: the keys first, which cost little and find the most. @throws like `backlog` */
  work({ keys, text }: Backlog, busy: boolean): void {
    const { history, search } = this.#open()
    const limits = !busy && Math.max(keys, text) > LARGE_FROM ? LARGE_SLICE : SMALL_SLICE
    if (keys > 0) fillKeys(history, search, limits)
    else fillText(history, search, limits)
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
