import type { Client } from '../../../../contract/client.ts'
import { concernsMarks, EVERYTHING, NEWEST_FIRST, type PostbackFilter, type Sort } from '../../../../core/filter.ts'
import { type Marked, summaryOfMark } from '../../../../core/mark.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'
import { type Coalescer, createCoalescer, type Timers, windowTimers } from '../../../lib/coalesce.ts'
import { createIdLoader, type IdLoader } from './id-loader.ts'
import { isDecidedHere, isWanted } from './live-filter.ts'
import { createRowCache, type ReplyNews, withNews } from './row-cache.ts'
import { createRowLoader } from './row-loader.ts'
import { createSkeleton, type Skeleton } from './skeleton.ts'

/** Rows in memory; about thirty screens full. */
const CACHED_ROWS = 2000
/** The first page: enough for a tall window and its spare rows. */
const FIRST_PAGE = 100
/** Arrivals that are kept whole while they wait; of the others the id is enough. */
const WAITING_ROWS = 200
/** How long rows that are there wait for their number, in ms: to count may take longer than to find. */
const COUNT_PATIENCE_MS = 60

/** What the list shows. */
export interface HistoryQuery {
  readonly filter: PostbackFilter
  readonly sort: Sort
}

/** One state of the list; a new object for each change. Rows themselves are asked for by index. */
export interface HistorySnapshot {
  readonly state: 'loading' | 'ready' | 'failed'
  /** What went wrong where `state` is `failed`. */
  readonly error: unknown
  /** Rows of the whole list, loaded or not; those found so far while their number is not known. */
  readonly rowCount: number
  /** True while a long history is looked through: there may be more rows than are shown. */
  readonly searching: boolean
  /** Arrivals that wait to be let in. */
  readonly waiting: number
  /** Another number for each filter and sort that is shown. */
  readonly listing: number
  readonly version: number
}

/** The history under one filter and sort, live. */
export interface HistoryList {
  readonly getSnapshot: () => HistorySnapshot
  readonly subscribe: (listener: () => void) => () => void
  idAt(index: number): number | undefined
  /** Undefined while the row is not loaded. */
  rowAt(index: number): PostbackSummary | undefined
  row(id: number): PostbackSummary | undefined
  /** -1 where the list does not know the id. */
  indexOf(id: number): number
  show(query: HistoryQuery): void
  reload(): void
  /** Says which rows are being looked at, so that they are loaded. */
  look(start: number, end: number): void
  /** Says whether the first row is in sight: where it is not, arrivals wait instead of moving what is being read. */
  follow(atTop: boolean): void
  /** Has arrivals wait wherever the list stands. */
  pause(paused: boolean): void
  /** Lets in what waits. */
  letIn(): void
  received(rows: readonly PostbackSummary[]): void
  replied(replies: readonly ({ readonly id: number } & ReplyNews)[]): void
  /** Takes what rows are marked with now; reads anew where that decides which rows are shown. */
  marked(marks: readonly Marked[]): void
  /** Hears of every arrival that belongs in the list, whether it waits or not; oldest first. */
  onArrival(listener: (rows: readonly PostbackSummary[]) => void): () => void
  /** Undoes `close`. */
  open(): void
  close(): void
}

export function isNewestFirst(sort: Sort): boolean {
  return sort.column === NEWEST_FIRST.column && sort.direction === NEWEST_FIRST.direction
}

