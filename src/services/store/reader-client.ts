/** A reader as the calling thread sees it: restarted when it dies, its calls asked once more. */
import { Worker } from 'node:worker_threads'
import { StoreError } from '../../core/ports.ts'
import type { ReaderCalls, ReaderOptions } from './messages.ts'
import { Thread, ThreadDied } from './thread.ts'
import { workerUrl } from './worker-url.ts'

type ReaderThread = Thread<ReaderCalls, null, never>

export class ReaderClient {
  readonly #options: Omit<ReaderOptions, 'stopping'>
  readonly #url: URL
  #thread: ReaderThread
  #ended = false

  /** `url` is another module for the thread, for tests of its death. */
  constructor(options: Omit<ReaderOptions, 'stopping'>, url: URL = workerUrl('reader')) {
    this.#options = options
    this.#url = url
    this.#thread = this.#start()
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
      return await this.#living().call(name, input)
    } catch (error) {
      if (!(error instanceof ThreadDied)) throw error
    }
    try {
      return await this.#living().call(name, input)
    } catch (error) {
      if (error instanceof ThreadDied)
        throw new StoreError('io', `The history's reader stopped twice: ${error.message}`)
      throw error
    }
  }

  /** Ends the thread; calls under way and later ones reject with `closed`. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#thread.end()
  }

  #living(): ReaderThread {
    if (this.#ended) throw new StoreError('closed', 'The history is closed.')
    if (this.#thread.dead) this.#thread = this.#start()
    return this.#thread
  }

  #start(): ReaderThread {
    return new Thread(
      (stopping) => {
        const workerData: ReaderOptions = { ...this.#options, stopping }
        return new Worker(this.#url, { workerData, name: 'store-reader' })
      },
      () => {},
    )
  }
}
