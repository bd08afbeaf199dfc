import { parentPort, workerData } from 'node:worker_threads'
import { coreTargets } from '../targets/index.ts'
import { fuzz } from './fuzzer.ts'
import type { WorkerOrders } from './run.ts'

/** The fuzzer in a thread of its own: what it runs next stands in shared memory, so that its owner can name a hang. */
const { seed, inputs, stopAfter, progress, current } = workerData as WorkerOrders
const counts = new Int32Array(progress)
const room = new Uint8Array(current)

const report = await fuzz({
  targets: coreTargets,
  seed,
  inputs,
  stopAfter,
  covers: /\/src\/(core|contract|services\/exporter|cli)\//,
  before(target, bytes) {
    room.set(bytes.subarray(0, room.length))
    Atomics.store(counts, 1, target)
    Atomics.store(counts, 2, bytes.length)
    Atomics.add(counts, 0, 1)
  },
})
parentPort?.postMessage(report)
