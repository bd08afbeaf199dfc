/** The filling of the search index as the calling thread sees it: told of captures, and started again when it dies. */
import { Worker } from 'node:worker_threads'
import type { SearchIndexCalls, SearchIndexOptions } from '../messages.ts'
import { Thread } from '../thread.ts'
import { workerUrl } from '../worker-url.ts'

type IndexThread = Thread<SearchIndexCalls, null, never>

/** The thread is told of captures this often at most, in ms. */
const TELL_EVERY_MS = 100
/** How often it is looked whether the thread still lives, in ms. */
const LOOK_EVERY_MS = 5000
/** The first list of requests is worth more than the index, in ms. */
const START_AFTER_MS = 500

/** The index is begun anew this often at most for somebody's sake, in ms. */
const REBUILD_EVERY_MS = 10_000

export interface SearchIndexClientOptions {
  readonly folder: string
  /** For tests, in ms. */
  readonly startAfterMs?: number
  readonly lookEveryMs?: number
  /** Another module for the thread, for tests of its death. */
  readonly url?: URL
}

/** Whoever has the index open, and lets go of it until the promise has settled. */
export interface Pausable {
  pause(until: Promise<void>): Promise<void>
}

export class SearchIndexClient {
  readonly #options: SearchIndexClientOptions
  readonly #watch: NodeJS.Timeout
  readonly #start: NodeJS.Timeout
  #thread: IndexThread | null = null
  #telling: NodeJS.Timeout | null = null
  #stored = 0
  #ended = false
  #pause: Promise<void> | null = null
  #rebuilding: Promise<void> | null = null
  #rebuiltAt = Number.NEGATIVE_INFINITY

  constructor(options: SearchIndexClientOptions) {
    this.#options = options
    const { startAfterMs = START_AFTER_MS, lookEveryMs = LOOK_EVERY_MS } = options
    this.#start = setTimeout(() => {
      this.#look()
      this.#watch.refresh()
    }, startAfterMs)
    this.#watch = setInterval(() => this.#look(), lookEveryMs)
    this.#start.unref()
    this.#watch.unref()
  }

  /** So many requests were stored. */
  stored(count: number): void {
    this.#stored += count
    if (this.#telling !== null || this.#ended) return
    this.#telling = setTimeout(() => {
      this.#telling = null
      const stored = this.#stored
      this.#stored = 0
      this.#thread?.call('stored', { count: stored }).catch(() => {})
    }, TELL_EVERY_MS)
    this.#telling.unref()
  }

  /** Lets go of the history and the index until `until` has settled. */
  async pause(until: Promise<void>): Promise<void> {
    const pause = until
      .catch(() => {})
      .finally(() => {
        if (this.#pause !== pause) return
        this.#pause = null
        this.#look()
      })
    this.#pause = pause
    await this.#thread?.end()
  }

  /**
   * Somebody found the index broken: it is taken away and filled anew, while those that have it open let go of it. Never
   * rejects; what cannot be taken away now is, when it is found broken again.
   */
  rebuild(others: readonly Pausable[]): Promise<void> {
    if (this.#rebuilding !== null) return this.#rebuilding
    // A disk that breaks one after the other is not to keep the readers from their work.
    if (this.#ended || performance.now() - this.#rebuiltAt < REBUILD_EVERY_MS) return Promise.resolve()
    this.#rebuilding = this.#rebuild(others).finally(() => {
      this.#rebuilding = null
      this.#rebuiltAt = performance.now()
    })
    return this.#rebuilding
  }

  async #rebuild(others: readonly Pausable[]): Promise<void> {
    let done = (): void => {}
    const until = new Promise<void>((resolve) => {
      done = resolve
    })
    try {
      await Promise.all(others.map((other) => other.pause(until)))
      await this.#pause
      this.#look()
      await this.#thread?.call('rebuild', null)
    } catch {
      // The thread died, or the file is held by somebody else.
    } finally {
      done()
    }
  }

  /** Ends the thread. Nothing is filled afterwards. */
  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#start)
    clearInterval(this.#watch)
    if (this.#telling !== null) clearTimeout(this.#telling)
    await this.#thread?.end()
  }

  /** Starts a thread where there should be one and is none. */
  #look(): void {
    if (this.#ended || this.#pause !== null || (this.#thread !== null && !this.#thread.dead)) return
    this.#thread = new Thread(
      () => {
        const workerData: SearchIndexOptions = { folder: this.#options.folder }
        return new Worker(this.#options.url ?? workerUrl('search'), { workerData, name: 'store-search' })
      },
      () => {},
    )
  }
}
