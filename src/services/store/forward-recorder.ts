import { setTimeout as pause } from 'node:timers/promises'
import type { ForwardAttempt, NewForwardAttempt } from '../../core/forward-records.ts'

interface Waiting {
  readonly attempt: NewForwardAttempt
  readonly resolve: (stored: ForwardAttempt) => void
  readonly reject: (error: unknown) => void
}

/** A batch has at most so many attempts. */
const BATCH = 256
/** Attempts wait so long for others, in ms. */
const GATHER_MS = 50

/** Gathers attempts into batches, so that many forwards take few commits from the captures. */
export class ForwardRecorder {
  readonly #write: (batch: readonly NewForwardAttempt[]) => Promise<readonly ForwardAttempt[]>
  #waiting: Waiting[] = []
  #underWay = false

  constructor(write: (batch: readonly NewForwardAttempt[]) => Promise<readonly ForwardAttempt[]>) {
    this.#write = write
  }

  record(attempt: NewForwardAttempt): Promise<ForwardAttempt> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ attempt, resolve, reject })
      if (!this.#underWay) void this.#writeAll()
    })
  }

  async #writeAll(): Promise<void> {
    this.#underWay = true
    while (this.#waiting.length > 0) {
      await pause(GATHER_MS)
      const batch = this.#waiting.splice(0, BATCH)
      try {
        const stored = await this.#write(batch.map(({ attempt }) => attempt))
        for (const [at, { resolve, reject }] of batch.entries()) {
          const one = stored[at]
          if (one === undefined) reject(new Error('The writer did not answer for an attempt.'))
          else resolve(one)
        }
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#underWay = false
  }
}
