/** The store's writer, but the first thread of a folder dies of the first commit, as the folder's file `death` says. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

const marker = join(workerData.folder, 'died')
const death = join(workerData.folder, 'death')
parentPort?.on('message', (message: { name: string }) => {
  if (message.name !== 'commit' || existsSync(marker)) return
  writeFileSync(marker, '')
  const how = existsSync(death) ? readFileSync(death, 'utf8') : 'exit'
  if (how === 'memory')
    for (const kept: number[][] = []; ; ) kept.push(Array.from({ length: 10_000 }, (_, n) => n + 0.5))
  if (how === 'throw') {
    // The writer's own listener still runs, and commits; nobody hears of it.
    parentPort?.close()
    throw new Error('Something that nobody caught.')
  }
  process.exit(1)
})
await import('../../src/services/store/writer-worker.ts')