/** `schedule` is asked to run something with the next frame, so that a burst of arrivals is drawn once. */
export function createHistoryList(
  client: Client,
  schedule: (flush: () => void) => void,
  timers: Timers = windowTimers,
): HistoryList {
  const cache = createRowCache(CACHED_ROWS)
  const listeners = new Set<() => void>()
  const arrivalListeners = new Set<(rows: readonly PostbackSummary[]) => void>()

  let query: HistoryQuery | null = null
  let generation = 0
  let state: HistorySnapshot['state'] = 'loading'
  let error: unknown = null
  let skeleton: Skeleton = createSkeleton()
  let ids: IdLoader | null = null
  /** What the store counted; says how long the list is until all its ids are known. Null while it counts. */
  let counted: number | null = 0
  /** Up to this id all that match are in the list, or waiting. */
  let newest = 0
  /** The newest id that was heard of, whether it matches or not. */
  let newestHeard = 0
  let atTop = true
  let paused = false
  let waitingIds: number[] = []
  let waitingRows: PostbackSummary[] = []
  /** Arrivals during a load, which may or may not be in its answer. */
  let early: PostbackSummary[] = []
  /** Of `shown`: what the rows that are here were asked for. */
  let listing = 0
  let shown: HistoryQuery | null = null
  let looked = { start: 0, end: 0 }

  let snapshot: HistorySnapshot = { state, error, rowCount: 0, searching: false, waiting: 0, listing: 0, version: 0 }
  let scheduled = false
  let closed = false

  function rowCount(): number {
    return ids?.complete === false ? Math.max(counted ?? 0, skeleton.length) : skeleton.length
  }

  function changed(): void {
    if (scheduled || closed) return
    scheduled = true
    schedule(() => {
      scheduled = false
      if (closed) return
      const version = snapshot.version + 1
      const searching = state === 'ready' && ids?.searching === true && counted !== 0
      snapshot = { state, error, rowCount: rowCount(), searching, waiting: waitingIds.length, listing, version }
      for (const listener of listeners) listener()
    })
  }

  const rows = createRowLoader((wanted) => client.call('postback.byIds', { ids: wanted }), cache, changed)
  const tail: Coalescer = createCoalescer(askForNewer, { gapMs: 0, restFactor: 1, timers })

  async function load(): Promise<void> {
    if (!query) return
    generation += 1
    const mine = generation
    const { filter, sort } = query
    state = 'loading'
    error = null
    early = []
    ids?.close()
    changed()
    try {
      const newestBefore = isNewestFirst(sort) ? 0 : await newestId()
      const asked = client.call('postback.page', { filter, sort, cursor: null, newerThan: null, limit: FIRST_PAGE })
      const counting = client.call('postback.counts', { filter }).then(({ total }) => total)
      counting.catch(() => {})
      const page = await asked
      const total = await Promise.race([counting, patience(COUNT_PATIENCE_MS)])
      if (mine !== generation || closed) return
      cache.clear()
      cache.put(page.items)
      rows.reset()
      skeleton = createSkeleton(page.items.map((row) => row.id))
      counted = total
      if (total === null) void countLater(counting, mine)
      newest = page.items.reduce((highest, row) => Math.max(highest, row.id), newestBefore)
      waitingIds = []
      waitingRows = []
      const loading = { filter, sort, cursor: page.next, known: page.items.length, timers }
      ids = createIdLoader(client, { ...loading, short: page.items.length < FIRST_PAGE }, (more) => {
        if (mine !== generation || closed) return
        skeleton.addBelow(more)
        rows.look(skeleton, looked)
        changed()
      })
      state = 'ready'
      if (shown !== query) listing += 1
      shown = query
      ids.want(FIRST_PAGE + 1)
      const since = early
      early = []
      received(since)
      rows.look(skeleton, looked)
    } catch (cause) {
      if (mine !== generation || closed) return
      state = 'failed'
      error = cause
    }
    changed()
  }

  function patience(ms: number): Promise<null> {
    return new Promise((resolve) => {
      timers.set(() => resolve(null), ms)
    })
  }

  async function countLater(counting: Promise<number>, mine: number): Promise<void> {
    try {
      const total = await counting
      if (mine !== generation || closed) return
      counted = total
      changed()
    } catch {
      // The list grows as it is found.
    }
  }

  /** The newest id of all, for lists that do not start with it. */
  async function newestId(): Promise<number> {
    const request = { filter: EVERYTHING, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: 1 }
    const page = await client.call('postback.ids', request)
    return page.items[0] ?? 0
  }

  /** Asks the store which arrivals belong in the list, where the filter can only be decided there. */
  async function askForNewer(): Promise<void> {
    if (!query || state !== 'ready') return
    const mine = generation
    const heard = newestHeard
    try {
      const request = { filter: query.filter, sort: NEWEST_FIRST, newerThan: newest }
      const page = await client.call('postback.page', { ...request, cursor: null, limit: FIRST_PAGE })
      let cursor = page.next
      const older: number[] = []
      while (cursor !== null) {
        const more = await client.call('postback.ids', { ...request, cursor, limit: 50_000 })
        if (mine !== generation) return
        older.unshift(...more.items.toReversed())
        cursor = more.next
      }
      if (mine !== generation || closed) return
      insert(older, page.items.toReversed())
      // What did not match is not looked at again.
      newest = Math.max(newest, heard)
    } catch {
      // The next arrival asks again; a lost connection ends in a resync, which reloads everything.
    }
  }

  /** Takes arrivals that belong in the list: `olderIds` without their rows, then `arrived`, both oldest first. */
  function insert(olderIds: readonly number[], arrived: readonly PostbackSummary[]): void {
    const arrivedIds = arrived.map((row) => row.id)
    const all = [...olderIds, ...arrivedIds]
    if (all.length === 0 || !query) return
    newest = Math.max(newest, all.at(-1) ?? 0)
    const { column, direction } = query.sort
    if (column === 'received' && direction === 'ascending') {
      // Below what is read: nothing moves, so nothing needs to wait.
      if (ids?.complete === false) counted = (counted ?? skeleton.length) + all.length
      else skeleton.addBelow(all)
      cache.put(arrived)
    } else if (column === 'received' && atTop && !paused) {
      skeleton.addOnTop(all)
      if (counted !== null) counted += all.length
      cache.put(arrived)
      rows.look(skeleton, looked)
    } else {
      for (const id of all) waitingIds.push(id)
      waitingRows = [...waitingRows, ...arrived].slice(-WAITING_ROWS)
    }
    for (const listener of arrivalListeners) listener(arrived)
    changed()
  }

  function letIn(): void {
    if (waitingIds.length === 0 || !query) return
    if (query.sort.column !== 'received') {
      // Their places among the others are the store's to say.
      void load()
      return
    }
    skeleton.addOnTop(waitingIds)
    if (counted !== null) counted += waitingIds.length
    cache.put(waitingRows)
    waitingIds = []
    waitingRows = []
    rows.look(skeleton, looked)
    changed()
  }

  function letInAtTop(): void {
    if (atTop && !paused && query?.sort.column === 'received') letIn()
  }

  function received(arrived: readonly PostbackSummary[]): void {
    if (!query) return
    if (state === 'loading') {
      early.push(...arrived)
      return
    }
    newestHeard = arrived.reduce((highest, row) => Math.max(highest, row.id), newestHeard)
    const fresh = arrived.filter((row) => row.id > newest)
    if (fresh.length === 0 || state !== 'ready') return
    if (!isDecidedHere(query.filter)) {
      tail.ask()
      return
    }
    const { filter } = query
    insert(
      [],
      fresh.filter((row) => isWanted(row, filter)),
    )
  }

  function replied(replies: readonly ({ readonly id: number } & ReplyNews)[]): void {
    let any = false
    for (const { id, ...news } of replies) {
      if (cache.setReply(id, news)) any = true
      const at = waitingRows.findIndex((row) => row.id === id)
      const row = waitingRows[at]
      if (row) waitingRows[at] = { ...row, reply: withNews(row.reply, news) }
    }
    if (any) changed()
  }

  function marked(marks: readonly Marked[]): void {
    let any = false
    for (const mark of marks) {
      if (cache.setMark(mark)) any = true
      waitingRows = waitingRows.map((row) => (row.id === mark.id ? { ...row, mark: summaryOfMark(mark) } : row))
    }
    if (query && concernsMarks(query.filter)) void load()
    else if (any) changed()
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    idAt: (index) => skeleton.idAt(index),
    rowAt(index) {
      const id = skeleton.idAt(index)
      return id === undefined ? undefined : cache.get(id)
    },
    row: (id) => cache.get(id),
    indexOf: (id) => skeleton.indexOf(id),
    show(next) {
      query = next
      void load()
    },
    reload: () => void load(),
    look(start, end) {
      looked = { start, end }
      ids?.want(end)
      rows.look(skeleton, looked)
    },
    follow(next) {
      atTop = next
      letInAtTop()
    },
    pause(next) {
      paused = next
      letInAtTop()
    },
    letIn,
    received,
    replied,
    marked,
    onArrival(listener) {
      arrivalListeners.add(listener)
      return () => {
        arrivalListeners.delete(listener)
      }
    },
    open() {
      closed = false
    },
    close() {
      closed = true
      generation += 1
      ids?.close()
    },
  }
}
