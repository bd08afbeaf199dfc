/** A thread of the store as its owner sees it: calls by promise, and an end that nobody waits for in vain. */
import type { Transferable, Worker } from 'node:worker_threads'
import { StoreError } from '../../core/ports.ts'
import type { CallTable, ThreadMessage } from './messages.ts'
import { errorOf } from './store-failure.ts'

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
  readonly #pending = new Map<number, PendingCall>()
  readonly #exited: Promise<void>
  #nextCall = 1
  #dead = false

  constructor(worker: Worker, onNews: (news: News) => void) {
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
            return reject(errorOf(message.failure))
          case 'answer':
            return this.#settle(message)
          case 'news':
            return onNews(message.news)
        }
      })
      worker.once('exit', () => reject(new StoreError('io', `The store's thread could not start: ${cause}.`)))
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
      this.#worker.postMessage({ type: 'call', call, name, input }, transfer)
    })
  }

  /** Ends the thread, whatever it is doing, and resolves when it has gone. */
  async end(): Promise<void> {
    // Not while it is loading the database's native module: an interrupted registration aborts the whole process.
    await this.opened.catch(() => {})
    if (!this.#dead) await this.#worker.terminate()
    await this.#exited
  }

  #settle(answer: Extract<ThreadMessage<Opened, News>, { type: 'answer' }>): void {
    const pending = this.#pending.get(answer.call)
    this.#pending.delete(answer.call)
    if (answer.ok) pending?.resolve(answer.output)
    else pending?.reject(errorOf(answer.failure))
  }
}
