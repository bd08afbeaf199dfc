/** The writer's thread: the only one that writes to the history. */
import { parentPort, workerData } from 'node:worker_threads'
import { capturesFromWire, repliesFromWire, resultToWire } from './commit-wire.ts'
import { isBroken } from './file-check.ts'
import type { ThreadMessage, WriterCalls, WriterNews, WriterOpened, WriterOptions } from './messages.ts'
import { serveCalls } from './serve-calls.ts'
import { failureOf, openFailureOf, sqliteCode } from './store-failure.ts'
import { Writer } from './writer.ts'

/** Progress of a re-reading is told this often at most, in ms, and at its end. */
const PROGRESS_EVERY_MS = 100
/** What has been saved of a damaged history is told this often, in ms. */
const NOTICES_EVERY_MS = 500
/** How long a re-reading waits after the disk refused a slice, in ms. */
const RETRY_AFTER_MS = 1000

if (parentPort === null) throw new Error('This module is a thread of the store and runs in a worker only.')
const port = parentPort
// The one place that starts this thread gives it these options.
const options = workerData as WriterOptions

const post = (message: ThreadMessage<WriterOpened, WriterNews>): void => {
  port.postMessage(message)
}

try {
  const writer = openWriter()
  serve(writer)
  post({ type: 'opened', opened: writer.opened })
} catch (error) {
  const describe = options.again ? failureOf : openFailureOf
  post({ type: 'open-failed', failure: describe(error, options.folder) })
}

/** Not every page has been looked at by then: what the writer itself reads first may turn out to be damaged. */
function openWriter(): Writer {
  try {
    return new Writer(options)
  } catch (error) {
    const code = sqliteCode(error)
    if (options.again || code === null || !isBroken(code)) throw error
    return new Writer({ ...options, damaged: error instanceof Error ? error.message : code })
  }
}

function serve(writer: Writer): void {
  let closed = false
  let sliceDue = false
  let toldAt = 0

  const isWorking = (): boolean => writer.salvaging || writer.rereadProgress().state === 'running'

  /** A slice whenever the thread has nothing else to do; calls that came meanwhile are answered before the next. */
  const planSlice = (): void => {
    if (closed || sliceDue || !isWorking()) return
    sliceDue = true
    setImmediate(runSlice)
  }
  const runSlice = (): void => {
    sliceDue = false
    if (closed || !isWorking()) return
    const salvaging = writer.salvaging
    try {
      if (salvaging) writer.salvageSlice()
      else writer.rereadSlice()
    } catch {
      sliceDue = true
      setTimeout(runSlice, RETRY_AFTER_MS)
      return
    }
    if (salvaging) tellNotices(!writer.salvaging)
    else tell(writer.rereadProgress().state === 'done')
    planSlice()
  }
  const tell = (always: boolean): void => {
    const now = performance.now()
    if (!always && now - toldAt < PROGRESS_EVERY_MS) return
    toldAt = now
    post({ type: 'news', news: { type: 'reread', progress: writer.rereadProgress() } })
  }
  const tellNotices = (always: boolean): void => {
    const now = performance.now()
    if (!always && now - toldAt < NOTICES_EVERY_MS) return
    toldAt = now
    post({ type: 'news', news: { type: 'notices', notices: writer.notices() } })
    if (always) tell(true)
  }
  const nothing = (done: void): null => done ?? null

  serveCalls<WriterCalls>(
    port,
    options.folder,
    {
      commit: ({ captures, replies, claim }) =>
        resultToWire(writer.commit(capturesFromWire(captures), repliesFromWire(replies), claim)),
      tryWrite: () => nothing(writer.tryWrite()),
      saveEndpoint: ({ id, config }) => {
        const saved = writer.saveEndpoint(id, config)
        tell(true)
        return saved
      },
      deleteEndpoint: ({ id }) => {
        writer.deleteEndpoint(id)
        tell(true)
        return null
      },
      restoreEndpoint: ({ id }) => {
        const restored = writer.restoreEndpoint(id)
        tell(true)
        return restored
      },
      saveSettings: ({ settings }) => nothing(writer.saveSettings(settings)),
      saveMemo: ({ name, value }) => nothing(writer.saveMemo(name, value)),
      openOutage: (outage) => writer.openOutage(outage),
      closeOutage: ({ id, to }) => nothing(writer.closeOutage(id, to)),
      setMarks: ({ ids, patch }) => writer.setMarks(ids, patch),
      recordForwards: (attempts) => writer.recordForwards(attempts),
      saveConformanceRun: (run) => nothing(writer.saveConformanceRun(run)),
      addExpectation: (expectation) => nothing(writer.addExpectation(expectation)),
      saveOutcome: ({ id, outcome }) => nothing(writer.saveOutcome(id, outcome)),
      clearEndedExpectations: () => writer.clearEndedExpectations(),
      restoreExpectations: ({ ids }) => writer.restoreExpectations(ids),
      importBegin: ({ endpoints }) => nothing(writer.imports.begin(endpoints)),
      importAdd: ({ requests }) => writer.imports.add(requests),
      importFinish: ({ outages }) => {
        const outcome = writer.imports.finish(outages)
        tell(true)
        return outcome
      },
      importDrop: () => nothing(writer.imports.drop()),
      removalUnderWay: () => writer.removal.underWay(),
      beginRemoval: ({ request, total, at }) => writer.removal.begin(request, total, at),
      removeSlice: ({ removal, ids }) => writer.removal.slice(removal, ids),
      endRemoval: ({ id, state, at }) => nothing(writer.removal.end(id, state, at)),
      removeUnusedHeaders: (unused) => nothing(writer.removal.removeUnusedHeaders(unused)),
      giveBack: ({ pages }) => writer.giveBack(pages),
      searchRenewed: () => nothing(writer.searchRenewed()),
      suspect: () => nothing(writer.suspect()),
      alive: ({ at }) => nothing(writer.alive(at)),
      close: ({ at }) => {
        closed = true
        return nothing(writer.close(at))
      },
    },
    () => {
      closed = true
      writer.end()
    },
    planSlice,
  )
  planSlice()
}
