/** All that reads the history. Lives in a reader's thread; every method is synchronous. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import { registerAccountFunctions } from './account-functions.ts'
import { pageOfEveryUser, totalsOfEveryUser } from './account-pages.ts'
import { ActivityMemory } from './activity-memory.ts'
import { archiveBatch, archiveHead } from './archive-query.ts'
import { checkpoint } from './clearing/checkpoint.ts'
import { beyondNewest, newestId, previewRemoval, removableIds, searchStaleness } from './clearing/find-removable.ts'
import { latestRemovals } from './clearing/removal-table.ts'
import { findUnusedHeaders } from './clearing/unused-headers.ts'
import { countCodes } from './code-counts.ts'
import { CodeMemory } from './code-memory.ts'
import { readConformanceHeads, readConformanceRun } from './conformance-table.ts'
import { deliveriesOfEndpoint, deliverySeries } from './delivery-query.ts'
import { duplicateGroupOf } from './duplicate-group-query.ts'
import { ENDPOINT_ROWS, type EndpointRow, endpointFromRow } from './endpoint-table.ts'
import { expectationsBetween, expectationsByIds, importedAmong, pageOfExpectations } from './expectation-table.ts'
import { exportBatch } from './export-query.ts'
import { type CreateExporter, exportFrame, exportTextPiece } from './export-text.ts'
import { readForwards } from './forward-table.ts'
import { AT_ONCE, Budget } from './id-walk.ts'
import { readMemo } from './memo-table.ts'
import type { ReaderCalls, ReaderOptions } from './messages.ts'
import { LATEST_VERSION } from './migrations/all.ts'
import { versionOf } from './migrations/runner.ts'
import { readOutages } from './outage-table.ts'
import { faultOf } from './page-check.ts'
import { pageOfIds } from './page-query.ts'
import { historyFile } from './paths.ts'
import { detailById } from './row-queries.ts'
import { SearchAttachment, type SearchExtent } from './search-attachment.ts'
import type { Handlers } from './serve-calls.ts'
import { readSettings } from './settings-table.ts'
import { sqliteCode } from './store-failure.ts'
import { summariesByIds } from './summary-rows.ts'
import { activityOf, countMatches } from './tally-queries.ts'
import { registerTextSearch } from './text-search.ts'
import { detailOfUser, isEveryUser, pageOfUsers, totalsOfUsers } from './user-queries.ts'
import { userIdsLike } from './user-suggestions.ts'

const BUSY_TIMEOUT_MS = 5000
const FRUGAL_CACHE_KIB = 4096
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR)/

export class Reader {
  readonly #database: Database.Database
  readonly #search: SearchAttachment
  readonly #createExporter: CreateExporter | null
  readonly #isStopping: () => boolean
  readonly #onSearchDamage: () => void
  readonly #folder: string

  /** @throws StoreError `not-found` without a history, `newer-version`, or `io` for one that must be migrated first. */
  constructor(
    { folder, stopping, frugal = false }: ReaderOptions,
    createExporter: CreateExporter | null = null,
    onSearchDamage: () => void = () => {},
  ) {
    this.#createExporter = createExporter
    this.#onSearchDamage = onSearchDamage
    this.#folder = folder
    const file = historyFile(folder)
    if (!existsSync(file)) throw new StoreError('not-found', `There is no history in ${folder}.`)
    this.#database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    const version = versionOf(this.#database)
    if (version > LATEST_VERSION) {
      throw new StoreError(
        'newer-version',
        `The history in ${folder} was written by a newer version of the inspector: update this one.`,
      )
    }
    if (version < LATEST_VERSION) {
      throw new StoreError(
        'io',
        `The history in ${folder} is of an older version: start the inspector once, it brings it up to date.`,
      )
    }
    if (frugal) this.#database.pragma(`cache_size = -${String(FRUGAL_CACHE_KIB)}`)
    const flag = new Int32Array(stopping)
    const isStopping = (): boolean => Atomics.load(flag, 0) === 1
    this.#isStopping = isStopping
    registerTextSearch(this.#database, isStopping)
    registerAccountFunctions(this.#database, isStopping)
    this.#search = new SearchAttachment(this.#database, folder)
  }

  close(): void {
    this.#database.close()
  }

  /** Lets go of the pages that are kept: the system has them as well. */
  shrink(): void {
    this.#database.pragma('shrink_memory')
  }

  #exporters(): CreateExporter {
    if (this.#createExporter === null) throw new Error('This reader was started without formats to export.')
    return this.#createExporter
  }

  handlers(): Handlers<ReaderCalls> {
    const database = this.#database
    // One snapshot for all steps: a page must not name rows that its second half no longer sees.
    const page = this.#searching((extent, request: ReaderCalls['page']['input']) => {
      const { items, next } = pageOfIds(database, extent, request, new Budget(AT_ONCE))
      return { items: summariesByIds(database, items), next }
    })
    const ids = this.#searching((extent, request: ReaderCalls['ids']['input']) => pageOfIds(database, extent, request))
    const batch = this.#searching((extent, { filter, after, until }: ReaderCalls['exportBatch']['input']) =>
      exportBatch(database, extent, filter, after, until),
    )
    const text = this.#searching((extent, request: ReaderCalls['exportText']['input']) => {
      return exportTextPiece(database, extent, this.#exporters(), request)
    })
    const suggested = this.#searching((extent, { prefix, limit }: ReaderCalls['userIdsLike']['input']) =>
      userIdsLike(database, extent, prefix, limit),
    )
    const group = this.#searching((extent, { id }: ReaderCalls['duplicateGroup']['input']) =>
      duplicateGroupOf(database, extent, id),
    )
    const userPage = this.#searching((extent, request: ReaderCalls['userPage']['input']) =>
      isEveryUser(request.filter)
        ? pageOfEveryUser(database, extent, request.sort, request.offset, request.limit)
        : pageOfUsers(database, extent, request),
    )
    const userTotals = this.#searching((extent, { filter }: ReaderCalls['userTotals']['input']) =>
      isEveryUser(filter) ? totalsOfEveryUser(database, extent) : totalsOfUsers(database, filter),
    )
    const userDetail = this.#searching((extent, { userId, filter }: ReaderCalls['userDetail']['input']) =>
      detailOfUser(database, extent, userId, filter),
    )
    const series = this.#searching((extent, { id }: ReaderCalls['deliverySeries']['input']) =>
      deliverySeries(database, extent, id),
    )
    // One snapshot: what is counted is what follows.
    const head = database.transaction((at: number) => archiveHead(database, at))
    const memory = new ActivityMemory()
    const counts = this.#searching((extent, { filter }: ReaderCalls['counts']['input']) =>
      countMatches(database, filter, extent),
    )
    const activity = this.#searching((extent, { filter, from, to, bucketMs }: ReaderCalls['activity']['input']) =>
      activityOf(database, filter, from, to, bucketMs, memory, extent),
    )
    const codeMemory = new CodeMemory()
    const codes = database.transaction(({ from, to }: ReaderCalls['codes']['input']) =>
      countCodes(database, from, to, codeMemory),
    )
    const removable = this.#searching((extent, { selection, after, limit }: ReaderCalls['removableIds']['input']) =>
      removableIds(database, extent, selection, after, limit),
    )
    const preview = this.#searching((extent, selection: ReaderCalls['previewRemoval']['input']) =>
      previewRemoval(database, extent, selection),
    )
    const unusedHeaders = database.transaction(() => findUnusedHeaders(database))
    return {
      page: (request) => page(request),
      pageText: (request) => JSON.stringify(page(request)),
      ids: (request) => ids(request),
      byIds: ({ ids }) => summariesByIds(database, ids),
      byIdsText: ({ ids }) => JSON.stringify(summariesByIds(database, ids)),
      detail: ({ id }) => detailById(database, id),
      counts: (input) => counts(input),
      activity: (input) => activity(input),
      codes: (input) => codes(input),
      userIdsLike: (input) => suggested(input),
      exportBatch: (input) => batch(input),
      exportText: (request) => text(request),
      exportFrame: (request) => exportFrame(this.#exporters(), request),
      duplicateGroup: (input) => group(input),
      userPage: (request) => userPage(request),
      userTotals: (input) => userTotals(input),
      userDetail: (input) => userDetail(input),
      archiveHead: ({ at }) => head(at),
      archiveBatch: ({ after, until }) => archiveBatch(database, after, until),
      forwardAttempts: ({ postbackId }) => readForwards(database, postbackId),
      deliverySeries: (input) => series(input),
      deliveriesOfEndpoint: ({ endpointId }) => deliveriesOfEndpoint(database, endpointId),
      endpoints: () => database.prepare<[], EndpointRow>(ENDPOINT_ROWS).all().map(endpointFromRow),
      settings: () => readSettings(database),
      memo: ({ name }) => readMemo(database, name),
      outages: ({ from, to }) => readOutages(database, from, to),
      conformanceRun: ({ id }) => readConformanceRun(database, id),
      conformanceHeads: () => readConformanceHeads(database),
      expectationPage: (request) => pageOfExpectations(database, request),
      expectationsByIds: ({ ids }) => expectationsByIds(database, ids),
      importedAmong: ({ ids }) => importedAmong(database, ids),
      expectationsBetween: ({ from, to }) => expectationsBetween(database, from, to),
      faultOf: () => faultOf(database, this.#isStopping),
      removableIds: (input) => removable(input),
      previewRemoval: (selection) => preview(selection),
      beyondNewest: ({ keep }) => beyondNewest(database, keep),
      newestId: () => newestId(database),
      removals: ({ limit }) => latestRemovals(database, limit),
      searchStaleness: () => searchStaleness(database),
      unusedHeaders: () => unusedHeaders(),
      checkpoint: () => checkpoint(this.#folder),
    }
  }

  /** A query of one snapshot, in which the search index is of use as far as it goes. */
  #searching<Input, Output>(query: (extent: SearchExtent, input: Input) => Output): (input: Input) => Output {
    const inSnapshot = this.#database.transaction((input: Input) => query(this.#search.extent(), input))
    return (input) => {
      this.#search.refresh()
      try {
        return inSnapshot(input)
      } catch (error) {
        // Damage may be the index's alone, and without it everything is found as well.
        if (!DAMAGE.test(sqliteCode(error) ?? '') || !this.#search.abandon()) throw error
        const output = inSnapshot(input)
        this.#onSearchDamage()
        return output
      }
    }
  }
}
