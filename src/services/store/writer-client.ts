/** The writer as the calling thread sees it: restarted when it dies, and a status that says whether it commits. */
import { setTimeout as pause } from 'node:timers/promises'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { StoreError } from '../../core/ports.ts'
import type { Outage, StoreStatus } from '../../core/status.ts'
import { capturesToWire, repliesToWire, resultFromWire } from './commit-wire.ts'
import type {
  Capture,
  CommitResult,
  StoredReply,
  WriterCalls,
  WriterNews,
  WriterOpened,
  WriterOptions,
} from './messages.ts'
import { type StoreFailure, StoreRefusal } from './store-failure.ts'
import { StoreHealth } from './store-health.ts'
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
  /** A span without commits is over, and on disk. */
  readonly onOutage?: (outage: Outage) => void
  /** Another module for the thread, for tests of its death. */
  readonly url?: URL
  /** Less memory for the thread than it would have, for the same. */
  readonly resourceLimits?: ResourceLimits
}

/** How long the thread may take to close the history, in ms. */
const CLOSE_WITHIN_MS = 10_000
/** Calls that may write far more than any capture: that they find no room says nothing about one. */
const BULKY: ReadonlySet<string> = new Set(['importAdd', 'importFinish', 'removeSlice', 'giveBack'])

export class WriterClient {
  readonly #options: WriterClientOptions
  readonly #health: StoreHealth
  #thread: WriterThread
  #replacing: Promise<unknown> | null = null

  constructor(options: WriterClientOptions) {
    this.#options = options
    this.#thread = this.#start(false)
    this.#health = new StoreHealth({
      now: options.now,
      onStatus: options.onStatus,
      tryWrite: () => this.#ask('tryWrite', null),
      writeOutage: (outage) => this.call('openOutage', outage),
      onOutage: options.onOutage ?? (() => {}),
    })
  }

  get opened(): Promise<WriterOpened> {
    return this.#thread.opened
  }

  /**
   * Starts another thread that sets the damaged history aside and begins a new one. Nobody may have it open. Calls wait.
   * Rejects with a `StoreError` where not even that is possible.
   */
  async replaceDamaged(why: string): Promise<WriterOpened> {
    const replacing = (async () => {
      await this.#thread.end()
      this.#thread = this.#start(true, why)
      return this.#thread.opened
    })()
    this.#replacing = replacing.catch(() => {})
    try {
      return await replacing
    } finally {
      this.#replacing = null
    }
  }

  get status(): StoreStatus {
    return this.#health.status
  }

  /** Like `call`. Without the `claim` nothing of the batch is stored. */
  async commit(
    captures: readonly Capture[],
    replies: readonly StoredReply[],
    claim: SharedArrayBuffer | null = null,
  ): Promise<CommitResult> {
    try {
      const onWire = { captures: capturesToWire(captures), replies: repliesToWire(replies), claim }
      const answer = await this.#ask('commit', onWire)
      const result = resultFromWire(answer, captures)
      if (result.refusal !== null) this.#health.refused(result.refusal)
      else if (captures.length > 0) this.#health.committed()
      return result
    } catch (error) {
      if (error instanceof StoreError) this.#health.refused(error)
      throw error
    }
  }

  /** Captures were refused without the writer: it does not answer, or too many wait for it. */
  refused(failure: StoreFailure, overload: boolean): void {
    if (overload) this.#health.overloaded(failure)
    else this.#health.refused(failure)
  }

  /**
   * Rejects with a `StoreError`; where the thread died before it answered, it is not known whether it was done. Where
   * the disk is at fault, the status says so at once.
   */
  async call<Name extends keyof WriterCalls>(
    name: Name,
    input: WriterCalls[Name]['input'],
  ): Promise<WriterCalls[Name]['output']> {
    try {
      return await this.#ask(name, input)
    } catch (error) {
      if (error instanceof StoreRefusal) {
        if (BULKY.has(name) || error instanceof WriterDied) void this.#health.look()
        else this.#health.refused(error)
      }
      throw error
    }
  }

  async #ask<Name extends keyof WriterCalls>(
    name: Name,
    input: WriterCalls[Name]['input'],
  ): Promise<WriterCalls[Name]['output']> {
    while (this.#replacing !== null) await this.#replacing
    if (this.#thread.dead) this.#thread = this.#start(true)
    const thread = this.#thread
    try {
      return await thread.call(name, input)
    } catch (error) {
      if (error instanceof ThreadDied) throw new WriterDied('io', `The history's writer stopped: ${error.message}`)
      // A thread that could not open the history is of no use; the next call tries with another.
      if (!(await isOpen(thread))) await thread.end()
      throw error
    }
  }

  /** Lets the thread close the history, then ends it. `at` is now, in ms since the epoch. Never rejects. */
  async close(at: number): Promise<void> {
    this.#health.stop()
    // A writer that has died, or dies now, leaves nothing to close; one that hangs is not waited for without end.
    if (!this.#thread.dead) {
      const closing = this.#thread.call('close', { at }).catch(() => {})
      await Promise.race([closing, pause(CLOSE_WITHIN_MS, null, { ref: false })])
    }
    await this.#thread.end()
  }

  /** Ends the thread without a note of a clean end. */
  end(): Promise<void> {
    this.#health.stop()
    return this.#thread.end()
  }

  #start(again: boolean, damaged: string | null = null): WriterThread {
    const { folder, appVersion, maxPages, now, url, resourceLimits } = this.#options
    const workerData: WriterOptions = { folder, appVersion, startedAt: now(), again, damaged, maxPages }
    return new Thread(
      () =>
        new Worker(url ?? workerUrl('writer'), {
          workerData,
          name: 'store-writer',
          ...(resourceLimits && { resourceLimits }),
        }),
      this.#options.onNews,
    )
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

/** The thread ended with the call under way. Another one may do it at once. */
class WriterDied extends StoreRefusal {}
