/** What a reader's thread does: its own connection, which cannot write. */
import { parentPort, workerData } from 'node:worker_threads'
import type { CreateExporter } from './export-text.ts'
import { passGate } from './gate.ts'
import type { ReaderCalls, ReaderNews, ReaderOptions, ThreadMessage } from './messages.ts'
import { Reader } from './reader.ts'
import { serveCalls } from './serve-calls.ts'
import { failureOf } from './store-failure.ts'

/** After so long without a call, in ms, the thread keeps no pages. */
const REST_MS = 5000

/** Runs in the thread's own module; without `createExporter` the thread writes no exports. */
export function runReader(createExporter: CreateExporter | null): void {
  if (parentPort === null) throw new Error('This module is a thread of the store and runs in a worker only.')
  const port = parentPort
  // The one place that starts this thread gives it these options.
  const options = workerData as ReaderOptions
  const post = (message: ThreadMessage<null, ReaderNews>): void => {
    port.postMessage(message)
  }
  // Nobody waits for an answer then: the history could not be opened, and its reason is known.
  if (options.gate !== undefined && !passGate(options.gate)) return
  try {
    const reader = new Reader(options, createExporter, () => post({ type: 'news', news: { type: 'search-damaged' } }))
    const rest = setTimeout(() => reader.shrink(), REST_MS)
    const close = (): void => {
      clearTimeout(rest)
      reader.close()
    }
    serveCalls<ReaderCalls>(port, options.folder, reader.handlers(), close, () => rest.refresh())
    post({ type: 'opened', opened: null })
  } catch (error) {
    post({ type: 'open-failed', failure: failureOf(error, options.folder) })
  }
}
