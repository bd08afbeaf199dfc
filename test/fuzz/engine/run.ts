import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { coreTargets } from '../targets/index.ts'
import type { Found, FuzzReport } from './fuzzer.ts'

export interface WorkerOrders {
  readonly seed: number
  readonly inputs: number
  readonly stopAfter: number
  /** Inputs begun; the target's index; the input's length. */
  readonly progress: SharedArrayBuffer
  readonly current: SharedArrayBuffer
}

/** An input that has not come back for so long, in ms, never will: on a busy machine the thread may rest for long. */
const NEVER_MS = 120_000
const LOOK_EVERY_MS = 500
const ROOM = 256 * 1024

/** Runs the core's fuzzer in a thread, and ends it where an input never comes back. */
export async function runCoreFuzz(orders: Pick<WorkerOrders, 'seed' | 'inputs' | 'stopAfter'>): Promise<FuzzReport> {
  const progress = new SharedArrayBuffer(12)
  const current = new SharedArrayBuffer(ROOM)
  const counts = new Int32Array(progress)
  const workerData: WorkerOrders = { ...orders, progress, current }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
  let last = -1
  let since = performance.now()
  const watch = new Promise<Found>((resolve) => {
    const timer = setInterval(() => {
      const begun = Atomics.load(counts, 0)
      if (begun !== last) {
        last = begun
        since = performance.now()
      } else if (begun > 0 && performance.now() - since > NEVER_MS) {
        clearInterval(timer)
        const bytes = Buffer.from(new Uint8Array(current).slice(0, Atomics.load(counts, 2)))
        const target = coreTargets[Atomics.load(counts, 1)]?.name ?? '?'
        resolve({ target, base64: bytes.toString('base64'), why: 'it never comes back' })
      }
    }, LOOK_EVERY_MS)
    worker.once('exit', () => clearInterval(timer))
  })
  // An error in the thread itself rejects.
  const outcome = await Promise.race([once(worker, 'message').then(([report]) => report as FuzzReport), watch])
  await worker.terminate()
  if ('found' in outcome) return outcome
  const nothing = { ms: NEVER_MS, target: outcome.target, base64: outcome.base64 }
  return { inputs: last, ms: 0, corpus: 0, blocks: 0, lines: { ran: 0, all: 0 }, longest: nothing, found: [outcome] }
}

/** How a failing input is run again. */
export function repeatCommand({ target, base64 }: Pick<Found, 'target' | 'base64'>): string {
  return `node test/fuzz/repeat.ts ${target} ${base64}`
}
