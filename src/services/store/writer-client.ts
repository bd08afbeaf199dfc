/** The writer as the calling thread sees it: restarted when it dies, and a status that says whether it commits. */
import { Worker } from 'node:worker_threads'
import { StoreError } from '../../core/ports.ts'
import type { StoreStatus } from '../../core/status.ts'
import type {
  Capture,
  CommitResult,
  StoredReply,
  WriterCalls,
  WriterNews,
  WriterOpened,
  WriterOptions,
} from './messages.ts'
import type { StoreFailure } from './store-failure.ts'
import { Thread, ThreadDied } from './thread.ts'
import { workerUrl } from './worker-url.ts'

type WriterThread = Thread<WriterCalls, WriterOpened, WriterNews>

export interface WriterClientOptions {
  readonly folder: string
  readonly appVersion: string
  readonly maxPages: number | null
  readonly now: () => number
  readonly onNews: (news: WriterNews) => void
  readonly onStatus: (status: StoreStatus) => void
  /** Another module for the thread, for tests of its death. */
  readonly url?: URL
}

const COMMITTING = 'Every request is written to disk before it is answered.'

export class WriterClient {
  readonly #options: WriterClientOptions
  #thread: WriterThread
  #status: StoreStatus

  constructor(options: WriterClientOptions) {
    this.#options = options
    this.#thread = this.#start(false)
    this.#status = { state: 'ok', since: options.now(), why: COMMITTING }
  }

  get opened(): Promise<WriterOpened> {
    return this.#thread.opened
  }

  get status(): StoreStatus {
    return this.#status
  }

  /** Like `call`, and the status follows what comes of it. */
  async commit(captures: readonly Capture[], replies: readonly StoredReply[]): Promise<CommitResult> {
    try {
      const result = await this.call('commit', { captures, replies })
      if (result.refusal !== null) this.#refuses(result.refusal)
      else if (captures.length > 0) this.#commits()
      return result
    } catch (error) {
      if (error instanceof StoreError) this.#refuses(error)
      throw error
    }
  }

  /** Rejects with a `StoreError`; where the thread died before it answered, it is not known whether it was done. */
  async call<Name extends keyof WriterCalls>(
    name: Name,
    input: WriterCalls[Name]['input'],
  ): Promise<WriterCalls[Name]['output']> {
    if (this.#thread.dead) this.#thread = this.#start(true)
    const thread = this.#thread
    try {
      return await thread.call(name, input)
    } catch (error) {
      if (error instanceof ThreadDied) throw new StoreError('io', `The history's writer stopped: ${error.message}`)
      // A thread that could not open the history is of no use; the next call tries with another.
      if (!(await isOpen(thread))) await thread.end()
      throw error
    }
  }

  /** Lets the thread close the history, then ends it. `at` is now, in ms since the epoch. Never rejects. */
  async close(at: number): Promise<void> {
    // A writer that has died, or dies now, leaves nothing to close.
    if (!this.#thread.dead) await this.#thread.call('close', { at }).catch(() => {})
    await this.#thread.end()
  }

  /** Ends the thread without a note of a clean end. */
  end(): Promise<void> {
    return this.#thread.end()
  }

  #start(again: boolean): WriterThread {
    const { folder, appVersion, maxPages, now, url } = this.#options
    const workerData: WriterOptions = { folder, appVersion, startedAt: now(), again, maxPages }
    return new Thread(
      () => new Worker(url ?? workerUrl('writer'), { workerData, name: 'store-writer' }),
      this.#options.onNews,
    )
  }

  #refuses(failure: StoreFailure): void {
    if (this.#status.state === 'refusing' && this.#status.why === failure.message) return
    const since = this.#status.state === 'refusing' ? this.#status.since : this.#options.now()
    this.#setStatus({ state: 'refusing', since, why: failure.message })
  }

  #commits(): void {
    if (this.#status.state === 'ok') return
    const { since, why } = this.#status
    const now = this.#options.now()
    this.#setStatus({ state: 'ok', since: now, why: COMMITTING })
    // Where even this cannot be written, the status has said it.
    this.call('openOutage', { reason: 'store-refusing', from: since, to: now, why }).catch(() => {})
  }

  #setStatus(status: StoreStatus): void {
    this.#status = status
    this.#options.onStatus(status)
  }
}

async function isOpen(thread: WriterThread): Promise<boolean> {
  try {
    await thread.opened
    return true
  } catch {
    return false
  }
}
