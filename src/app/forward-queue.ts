import type { CapturedRequest } from '../core/postback.ts'

/** One postback on its way to its endpoint's backend. */
export interface ForwardJob {
  readonly postbackId: number
  readonly endpointId: string
  readonly request: CapturedRequest
  /** Attempts so far. */
  readonly attempts: number
}

/** So many forwards of one endpoint are under way at a time. */
const AT_A_TIME = 4
/** So many wait, for their turn or for another attempt, with so many bytes of bodies. */
const MOST_JOBS = 1_000
const MOST_BYTES = 32 * 1024 * 1024

interface Lane {
  running: number
  readonly ready: ForwardJob[]
  readonly pausing: Map<ForwardJob, NodeJS.Timeout>
  bytes: number
}

/** What waits to be forwarded, in a lane of its own for each endpoint: one backend that hangs holds up no other. */
export class ForwardQueue {
  readonly #run: (job: ForwardJob) => Promise<void>
  readonly #lanes = new Map<string, Lane>()

  /** `run` must not reject. */
  constructor(run: (job: ForwardJob) => Promise<void>) {
    this.#run = run
  }

  /** After `pauseMs`, in its turn. False where too much waits already. */
  add(job: ForwardJob, pauseMs = 0): boolean {
    const lane = this.#laneOf(job)
    const bytes = job.request.body.byteLength
    const isFull = lane.ready.length + lane.pausing.size >= MOST_JOBS || lane.bytes + bytes > MOST_BYTES
    if (isFull) return false
    lane.bytes += bytes
    if (pauseMs > 0) lane.pausing.set(job, this.#wakeLater(lane, job, pauseMs))
    else this.#ready(lane, job)
    return true
  }

  /** Takes out all that waits; what runs goes on. */
  clear(): ForwardJob[] {
    const left: ForwardJob[] = []
    for (const lane of this.#lanes.values()) {
      for (const timer of lane.pausing.values()) clearTimeout(timer)
      left.push(...lane.ready, ...lane.pausing.keys())
      lane.ready.length = 0
      lane.pausing.clear()
      lane.bytes = 0
    }
    return left
  }

  #laneOf({ endpointId }: ForwardJob): Lane {
    const found = this.#lanes.get(endpointId)
    if (found !== undefined) return found
    const lane: Lane = { running: 0, ready: [], pausing: new Map(), bytes: 0 }
    this.#lanes.set(endpointId, lane)
    return lane
  }

  #wakeLater(lane: Lane, job: ForwardJob, pauseMs: number): NodeJS.Timeout {
    return setTimeout(() => {
      lane.pausing.delete(job)
      this.#ready(lane, job)
    }, pauseMs)
  }

  #ready(lane: Lane, job: ForwardJob): void {
    lane.ready.push(job)
    this.#next(lane)
  }

  #next(lane: Lane): void {
    while (lane.running < AT_A_TIME) {
      const job = lane.ready.shift()
      if (job === undefined) return
      lane.bytes -= job.request.body.byteLength
      lane.running += 1
      void this.#run(job).finally(() => {
        lane.running -= 1
        this.#next(lane)
      })
    }
  }
}
