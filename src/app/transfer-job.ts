import type { TransferJob } from '../contract/transfer-procedures.ts'

/** Progress is told this often at most, in ms; a beginning and an end always. */
const TELL_EVERY_MS = 100

/** A job under way: its state, and the switch that ends it. */
export interface RunningJob {
  readonly job: TransferJob
  readonly signal: AbortSignal
  /** So many more requests are through. */
  step(count: number): void
  update(change: Partial<Pick<TransferJob, 'state' | 'done' | 'total' | 'sentences'>>): void
  /** Ends it as cancelled where it has not ended. */
  cancel(): void
  readonly ended: boolean
}

/** What a cancelled job's work is rejected with. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** `tell` hears of the job as it goes. */
export function createJob(start: TransferJob, tell: (job: TransferJob) => void): RunningJob {
  const abort = new AbortController()
  let job = start
  let toldAt = Number.NEGATIVE_INFINITY
  const ended = (): boolean => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'

  function update(change: Partial<TransferJob>): void {
    if (ended()) return
    const before = job.state
    job = { ...job, ...change }
    const now = performance.now()
    if (job.state === before && now - toldAt < TELL_EVERY_MS) return
    toldAt = now
    tell(job)
  }

  return {
    get job() {
      return job
    },
    get ended() {
      return ended()
    },
    signal: abort.signal,
    step: (count) => update({ done: job.done + count }),
    update,
    cancel() {
      // What has ended may still be on its way out.
      if (ended()) return
      update({ state: 'cancelled' })
      abort.abort(new Cancelled('It was cancelled.'))
    },
  }
}
