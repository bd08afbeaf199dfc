/** The `PostbackStore` on SQLite. The calling thread runs no SQL: a writer and two readers have threads of their own. */
import type { PostbackFilter } from '../../core/filter.ts'
import { type PageRequest, type PostbackStore, StoreError, type StoreEvent } from '../../core/ports.ts'
import type { Notice, RereadProgress } from '../../core/status.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { archiveSource } from './archive-source.ts'
import { BackgroundCheck } from './background-check.ts'
import { HistoryClearing } from './clearing/history-clearing.ts'
import { CommitQueue } from './commit-queue.ts'
import { DamageHealing } from './damage-healing.ts'
import { ExportReaders } from './export-readers.ts'
import { ForwardRecorder } from './forward-recorder.ts'
import { LazyReader } from './lazy-reader.ts'
import type { WriterCalls } from './messages.ts'
import { isQuick } from './quick-query.ts'
import { ReaderClient } from './reader-client.ts'
import { SearchIndexClient } from './search-index/search-index-client.ts'
import { streamExport } from './stream-export.ts'
import { streamExportText } from './stream-export-text.ts'
import { isTallied } from './tally-sums.ts'
import { WriterClient } from './writer-client.ts'

export { type HistoryReader, openHistoryReader } from './history-reader.ts'

/** How often it is noted that the inspector runs, in ms: the error of an 'off' outage after a crash. */
const ALIVE_EVERY_MS = 15_000

/** Nothing is removed for so long after an archive's head was read, in ms. */
const HEAD_HELD_MS = 5000

/** After so long without a capture, in ms, numbers that are kept as it goes cost nobody anything. */
const CALM_AFTER_MS = 10_000

/** Somebody who has searched may search again, and waits for the first page. */
const WALKING_REST_MS = 5 * 60_000

const PARTLY_UNREADABLE =
  'A part of the history cannot be read any more, so a search or a view may fail. What arrives is stored. Start the inspector again: it sets the damaged file aside and saves what is in it.'

export interface StoreOptions {
  /** Made where it is missing. */
  readonly folder: string
  readonly appVersion: string
  readonly now?: () => number
  /** The most pages of 8 KiB that the file may have; a full file refuses captures like a full disk. */
  readonly maxPages?: number
  /** The module of the readers' threads, where they are to know formats to export. */
  readonly readerUrl?: URL
}

/**
 * Opens the history of a folder, brings it up to date, and sets a damaged one aside with a notice.
 *
 * Rejects with a `StoreError`: `in-use`, `not-writable`, `newer-version`, or `io`.
 */
