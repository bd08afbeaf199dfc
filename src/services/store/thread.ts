/** A thread of the store as its owner sees it: calls by promise, and an end that nobody waits for in vain. */
import type { Transferable, Worker } from 'node:worker_threads'
import type { CallTable, ThreadMessage, ThreadRequest } from './messages.ts'
import { holdNativeModule } from './native-module.ts'
import { errorOf, StoreRefusal } from './store-failure.ts'

/** How long a thread may take to come to its end, in ms, before it is stopped from outside. */
const END_WITHIN_MS = 15_000

interface PendingCall {
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

/** Says that the thread ended with the call under way: whether it was done is not known. */
export class ThreadDied extends Error {
  override readonly name = 'ThreadDied'
}

export class Thread<Calls extends CallTable, Opened, News> {
  /** Resolves once the thread is ready, rejects with its `StoreError` where it cannot be. */
  readonly opened: Promise<Opened>
  readonly #worker: Worker
  readonly #stopping: SharedArrayBuffer
  readonly #pending = new Map<number, PendingCall>()
  readonly #exited: Promise<void>
  #nextCall = 1
  #dead = false

  /** `start` makes the worker, which gets the flag that `end` raises. */
  constructor(start: (stopping: SharedArrayBuffer) => Worker, onNews: (news: News) => void) {
    holdNativeModule()
    this.#stopping = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    const worker = start(this.#stopping)
    this.#worker = worker
    let cause = 'it ended by itself'
    worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error)
    })
    this.opened = new Promise((resolve, reject) => {
      worker.on('message', (message: ThreadMessage<Opened, News>) => {
        switch (message.type) {
          case 'opened':
            return resolve(message.opened)
          case 'open-failed':
            return reject(errorOf({ ...message.failure, refuses: true }))
          case 'answer':
            return this.#settle(message)
          case 'news':
            return onNews(message.news)
        }
      })
      worker.once('exit', () => reject(new StoreRefusal('io', `The store's thread could not start: ${cause}.`)))
    })
    // Whoever needs the thread awaits this; a thread that nobody asked yet may fail unseen.
    this.opened.catch(() => {})
    this.#exited = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#dead = true
        for (const pending of this.#pending.values())
          pending.reject(new ThreadDied(`The store's thread ended: ${cause}.`))
        this.#pending.clear()
        resolve()
      })
    })
  }

  get dead(): boolean {
    return this.#dead
  }

  /** Rejects with the thread's `StoreError`, or with `ThreadDied`. */
  async call<Name extends keyof Calls & string>(
    name: Name,
    input: Calls[Name]['input'],
    transfer: readonly Transferable[] = [],
  ): Promise<Calls[Name]['output']> {
    await this.opened
    if (this.#dead) throw new ThreadDied("The store's thread has ended.")
    return new Promise((resolve, reject) => {
      const call = this.#nextCall++
      // What the thread answers is of the call's type: its table of handlers pairs each name with its output.
      this.#pending.set(call, { resolve, reject })
      this.#worker.postMessage({ type: 'call', call, name, input } satisfies ThreadRequest<CallTable>, transfer)
    })
  }

  /**
   * Ends the thread, and resolves when it has gone. The thread ends itself: stopped from outside in the middle of a
   * call, or while it loads the native module, that module aborts the whole process (WiseLibs/better-sqlite3#1507).
   */
  async end(): Promise<void> {
    const isOpen = await this.opened.then(
      () => true,
      () => false,
    )
    if (isOpen && !this.#dead) {
      Atomics.store(new Int32Array(this.#stopping), 0, 1)
      this.#worker.postMessage({ type: 'end' } satisfies ThreadRequest<CallTable>)
    }
    // Better an abort than an inspector that never quits.
    const lastResort = setTimeout(() => void this.#worker.terminate(), END_WITHIN_MS)
    await this.#exited
    clearTimeout(lastResort)
  }

  #settle(answer: Extract<ThreadMessage<Opened, News>, { type: 'answer' }>): void {
    const pending = this.#pending.get(answer.call)
    this.#pending.delete(answer.call)
    if (answer.ok) pending?.resolve(answer.output)
    else pending?.reject(errorOf(answer.failure))
  }
}
