/** Begins to salvage a folder's history and says how much is saved, once something is; then stands until it is killed. */
import { EVERYTHING } from '../../src/core/filter.ts'
import { Reader } from '../../src/services/store/reader.ts'
import { Writer } from '../../src/services/store/writer.ts'

const folder = process.argv[2] ?? ''
// A writer that takes over: what there is to save waits for its slices.
const writer = new Writer({
  folder,
  appVersion: '1.2.3',
  startedAt: Date.now(),
  again: true,
  damaged: 'a fault that a test injected',
  maxPages: null,
})
const reader = new Reader({ folder, stopping: new SharedArrayBuffer(4) }).handlers()
let saved = 0
while (saved === 0) {
  writer.salvageSlice()
  saved = reader.counts({ filter: EVERYTHING }).total
}
process.stdout.write(`${String(saved)}\n`)
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
