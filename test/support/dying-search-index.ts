/** The thread that fills the search index, but as many threads of a folder die of their start as its file `deaths` says. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'

const file = join(workerData.folder, 'deaths')
const left = Number(readFileSync(file, 'utf8'))
if (left > 0) {
  writeFileSync(file, String(left - 1))
  setImmediate(() => process.exit(1))
} else {
  await import('../../src/services/store/search-index/search-worker.ts')
}
