/** The thread that fills the search index, and brings the history's log into its file. Nothing that happens to it is anybody else's matter. */
import { parentPort, workerData } from 'node:worker_threads'
import { LogWriter } from '../log-writer.ts'
import type { SearchIndexCalls, SearchIndexOptions, ThreadMessage } from '../messages.ts'
import { serveCalls } from '../serve-calls.ts'
import { ArrivalRate, isBusy, politeWait } from './politeness.ts'
import { SearchIndexer } from './search-indexer.ts'

/** After something that keeps the index from being filled, such as a full disk, in ms. */
const RETRY_AFTER_MS = 5000
/** Nobody tells of everything, such as the end of an import: it is looked this often, in ms. */
const LOOK_EVERY_MS = 2000
/** After so long without work, in ms, it keeps no pages and looks less often. */
const REST_AFTER_MS = 5000
const LOOK_AT_REST_MS = 10_000

if (parentPort === null) throw new Error('This module is a thread of the store and runs in a worker only.')
const port = parentPort
// The one place that starts this thread gives it these options.
const { folder } = workerData as SearchIndexOptions

const indexer = new SearchIndexer(folder)
const log = new LogWriter(folder)
const arrivals = new ArrivalRate()
let workedAt = Number.NEGATIVE_INFINITY
let workedMs = 0
let rests = false
let retryAt = Number.NEGATIVE_INFINITY
let ended = false
let due: { readonly at: number; readonly cancel: () => void } | null = null

serveCalls<SearchIndexCalls>(
  port,
  folder,
  {
    stored: ({ count }) => {
      if (count > 0) {
        arrivals.add(count, performance.now())
        log.write()
      }
      plan(0)
      return null
    },
    rebuild: () => {
      retryAt = Number.NEGATIVE_INFINITY
      indexer.rebuild()
      plan(0)
      return null
    },
  },
  () => {
    ended = true
    due?.cancel()
    indexer.close()
    log.close()
  },
)
port.postMessage({ type: 'opened', opened: null } satisfies ThreadMessage<null, never>)
plan(0)

/** Whatever came meanwhile is answered before. */
function plan(wait: number): void {
  if (ended) return
  const now = performance.now()
  const at = Math.max(now + wait, retryAt)
  if (due !== null && due.at <= at) return
  due?.cancel()
  const run = (): void => {
    due = null
    plan(work())
  }
  if (at <= now) {
    const immediate = setImmediate(run)
    due = { at, cancel: () => clearImmediate(immediate) }
  } else {
    const timer = setTimeout(run, at - now)
    due = { at, cancel: () => clearTimeout(timer) }
  }
}

/** A slice, where there is something to do and nobody is in a hurry. Answers how long to wait for the next, in ms. */
function work(): number {
  try {
    const backlog = indexer.backlog()
    const behind = Math.max(backlog.keys, backlog.accounts, backlog.text)
    const now = performance.now()
    if (behind === 0) return atRest(now) ? LOOK_AT_REST_MS : LOOK_EVERY_MS
    const perSecond = arrivals.perSecond(now)
    const wait = politeWait({ behind, perSecond, sinceWorkMs: now - workedAt, workedMs })
    if (wait > 0) return wait
    indexer.work(backlog, isBusy(perSecond))
    workedAt = performance.now()
    workedMs = workedAt - now
    rests = false
    return 0
  } catch (error) {
    retryAt = performance.now() + RETRY_AFTER_MS
    try {
      indexer.recover(error)
    } catch {
      // It is tried again with the rest.
    }
    return RETRY_AFTER_MS
  }
}

function atRest(now: number): boolean {
  if (!rests && now - workedAt > REST_AFTER_MS) {
    indexer.rest()
    rests = true
  }
  return rests
}
