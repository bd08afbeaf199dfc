/**
 * Removes requests behind the captures: a reader finds them, the writer takes them out, a few at a time. One removal at a
 * time; it is noted down before the first request goes, and goes on after a quit or a crash.
 */
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Clearing,
  NO_CLEARING,
  type Removal,
  type RemovalPreview,
  type RemovalRecords,
  type RemovalRequest,
  type RemovalSelection,
} from '../../../core/clearing.ts'
import { StoreError } from '../../../core/ports.ts'
import type { RemovalUnderWay, RemovedSlice } from './calls.ts'
import type { HistoryClearingOptions } from './options.ts'
import { LOGGED, SliceSize } from './slice-size.ts'
import { tidyUp } from './tidy-up.ts'

/** Ids that are looked for at once. */
const FOUND = 2000
/** For so many times as long as captures waited for a slice at most the time is theirs alone. */
const REST = 2
/** Progress is told this often at most, in ms. */
const TELL_EVERY_MS = 100
/** How long to wait where the disk refuses, and where nothing may be removed now, in ms. */
const RETRY_MS = 1000
const HELD_MS = 200

const HELD = 'Waits until the history has been saved, archived or imported.'
const BUSY = 'Requests are being removed from the history already: wait for its end, or stop it.'

export class HistoryClearing implements RemovalRecords {
  readonly #options: HistoryClearingOptions
  readonly #size = new SliceSize()
  readonly #abort = new AbortController()
  #progress = NO_CLEARING
  #toldAt = Number.NEGATIVE_INFINITY
  #busy = false
  #stopping = false
  #logged = 0
  #holds = 0
  /** Settles when no slice is at the writer. */
  #slice: Promise<unknown> = Promise.resolve()
  #underWay: Promise<void> = Promise.resolve()
  #afterwards: Promise<void> = Promise.resolve()
  #resuming: Promise<void> = Promise.resolve()

  constructor(options: HistoryClearingOptions) {
    this.#options = options
  }

  progress(): Clearing {
    return this.#progress
  }

  preview(selection: RemovalSelection): Promise<RemovalPreview> {
    return this.#options.read('previewRemoval', selection)
  }

  latest(limit: number): Promise<readonly Removal[]> {
    return this.#options.read('removals', { limit })
  }

  beyondNewest(keep: number): Promise<number | null> {
    return this.#options.read('beyondNewest', { keep })
  }

  newestId(): Promise<number> {
    return this.#options.read('newestId', null)
  }

  async begin(request: RemovalRequest): Promise<Clearing> {
    await this.#resuming
    if (this.#busy) throw new StoreError('busy', BUSY)
    this.#busy = true
    try {
      const total = request.total ?? (await this.preview(request.selection)).requests
      const at = this.#options.now()
      this.#start(await this.#options.write('beginRemoval', { request, total, at }))
      return this.#progress
    } catch (error) {
      this.#busy = false
      throw error
    }
  }

  /** Goes on with what a quit or a crash broke off. */
  resume(): void {
    this.#resuming = this.#resume()
  }

  async #resume(): Promise<void> {
    this.#busy = true
    const removal = await this.#options.write('removalUnderWay', null).catch(() => null)
    if (removal === null || this.#isClosed) this.#busy = false
    else this.#start(removal)
  }

  async settled(): Promise<void> {
    await this.#resuming
    await this.#underWay
    await this.#afterwards
  }

  async stop(): Promise<void> {
    if (this.#progress.state !== 'running') return
    this.#stopping = true
    await this.#underWay
  }

  /** Nothing is removed from then on until it is released: whoever counts first and reads then finds what was counted. */
  async hold(): Promise<() => void> {
    this.#holds += 1
    let held = true
    await this.#slice
    return () => {
      if (held) this.#holds -= 1
      held = false
    }
  }

  /** The same for as long as somebody reads; `onHeld` runs when it has begun. */
  async *holding<T>(items: () => AsyncIterable<T>, onHeld: () => void): AsyncGenerator<T> {
    const release = await this.hold()
    onHeld()
    try {
      yield* items()
    } finally {
      release()
    }
  }

  /** What is under way goes on after the next start. */
  async close(): Promise<void> {
    this.#abort.abort()
    await this.#resuming
    await this.#underWay
    await this.#afterwards
  }

  get #isClosed(): boolean {
    return this.#abort.signal.aborted
  }

  #start(removal: RemovalUnderWay): void {
    const { cause, what, removed, total } = removal
    this.#stopping = false
    this.#tell({ ...NO_CLEARING, state: 'running', cause, what, removed, total }, true)
    const before = this.#afterwards
    this.#underWay = before.then(() => this.#run(removal))
  }

