/** Imports, as the writer does them. Every method is synchronous and as short as a slice. */
import type { Database } from 'better-sqlite3'
import type { ArchivedEndpoint, ArchivedOutage, ArchivedRequest } from '../../core/archive.ts'
import type { ImportOutcome } from '../../core/archive-records.ts'
import { StoreError } from '../../core/ports.ts'
import type { BatchTables } from './commit-batch.ts'
import { type EndpointPlan, planEndpoints } from './import-endpoints.ts'
import { mergeEndpoints, mergeOutages, mergeStaged, withStaged } from './import-merge.ts'
import { ImportStaging, removeStaging, stagingFile } from './import-staging.ts'
import type { Reread } from './reread.ts'
import { sqliteCode } from './store-failure.ts'

/** What the last transaction of an import may keep of the file in memory, in KiB. */
const MERGE_CACHE_KIB = 128 * 1024

export class ArchiveImports {
  readonly #database: Database
  readonly #folder: string
  readonly #installation: string
  readonly #tables: BatchTables
  readonly #reread: Reread
  #staging: ImportStaging | null = null
  #known = 0

  constructor(database: Database, folder: string, installation: string, tables: BatchTables, reread: Reread) {
    this.#database = database
    this.#folder = folder
    this.#installation = installation
    this.#tables = tables
    this.#reread = reread
    // A crash in the middle of an import leaves nothing but this file.
    removeStaging(folder)
  }

  begin(archived: readonly ArchivedEndpoint[]): void {
    this.drop()
    this.#known = 0
    const { endpoints } = this.#plan(archived)
    this.#staging = this.#orSay(
      () => new ImportStaging(this.#folder, this.#database, this.#installation, archived, endpoints),
    )
  }

  /** @throws StoreError where no import is under way, or the disk is full; the import is over then. */
  add(requests: readonly ArchivedRequest[]): { added: number; known: number } {
    const staging = this.#underWay()
    const counts = this.#orSay(() => staging.add(requests))
    this.#known += counts.known
    return counts
  }

  finish(outages: readonly ArchivedOutage[]): ImportOutcome {
    const staging = this.#underWay()
    return this.#orSay(() => {
      staging.close()
      const outcome = this.#withMoreMemory(() =>
        withStaged(this.#database, stagingFile(this.#folder), () =>
          this.#database
            .transaction((): ImportOutcome => {
              // Once more: endpoints may have been changed while the archive was read.
              const plan = this.#plan(staging.archived)
              mergeEndpoints(this.#database, plan)
              const added = mergeStaged(this.#database)
              const addedOutages = mergeOutages(this.#database, outages)
              this.#reread.begin()
              return { added, known: this.#known, outages: addedOutages, endpoints: plan.outcome }
            })
            .immediate(),
        ),
      )
      this.#tables.endpoints.reload()
      this.#tables.requests.afterRollback()
      this.#reread.begun()
      this.drop()
      return outcome
    })
  }

  drop(): void {
    const staging = this.#staging
    this.#staging = null
    if (staging !== null) staging.drop(this.#folder)
  }

  /** For one transaction more memory is worth it: its indexes are read and written all over. */
  #withMoreMemory<T>(work: () => T): T {
    const cache = this.#database.pragma('cache_size', { simple: true })
    this.#database.pragma(`cache_size = -${String(MERGE_CACHE_KIB)}`)
    try {
      return work()
    } finally {
      this.#database.pragma(`cache_size = ${String(cache)}`)
    }
  }

  #plan(archived: readonly ArchivedEndpoint[]): EndpointPlan {
    const unused = this.#database.prepare('SELECT 1 FROM main.request LIMIT 1').get() === undefined
    return planEndpoints(this.#tables.endpoints.all(), archived, unused)
  }

  #underWay(): ImportStaging {
    if (this.#staging === null) {
      throw new StoreError('io', 'The import was broken off, and nothing was imported: start it again.')
    }
    return this.#staging
  }

  /** Whatever goes wrong ends the import and leaves nothing. */
  #orSay<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      this.drop()
      if (sqliteCode(error) !== 'SQLITE_FULL') throw error
      throw new StoreError(
        'disk-full',
        `The disk that holds ${this.#folder} is full: nothing was imported. Make room and start the import again.`,
      )
    }
  }
}
