/** A reader's thread: its own connection, which cannot write. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ReaderCalls, ReaderOptions, ThreadMessage } from './messages.ts'
import { Reader } from './reader.ts'
import { serveCalls } from './serve-calls.ts'
import { failureOf } from './store-failure.ts'

if (parentPort === null) throw new Error('This module is a thread of the store and runs in a worker only.')
const port = parentPort
// The one place that starts this thread gives it these options.
const options = workerData as ReaderOptions

const post = (message: ThreadMessage<null, never>): void => {
  port.postMessage(message)
}

try {
  const reader = new Reader(options)
  serveCalls<ReaderCalls>(port, options.folder, reader.handlers(), () => reader.close())
  post({ type: 'opened', opened: null })
} catch (error) {
  post({ type: 'open-failed', failure: failureOf(error, options.folder) })
}