  /** Never rejects. */
  async #run(removal: RemovalUnderWay): Promise<void> {
    const isOver = await this.#removeAll(removal)
    if (this.#isClosed) return
    if (!(await this.#end(removal.id, isOver ? 'done' : 'stopped'))) return
    this.#afterwards = tidyUp({
      ...this.#options,
      signal: this.#abort.signal,
      isUnwanted: () => this.#busy || this.#holds > 0,
    })
  }

  /** Tries until it is noted down: what was stopped must not go on after a restart. False where it was closed before. */
  async #end(id: number, state: 'done' | 'stopped'): Promise<boolean> {
    for (;;) {
      try {
        await this.#options.write('endRemoval', { id, state, at: this.#options.now() })
        break
      } catch (error) {
        await this.#wait(error instanceof Error ? error.message : String(error))
        if (this.#isClosed) return false
      }
    }
    this.#busy = false
    this.#tell({ ...this.#progress, state, why: null }, true)
    return true
  }

  /** False where it was stopped, or closed. */
  async #removeAll({ id, selection }: RemovalUnderWay): Promise<boolean> {
    let after: number | null = 0
    while (after !== null) {
      const from: number = after
      const found = await this.#patiently(() =>
        this.#options.read('removableIds', { selection, after: from, limit: FOUND }),
      )
      if (found === null) return false
      if (found.held) {
        if (!(await this.#wait(HELD, HELD_MS))) return false
        continue
      }
      if (!(await this.#removeThese(id, found.ids))) return false
      after = found.after
    }
    return true
  }

  async #removeThese(removal: number, ids: readonly number[]): Promise<boolean> {
    for (let at = 0; at < ids.length; ) {
      if (this.#holds > 0) {
        if (!(await this.#wait(HELD, HELD_MS))) return false
        continue
      }
      const slice = ids.slice(at, at + this.#size.rows)
      const done = await this.#patiently(() => this.#writeSlice(removal, slice))
      if (done === null) return false
      at += done.reached
      this.#logged += done.removed
      if (this.#logged >= LOGGED) await this.#writeLog()
      this.#size.took(done.ms, slice.length)
      this.#tell({ ...this.#progress, removed: this.#progress.removed + done.removed, why: null }, false)
      await pause(Math.max(1, done.ms * REST))
    }
    return true
  }

  async #writeLog(): Promise<void> {
    this.#logged = 0
    // The writer does what is not done here.
    await this.#options.read('checkpoint', null).catch(() => {})
  }

  async #writeSlice(removal: number, ids: readonly number[]): Promise<RemovedSlice> {
    const slice = this.#options.write('removeSlice', { removal, ids })
    this.#slice = slice.catch(() => {})
    return slice
  }

  /** Tries until it works; null where it is not wanted any more. */
  async #patiently<T>(work: () => Promise<T>): Promise<T | null> {
    for (;;) {
      if (this.#isClosed || this.#stopping) return null
      try {
        return await work()
      } catch (error) {
        if (!(await this.#wait(error instanceof Error ? error.message : String(error)))) return null
      }
    }
  }

  /** Answers whether to go on. */
  async #wait(why: string, ms = RETRY_MS): Promise<boolean> {
    if (this.#progress.why !== why) this.#tell({ ...this.#progress, why }, true)
    await pause(ms, null, { signal: this.#abort.signal, ref: false }).catch(() => {})
    return !this.#isClosed && !this.#stopping
  }

  #tell(progress: Clearing, always: boolean): void {
    this.#progress = progress
    const now = performance.now()
    if (!always && now - this.#toldAt < TELL_EVERY_MS) return
    this.#toldAt = now
    this.#options.onProgress(progress)
  }
}
