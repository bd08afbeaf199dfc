/** The store's reader, but as many threads of a folder die of their first call as its file `deaths` says. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

const file = join(workerData.folder, 'deaths')
parentPort?.on('message', () => {
  const left = Number(readFileSync(file, 'utf8'))
  if (left === 0) return
  writeFileSync(file, String(left - 1))
  process.exit(1)
})
await import('../../src/services/store/reader-worker.ts')
