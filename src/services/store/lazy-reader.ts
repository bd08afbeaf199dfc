import { StoreError } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { ReaderCalls } from './messages.ts'
import type { ReaderClient } from './reader-client.ts'

/** A reader that nobody has asked for so long, in ms, ends: its thread takes some 15 MB and comes back in a blink. */
const REST_MS = 20_000

/** Whoever answers a reader's calls. */
export type ReaderCaller = Pick<ReaderClient, 'call'>

/** A reader that is started when it is first asked, and again after a rest: not every session looks through a long history. */
export class LazyReader {
  readonly #start: () => ReaderClient
  readonly #restMs: number
  #reader: ReaderClient | null = null
  #underWay = 0
  #rest: NodeJS.Timeout | null = null
  /** Until the one that rested has let go of the file. */
  #leaving: Promise<void> = Promise.resolve()
  #pause: Promise<void> = Promise.resolve()
  #rests = false
  #ended = false

  /** `restMs` is for tests. */
  constructor(start: () => ReaderClient, restMs = REST_MS) {
    this.#start = start
    this.#restMs = restMs
  }

  /** Whether it has ended for want of calls. */
  get rests(): boolean {
    return this.#rests
  }

  /** Rejects with a `StoreError`. */
  async call<Name extends keyof ReaderCalls>(
    name: Name,
    input: ReaderCalls[Name]['input'],
  ): Promise<ReaderCalls[Name]['output']> {
    if (this.#reader === null) await this.#pause
    if (this.#ended) throw new StoreError('closed', errorsWords().store.closed)
    this.#reader ??= this.#start()
    this.#rests = false
    this.#underWay += 1
    if (this.#rest !== null) clearTimeout(this.#rest)
    try {
      return await this.#reader.call(name, input)
    } finally {
      this.#underWay -= 1
      if (this.#underWay === 0 && !this.#ended) this.#restLater()
    }
  }

  /** Lets go of the file until `until` has settled. */
  async pause(until: Promise<void>): Promise<void> {
    this.#pause = until.catch(() => {})
    await Promise.all([this.#leaving, this.#reader?.pause(until)])
  }

  /** Calls under way and later ones reject with `closed`. */
  async end(): Promise<void> {
    this.#ended = true
    if (this.#rest !== null) clearTimeout(this.#rest)
    await Promise.all([this.#leaving, this.#reader?.end()])
  }

  #restLater(): void {
    this.#rest = setTimeout(() => {
      const reader = this.#reader
      this.#reader = null
      this.#rests = true
      this.#leaving = reader?.end() ?? Promise.resolve()
    }, this.#restMs)
    this.#rest.unref()
  }
}
