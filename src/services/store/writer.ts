/** All that writes to the history. Lives in the writer's thread; every method is synchronous. */
import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { ConformanceRun } from '../../core/conformance/run.ts'
import { DEFAULT_ENDPOINT_CONFIG, type Endpoint, type EndpointConfig } from '../../core/endpoint.ts'
import type { Expectation, Outcome } from '../../core/expectation.ts'
import type { ForwardAttempt, NewForwardAttempt } from '../../core/forward-records.ts'
import type { Marked, MarkPatch } from '../../core/mark.ts'
import { StoreError } from '../../core/ports.ts'
import type { Settings } from '../../core/settings.ts'
import type { Notice, Outage, RereadProgress } from '../../core/status.ts'
import { ArchiveImports } from './archive-import.ts'
import type { GivenBack } from './clearing/calls.ts'
import { giveBack } from './clearing/give-back.ts'
import { RequestRemoval } from './clearing/request-removal.ts'
import { type BatchTables, commitBatch } from './commit-batch.ts'
import { writeConformanceRun } from './conformance-table.ts'
import { DuplicateLookup } from './duplicate-lookup.ts'
import { EndpointTable } from './endpoint-table.ts'
import {
  addExpectation,
  clearEndedExpectations,
  removeClearedExpectations,
  restoreExpectations,
  writeOutcome,
} from './expectation-table.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { writeForwards } from './forward-table.ts'
import { changesReadings } from './mapping-change.ts'
import { changeMarks } from './mark-table.ts'
import { writeMemo } from './memo-table.ts'
import type { Capture, CommitResult, StoredReply, WriterOpened, WriterOptions } from './messages.ts'
import { readMeta, writeMeta } from './meta-table.ts'
import { MIGRATIONS } from './migrations/all.ts'
import { type OpenedHistory, openHistory } from './open-history.ts'
import { endOutage, settleOutages, writeOutage } from './outage-table.ts'
import { OutcomeTable } from './outcome-table.ts'
import { ReadingTable } from './reading-table.ts'
import { RequestTable } from './request-table.ts'
import { Reread } from './reread.ts'
import { removeRunningMark, writeRunningMark } from './running-mark.ts'
import type { Salvage } from './salvage.ts'
import { DeliveryIndex } from './search-index/delivery-index.ts'
import { writeSettings } from './settings-table.ts'
import { mendTally } from './tally-check.ts'

/** As much as most captures take, and more than what a full disk still has in its corners. */
const ROOM = '.'.repeat(256 * 1024)

/** How long a start may take for the sake of a damaged history, in ms. */
const SALVAGE_FIRST_MS = 1000

export class Writer {
  readonly opened: WriterOpened
  readonly imports: ArchiveImports
  readonly removal: RequestRemoval
  readonly #folder: string
  readonly #lock: FolderLock
  readonly #database: Database
  readonly #tables: BatchTables
  readonly #reread: Reread
  readonly #deliveries: DeliveryIndex
  readonly #before: readonly Notice[]
  readonly #salvage: Salvage | null
  #suspected = false

