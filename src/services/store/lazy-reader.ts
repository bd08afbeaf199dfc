import { StoreError } from '../../core/ports.ts'
import type { ReaderCalls } from './messages.ts'
import type { ReaderClient } from './reader-client.ts'

/** A reader that is started when it is first asked: not every session looks through a long history. */
export class LazyReader {
  readonly #start: () => ReaderClient
  #reader: ReaderClient | null = null
  #pause: Promise<void> = Promise.resolve()
  #ended = false

  constructor(start: () => ReaderClient) {
    this.#start = start
  }

  /** Rejects with a `StoreError`. */
  async call<Name extends keyof ReaderCalls>(
    name: Name,
    input: ReaderCalls[Name]['input'],
  ): Promise<ReaderCalls[Name]['output']> {
    if (this.#reader === null) await this.#pause
    if (this.#ended) throw new StoreError('closed', 'The history is closed.')
    this.#reader ??= this.#start()
    return this.#reader.call(name, input)
  }

  /** Lets go of the file until `until` has settled. */
  async pause(until: Promise<void>): Promise<void> {
    this.#pause = until.catch(() => {})
    await this.#reader?.pause(until)
  }

  /** Calls under way and later ones reject with `closed`. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#reader?.end()
  }
}
