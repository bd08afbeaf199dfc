/** A reader as the calling thread sees it: restarted when it dies, its calls asked once more. */
import { Worker } from 'node:worker_threads'
import { StoreError } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { gateUntil } from './gate.ts'
import type { ReaderCalls, ReaderNews, ReaderOptions } from './messages.ts'
import { StoreDamage } from './store-failure.ts'
import { Thread, ThreadDied } from './thread.ts'
import { workerUrl } from './worker-url.ts'

type ReaderThread = Thread<ReaderCalls, null, ReaderNews>

export interface ReaderClientOptions {
  readonly folder: string
  /** A query found the file damaged. */
  readonly onDamage?: (why: string) => void
  /** A query found the search index broken; it was answered without. */
  readonly onSearchDamage?: () => void
  /** For a thread that reads everything once: it keeps little, and tidies up often. */
  readonly frugal?: boolean
  /** The thread starts at once, and opens the file when this resolves; where it rejects the thread ends. */
  readonly openAfter?: Promise<unknown>
}

/** Of a frugal thread: how much its new objects may take before it looks which of them are still in use. */
const FRUGAL_YOUNG_MB = 6

export class ReaderClient {
  readonly #options: ReaderClientOptions
  readonly #url: URL
  #thread: ReaderThread
  #ended = false
  #pause: Promise<void> | null = null

  /** `url` is another module for the thread, for tests of its death. */
  constructor(options: ReaderClientOptions, url: URL = workerUrl('reader')) {
    this.#options = options
    this.#url = url
    const { openAfter } = options
    this.#thread = this.#start(openAfter === undefined ? {} : { gate: gateUntil(openAfter) })
  }

  get opened(): Promise<null> {
    return this.#thread.opened
  }

  /** Rejects with a `StoreError`. */
  async call<Name extends keyof ReaderCalls>(
    name: Name,
    input: ReaderCalls[Name]['input'],
  ): Promise<ReaderCalls[Name]['output']> {
    try {
      return await this.#ask(name, input)
    } catch (error) {
      if (error instanceof StoreDamage) this.#options.onDamage?.(error.message)
      throw error
    }
  }

  async #ask<Name extends keyof ReaderCalls>(
    name: Name,
    input: ReaderCalls[Name]['input'],
  ): Promise<ReaderCalls[Name]['output']> {
    await this.#pause
    try {
      return await this.#living().call(name, input)
    } catch (error) {
      if (!(error instanceof ThreadDied)) throw error
    }
    await this.#pause
    try {
      return await this.#living().call(name, input)
    } catch (error) {
      if (error instanceof ThreadDied) throw new StoreError('io', errorsWords().store.readerStopped(error.message))
      throw error
    }
  }

  /** Lets go of the file until `until` has settled; calls wait for that, and those under way are asked once more. */
  async pause(until: Promise<void>): Promise<void> {
    const pause = until
      .catch(() => {})
      .finally(() => {
        if (this.#pause === pause) this.#pause = null
      })
    this.#pause = pause
    await this.#thread.end()
  }

  /** Ends the thread; calls under way and later ones reject with `closed`. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#thread.end()
  }

  #living(): ReaderThread {
    if (this.#ended) throw new StoreError('closed', errorsWords().store.closed)
    if (this.#thread.dead) this.#thread = this.#start()
    return this.#thread
  }

  #start(first: Pick<ReaderOptions, 'gate'> = {}): ReaderThread {
    return new Thread(
      (stopping) => {
        const { folder, frugal = false } = this.#options
        const workerData: ReaderOptions = { folder, stopping, frugal, ...first }
        const resourceLimits = frugal ? { maxYoungGenerationSizeMb: FRUGAL_YOUNG_MB } : {}
        return new Worker(this.#url, { workerData, name: 'store-reader', resourceLimits })
      },
      () => this.#options.onSearchDamage?.(),
    )
  }
}
