/** The store's writer, but the first thread of a folder dies of the first commit. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

const marker = join(workerData.folder, 'died')
parentPort?.on('message', (message: { name: string }) => {
  if (message.name !== 'commit' || existsSync(marker)) return
  writeFileSync(marker, '')
  process.exit(1)
})
await import('../../src/services/store/writer-worker.ts')