export async function createSqlitePostbackStore(options: StoreOptions): Promise<PostbackStore> {
  const { folder, appVersion, now = Date.now, maxPages = null, readerUrl } = options
  const listeners = new Set<(event: StoreEvent) => void>()
  const emit = (event: StoreEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        // A listener's fault is reported as one, and is no reason to refuse a capture.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
  let progress: RereadProgress = { state: 'idle', done: 0, total: 0, changed: 0 }
  let notices: readonly Notice[] = []
  let searchIndex: SearchIndexClient | null = null
  let storedAt = Number.NEGATIVE_INFINITY
  const tellNotices = (now: readonly Notice[]): void => {
    notices = now
    emit({ type: 'notices', notices })
  }
  const writer = new WriterClient({
    folder,
    appVersion,
    maxPages,
    now,
    onNews: (news) => {
      if (news.type === 'notices') {
        tellNotices(news.notices)
        return
      }
      progress = news.progress
      searchIndex?.stored(0)
      emit({ type: 'reread', progress })
    },
    onStatus: (status) => emit({ type: 'status', status }),
    onOutage: (outage) => emit({ type: 'outage', outage }),
  })
  const onDamage = (why: string): void => {
    if (notices.some((notice) => notice.text === PARTLY_UNREADABLE)) return
    tellNotices([{ severity: 'error', text: PARTLY_UNREADABLE, detail: why }, ...notices])
    writer.call('suspect', null).catch(() => {})
  }
  const onSearchDamage = (): void => void searchIndex?.rebuild([quick, walking, heavy])
  const quick = new ReaderClient({ folder, onDamage, onSearchDamage, openAfter: writer.opened }, readerUrl)
  const opened = await writer.opened.catch(async (error: unknown) => {
    await Promise.all([writer.end(), quick.end()])
    throw error
  })
  progress = opened.reread
  notices = opened.notices
  const heavy = new LazyReader(() => new ReaderClient({ folder, onDamage, onSearchDamage }, readerUrl))
  // Pages that must be looked for: they wait for no number over the whole history.
  const walking = new LazyReader(
    () => new ReaderClient({ folder, onDamage, onSearchDamage }, readerUrl),
    WALKING_REST_MS,
  )
  const exporting = new ExportReaders({ folder, onDamage, onSearchDamage }, readerUrl)
  const index = new SearchIndexClient({ folder })
  searchIndex = index
  const removing = new LazyReader(() => new ReaderClient({ folder, onDamage, onSearchDamage }, readerUrl))
  const clearing = new HistoryClearing({
    write: (name, input) => writer.call(name, input),
    read: (name, input) => removing.call(name, input),
    now,
    onProgress: (progress) => emit({ type: 'clearing', clearing: progress }),
    renewSearch: () => index.rebuild([quick, walking, heavy, removing]),
  })
  clearing.resume()
  const check = !opened.isLookDue
    ? null
    : new BackgroundCheck({
        folder,
        onFault: (why) => {
          // Where no other file can be begun either, the next capture says so.
          healing.replace(why).catch(() => {})
        },
      })
  const healing = new DamageHealing({
    writer,
    readers: [quick, walking, heavy, exporting, removing, index, ...(check === null ? [] : [check])],
    onReplaced: (replaced) => {
      tellNotices(replaced.notices)
      progress = replaced.reread
      // What is shown is of the other file.
      emit({ type: 'reread', progress: { state: 'done', done: 0, total: 0, changed: 0 } })
      if (progress.state === 'running') emit({ type: 'reread', progress })
    },
  })
  const queue = new CommitQueue({
    commit: (captures, replies, claim) => {
      index.stored(captures.length)
      storedAt = performance.now()
      return healing.commit(captures, replies, claim)
    },
    onReplied: (replies) => emit({ type: 'replied', replies }),
    onRefused: (failure, overload) => writer.refused(failure, overload),
    onLate: (postbacks) => emit({ type: 'late', postbacks }),
  })
  const heartbeat = setInterval(() => {
    writer.call('alive', { at: now() }).catch(() => {})
  }, ALIVE_EVERY_MS)
  heartbeat.unref()
  let closing: Promise<void> | null = null

  const refuseWhenClosed = (): void => {
    if (closing !== null) throw new StoreError('closed', errorsWords().store.closed)
  }
  const write = async <Name extends keyof WriterCalls>(
    name: Name,
    input: WriterCalls[Name]['input'],
  ): Promise<WriterCalls[Name]['output']> => {
    refuseWhenClosed()
    return writer.call(name, input)
  }
  const archived = archiveSource(heavy)
  let releaseHead = (): void => {}
  const forwards = new ForwardRecorder((batch) => write('recordForwards', batch))
  /** A screen that is only left open asks for the same numbers again and again: no thread is woken for them. */
  const numbersOf = (filter: PostbackFilter): ReaderClient | LazyReader =>
    heavy.rests && isTallied(filter) && performance.now() - storedAt > CALM_AFTER_MS ? quick : heavy
  const readerFor = ({ filter, sort }: PageRequest): ReaderClient | LazyReader =>
    isQuick(filter, sort) ? quick : walking

  return {
    append: async (request, reply) => {
      refuseWhenClosed()
      return queue.append(request, reply)
    },
    recordReply: (id, outcome) => {
      if (closing === null) queue.addReply({ ...outcome, id })
    },

    page: (request) => readerFor(request).call('page', request),
    ids: (request) => readerFor(request).call('ids', request),
    byIds: (ids) => quick.call('byIds', { ids }),
    texts: {
      page: (request) => readerFor(request).call('pageText', request),
      byIds: (ids) => quick.call('byIdsText', { ids }),
    },
    detail: (id) => quick.call('detail', { id }),
    counts: (filter) => numbersOf(filter).call('counts', { filter }),
    activity: (filter, from, to, bucketMs) => numbersOf(filter).call('activity', { filter, from, to, bucketMs }),
    codes: (from, to) => heavy.call('codes', { from, to }),
    userIdsLike: (prefix, limit) => heavy.call('userIdsLike', { prefix, limit }),
    export: (filter) => streamExport(heavy, filter),
    exportText: (filter, format, context) => streamExportText(heavy, exporting, { filter, format, context }),
    marks: { set: (ids, patch) => write('setMarks', { ids, patch }) },
    users: {
      page: (request) => heavy.call('userPage', request),
      totals: (filter) => heavy.call('userTotals', { filter }),
      detail: (userId, filter) => heavy.call('userDetail', { userId, filter }),
    },
    duplicateGroup: (id) => heavy.call('duplicateGroup', { id }),

    forwards: {
      record: (attempt) => forwards.record(attempt),
      attempts: (postbackId) => quick.call('forwardAttempts', { postbackId }),
    },
    conformance: {
      save: async (run) => {
        await write('saveConformanceRun', run)
      },
      byId: (id) => quick.call('conformanceRun', { id }),
      latest: () => quick.call('conformanceHeads', null),
    },
    expectations: {
      add: async (expectation) => {
        await write('addExpectation', expectation)
      },
      list: (request) => quick.call('expectationPage', request),
      byIds: (ids) => quick.call('expectationsByIds', { ids }),
      importedAmong: (ids) => quick.call('importedAmong', { ids }),
      overlapping: (from, to) => quick.call('expectationsBetween', { from, to }),
      saveOutcome: async (id, outcome) => {
        await write('saveOutcome', { id, outcome })
      },
      clearEnded: () => write('clearEndedExpectations', null),
      restore: (ids) => write('restoreExpectations', { ids }),
    },

    archive: {
      async head(at) {
        releaseHead()
        const release = await clearing.hold()
        // Whoever asks for it reads on at once, and holds by that.
        const timer = setTimeout(release, HEAD_HELD_MS).unref()
        releaseHead = () => {
          clearTimeout(timer)
          release()
        }
        return archived.head(at)
      },
      requests: (until) => clearing.holding(() => archived.requests(until), releaseHead),
      async begin(endpoints) {
        const release = await clearing.hold()
        await write('importBegin', { endpoints }).catch((error: unknown) => {
          release()
          throw error
        })
        return {
          add: (requests) => write('importAdd', { requests }),
          finish: (outages) =>
            write('importFinish', { outages }).finally(() => {
              release()
              index.stored(0)
            }),
          drop: async () => {
            // A writer that is gone has left nothing either.
            await write('importDrop', null).catch(() => {})
            release()
          },
        }
      },
    },
    removals: {
      preview: (selection) => clearing.preview(selection),
      begin: async (request) => {
        refuseWhenClosed()
        return clearing.begin(request)
      },
      stop: () => clearing.stop(),
      settled: () => clearing.settled(),
      progress: () => clearing.progress(),
      latest: (limit) => clearing.latest(limit),
      beyondNewest: (keep) => clearing.beyondNewest(keep),
      newestId: () => clearing.newestId(),
    },

    deliveries: {
      series: (id) => quick.call('deliverySeries', { id }),
      ofEndpoint: (endpointId) => quick.call('deliveriesOfEndpoint', { endpointId }),
    },

    endpoints: () => quick.call('endpoints', null),
    saveEndpoint: (id, config) => write('saveEndpoint', { id, config }),
    deleteEndpoint: async (id) => {
      await write('deleteEndpoint', { id })
    },
    restoreEndpoint: (id) => write('restoreEndpoint', { id }),
    rereadProgress: () => progress,

    settings: () => quick.call('settings', null),
    saveSettings: async (settings) => {
      await write('saveSettings', { settings })
    },
    memo: (name) => quick.call('memo', { name }),
    saveMemo: async (name, value) => {
      await write('saveMemo', { name, value })
    },

    outages: (from, to) => quick.call('outages', { from, to }),
    openOutage: (reason, from, why) => write('openOutage', { reason, from, to: null, why }),
    closeOutage: async (id, to) => {
      await write('closeOutage', { id, to })
    },

    status: () => writer.status,
    notices: () => notices,
    on: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close: () => (closing ??= close()),
  }

  async function close(): Promise<void> {
    clearInterval(heartbeat)
    await queue.drain()
    await clearing.close()
    await Promise.all([
      quick.end(),
      walking.end(),
      heavy.end(),
      exporting.end(),
      removing.end(),
      index.end(),
      check?.end(),
    ])
    await writer.close(now())
    await check?.gone()
  }
}
