/** All that reads the history. Lives in a reader's thread; every method is synchronous. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import { registerAccountFunctions } from './account-functions.ts'
import { archiveBatch, archiveHead } from './archive-query.ts'
import { readConformanceHeads, readConformanceRun } from './conformance-table.ts'
import { deliveriesOfEndpoint, deliverySeries } from './delivery-query.ts'
import { duplicateGroupOf } from './duplicate-group-query.ts'
import { ENDPOINT_ROWS, type EndpointRow, endpointFromRow } from './endpoint-table.ts'
import { expectationsBetween, expectationsByIds, importedAmong, pageOfExpectations } from './expectation-table.ts'
import { exportBatch } from './export-query.ts'
import { readForwards } from './forward-table.ts'
import { readMemo } from './memo-table.ts'
import type { ReaderCalls, ReaderOptions } from './messages.ts'
import { LATEST_VERSION } from './migrations/all.ts'
import { versionOf } from './migrations/runner.ts'
import { readOutages } from './outage-table.ts'
import { pageOfIds } from './page-query.ts'
import { historyFile } from './paths.ts'
import { detailById, summariesByIds } from './row-queries.ts'
import type { Handlers } from './serve-calls.ts'
import { readSettings } from './settings-table.ts'
import { activityOf, countMatches, userIdsLike } from './tally-queries.ts'
import { registerTextSearch } from './text-search.ts'
import { detailOfUser, pageOfUsers, totalsOfUsers } from './user-queries.ts'

const BUSY_TIMEOUT_MS = 5000

export class Reader {
  readonly #database: Database.Database

  /** @throws StoreError `not-found` without a history, `newer-version`, or `io` for one that must be migrated first. */
  constructor({ folder, stopping }: ReaderOptions) {
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
    const flag = new Int32Array(stopping)
    const isStopping = (): boolean => Atomics.load(flag, 0) === 1
    registerTextSearch(this.#database, isStopping)
    registerAccountFunctions(this.#database, isStopping)
  }

  close(): void {
    this.#database.close()
  }

  handlers(): Handlers<ReaderCalls> {
    const database = this.#database
    // One snapshot for both steps: a page must not name rows that its second half no longer sees.
    const page = database.transaction((request: ReaderCalls['page']['input']) => {
      const { items, next } = pageOfIds(database, request)
      return { items: summariesByIds(database, items), next }
    })
    const batch = database.transaction(({ filter, after, until }: ReaderCalls['exportBatch']['input']) =>
      exportBatch(database, filter, after, until),
    )
    const userPage = database.transaction((request: ReaderCalls['userPage']['input']) => pageOfUsers(database, request))
    const userTotals = database.transaction(({ filter }: ReaderCalls['userTotals']['input']) =>
      totalsOfUsers(database, filter),
    )
    const userDetail = database.transaction(({ userId, filter }: ReaderCalls['userDetail']['input']) =>
      detailOfUser(database, userId, filter),
    )
    // One snapshot: what is counted is what follows.
    const head = database.transaction((at: number) => archiveHead(database, at))
    const series = database.transaction((id: number) => deliverySeries(database, id))
    return {
      page: (request) => page(request),
      ids: (request) => pageOfIds(database, request),
      byIds: ({ ids }) => summariesByIds(database, ids),
      detail: ({ id }) => detailById(database, id),
      counts: ({ filter }) => countMatches(database, filter),
      activity: ({ filter, from, to, bucketMs }) => activityOf(database, filter, from, to, bucketMs),
      userIdsLike: ({ prefix, limit }) => userIdsLike(database, prefix, limit),
      exportBatch: (input) => batch(input),
      duplicateGroup: ({ id }) => duplicateGroupOf(database, id),
      userPage: (request) => userPage(request),
      userTotals: (input) => userTotals(input),
      userDetail: (input) => userDetail(input),
      archiveHead: ({ at }) => head(at),
      archiveBatch: ({ after, until }) => archiveBatch(database, after, until),
      forwardAttempts: ({ postbackId }) => readForwards(database, postbackId),
      deliverySeries: ({ id }) => series(id),
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
    }
  }
}