  /** @throws StoreError where the folder or its history cannot be used. */
  constructor(options: WriterOptions) {
    this.#folder = options.folder
    this.#lock = lockFolder(options.folder)
    let opened: OpenedHistory | null = null
    try {
      const { folder, appVersion, startedAt, again, damaged } = options
      opened = openHistory(folder, { migrations: MIGRATIONS, appVersion, at: startedAt, again, damaged })
      const { database, notices, salvage, isLookDue } = opened
      this.#database = database
      insistOnFullSync(database)
      if (options.maxPages !== null) database.pragma(`max_page_count = ${String(options.maxPages)}`)
      if (readMeta(database, 'clean_end') === null) mendTally(database)
      const installationId = database.transaction(() => start(database, options)).immediate()
      this.#deliveries = new DeliveryIndex(folder, installationId)
      const endpoints = new EndpointTable(database)
      if (endpoints.all().length === 0) endpoints.save(null, DEFAULT_ENDPOINT_CONFIG)
      this.#tables = {
        requests: new RequestTable(database),
        readings: new ReadingTable(database),
        outcomes: new OutcomeTable(database),
        endpoints,
        duplicates: new DuplicateLookup(database, {
          endpoints,
          index: this.#deliveries,
          generation: () => this.#reread.generation,
          rereading: () => this.#reread.progress().state === 'running',
        }),
      }
      this.#reread = new Reread(database, this.#tables)
      this.removal = new RequestRemoval(database, this.#tables)
      this.imports = new ArchiveImports(database, folder, installationId, this.#tables, this.#reread)
      this.#before = notices
      this.#salvage = salvage
      // What was open before has senders waiting.
      if (!again) this.#salvageFor(SALVAGE_FIRST_MS)
      this.opened = { notices: this.notices(), reread: this.#reread.progress(), installationId, isLookDue }
      writeRunningMark(folder, startedAt)
    } catch (error) {
      opened?.salvage?.close()
      opened?.database.close()
      this.#lock.release()
      throw error
    }
  }

  commit(captures: readonly Capture[], replies: readonly StoredReply[], claim: SharedArrayBuffer | null): CommitResult {
    return commitBatch(this.#database, this.#folder, this.#tables, captures, replies, claim)
  }

  /** Two commits: what one transaction writes and removes would never reach the disk. */
  tryWrite(): void {
    writeMeta(this.#database, 'room', ROOM)
    writeMeta(this.#database, 'room', null)
  }

  saveEndpoint(id: string | null, config: EndpointConfig): Endpoint {
    const { endpoints } = this.#tables
    return this.#changeEndpoints(() => {
      const before = endpoints.byId(id)
      const saved = endpoints.save(id, config)
      return { result: saved, rereads: changesReadings(before, saved) }
    })
  }

  deleteEndpoint(id: string): void {
    this.#changeEndpoints(() => {
      this.#tables.endpoints.delete(id)
      return { result: null, rereads: true }
    })
  }

  restoreEndpoint(id: string): Endpoint {
    return this.#changeEndpoints(() => ({ result: this.#tables.endpoints.restore(id), rereads: true }))
  }

  saveSettings(settings: Settings): void {
    this.#database.transaction(() => writeSettings(this.#database, settings)).immediate()
  }

  saveMemo(name: string, value: string | null): void {
    writeMemo(this.#database, name, value)
  }

  openOutage(outage: Omit<Outage, 'id'>): Outage {
    return writeOutage(this.#database, outage)
  }

  closeOutage(id: number, to: number): void {
    if (!endOutage(this.#database, id, to)) throw new StoreError('not-found', 'There is no such outage.')
  }

  setMarks(ids: readonly number[], patch: MarkPatch): readonly Marked[] {
    return changeMarks(this.#database, ids, patch)
  }

  recordForwards(attempts: readonly NewForwardAttempt[]): readonly ForwardAttempt[] {
    return writeForwards(this.#database, attempts)
  }

  saveConformanceRun(run: ConformanceRun): void {
    writeConformanceRun(this.#database, run)
  }

  addExpectation(expectation: Expectation): void {
    addExpectation(this.#database, expectation)
  }

  saveOutcome(id: string, outcome: Outcome): void {
    writeOutcome(this.#database, id, outcome)
  }

  clearEndedExpectations(): readonly string[] {
    return clearEndedExpectations(this.#database)
  }

  restoreExpectations(ids: readonly string[]): readonly Expectation[] {
    return restoreExpectations(this.#database, ids)
  }

  /** Free pages of the file back to the system, so many at most. */
  giveBack(pages: number): GivenBack {
    return giveBack(this.#database, pages)
  }

  searchRenewed(): void {
    writeMeta(this.#database, 'search_stale', null)
  }

  alive(at: number): void {
    writeMeta(this.#database, 'last_alive_at', String(at))
    writeRunningMark(this.#folder, at)
  }

  suspect(): void {
    this.#suspected = true
    writeMeta(this.#database, 'clean_end', null)
  }

  /** What must be told about the start, as it stands now. */
  notices(): readonly Notice[] {
    return this.#salvage === null ? this.#before : [this.#salvage.notice(), ...this.#before]
  }

  get salvaging(): boolean {
    return this.#salvage !== null && !this.#salvage.over
  }

  /** The next pages of a damaged history; at its end all is read once more, for possible duplicates. */
  salvageSlice(): void {
    const salvage = this.#salvage
    if (salvage === null || salvage.over) return
    salvage.slice(this.#tables)
    if (!salvage.over || salvage.saved === 0) return
    this.#tables.requests.afterRollback()
    this.#database.transaction(() => this.#reread.begin()).immediate()
    this.#reread.begun()
  }

  rereadProgress(): RereadProgress {
    return this.#reread.progress()
  }

  rereadSlice(): void {
    this.#reread.slice()
  }

  /** Never throws: without the note of a clean end the next start only looks more closely. */
  close(at: number): void {
    try {
      this.#database
        .transaction(() => {
          this.alive(at)
          if (!this.#suspected) writeMeta(this.#database, 'clean_end', 'yes')
        })
        .immediate()
      this.#database.pragma('wal_checkpoint(TRUNCATE)')
      removeRunningMark(this.#folder)
    } catch {
      // A full disk must not keep the inspector from ending; all that was acknowledged is in the log.
    } finally {
      this.end()
    }
  }

  /** Lets go of the file and the folder without a note of a clean end. */
  end(): void {
    this.imports.drop()
    this.#deliveries.close()
    this.#salvage?.close()
    this.#database.close()
    this.#lock.release()
  }

  /** A small history is saved whole before the start is over, so that the first thing said of it is the last. */
  #salvageFor(ms: number): void {
    const end = performance.now() + ms
    try {
      while (this.salvaging && performance.now() < end) this.salvageSlice()
    } catch {
      // It is tried again between the captures.
    }
  }

  /** A change and, where it concerns how requests are read, the start of a re-reading: both or neither. */
  #changeEndpoints<T>(change: () => { result: T; rereads: boolean }): T {
    try {
      const { result, rereads } = this.#database
        .transaction(() => {
          const outcome = change()
          if (outcome.rereads) this.#reread.begin()
          return outcome
        })
        .immediate()
      if (rereads) this.#reread.begun()
      return result
    } catch (error) {
      this.#tables.endpoints.reload()
      throw error
    }
  }
}

/** A 200 stands on this: every commit is forced to the disk before anybody hears of it. */
function insistOnFullSync(database: Database): void {
  const FULL = 2
  const level = Number(database.pragma('synchronous', { simple: true }))
  if (level < FULL) throw new Error(`the history would not be forced to the disk (synchronous=${String(level)})`)
}

/** What every start notes down. Answers the installation's id. */
function start(database: Database, options: WriterOptions): string {
  const installationId = readMeta(database, 'installation_id') ?? randomUUID()
  writeMeta(database, 'installation_id', installationId)
  if (!options.again) {
    const lastAliveAt = readMeta(database, 'last_alive_at')
    settleOutages(database, lastAliveAt === null ? null : Number(lastAliveAt), options.startedAt)
    removeClearedExpectations(database)
  }
  writeMeta(database, 'last_alive_at', String(options.startedAt))
  writeMeta(database, 'clean_end', null)
  return installationId
}
