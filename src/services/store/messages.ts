/** Everything that the store's threads say to each other, typed once. */

import type { ArchivedEndpoint, ArchivedOutage, ArchivedRequest } from '../../core/archive.ts'
import type { ArchiveHead, ImportOutcome } from '../../core/archive-records.ts'
import type { ConformanceRun, ConformanceRunHead } from '../../core/conformance/run.ts'
import type { DeliverySeries } from '../../core/delivery-records.ts'
import type { DuplicateGroup } from '../../core/duplicate-group.ts'
import type { Endpoint, EndpointConfig } from '../../core/endpoint.ts'
import type { Expectation, Outcome } from '../../core/expectation.ts'
import type { ExpectationPageRequest } from '../../core/expectation-records.ts'
import type { PostbackFilter } from '../../core/filter.ts'
import type { ForwardAttempt, NewForwardAttempt } from '../../core/forward-records.ts'
import type { Marked, MarkPatch } from '../../core/mark.ts'
import type { ActivityBucket, CodeCount, Counts, Page, PageRequest } from '../../core/ports.ts'
import type {
  CapturedRequest,
  PlannedReply,
  PostbackDetail,
  PostbackSummary,
  Reading,
  ReplyOutcome,
} from '../../core/postback.ts'
import type { Settings } from '../../core/settings.ts'
import type { Notice, Outage, RereadProgress } from '../../core/status.ts'
import type { User, UserDetail, UserFilter, UserPageRequest, UserTotals } from '../../core/users.ts'
import type { ArchiveBatch } from './archive-query.ts'
import type { ClearingReaderCalls, ClearingWriterCalls } from './clearing/calls.ts'
import type { ExportTextPiece, ExportTextRange, ExportTextRequest } from './export-messages.ts'
import type { StoreFailure } from './store-failure.ts'

/** Calls that a thread answers: what goes in and what comes out, by name. */
export type CallTable = Record<string, { input: unknown; output: unknown }>

export interface Capture {
  readonly request: CapturedRequest
  readonly reply: PlannedReply
}

export type StoredReply = { readonly id: number } & ReplyOutcome

export type CaptureResult =
  | { readonly ok: true; readonly summary: PostbackSummary }
  | { readonly ok: false; readonly failure: StoreFailure }

/** `refusal` is set where the disk refused the whole batch; nothing of it is stored then. */
export interface CommitResult {
  readonly results: readonly CaptureResult[]
  readonly refusal: StoreFailure | null
}

/** A whole list; null for the one before; or what stands in that one instead: place, string, place, string … */
export type HeadersOnWire = readonly string[] | null | { readonly but: readonly (number | string)[] }

/** Captures as commit-wire.ts writes them. */
export interface CapturesOnWire {
  readonly numbers: Float64Array
  readonly words: readonly string[]
  /** Planned replies as JSON. */
  readonly plans: readonly string[]
  readonly targets: readonly (string | null)[]
  readonly headers: readonly HeadersOnWire[]
  readonly bodies: readonly (readonly [at: number, bytes: Uint8Array])[]
  readonly rejections: readonly (readonly [at: number, rejection: NonNullable<CapturedRequest['rejection']>])[]
}

/** Outcomes of replies. `sentAt` has NaN for null. */
export interface RepliesOnWire {
  readonly ids: Float64Array
  readonly sentAt: Float64Array
  readonly senderGone: Uint8Array
  readonly actual: readonly (readonly [at: number, actual: NonNullable<StoredReply['actual']>])[]
}

/** What became of a batch. `ids` has 0 for what was not stored. Of the readings, what few have stands apart. */
export interface ResultOnWire {
  readonly ids: Float64Array
  readonly kinds: Uint8Array
  /** 255 for none. */
  readonly verdicts: Uint8Array
  readonly endpointIds: readonly (string | null)[]
  readonly userIds: readonly (string | null)[]
  readonly amounts: readonly (string | null)[]
  /** True: the same text as the amount. */
  readonly amountValues: readonly (string | null | true)[]
  readonly extras: readonly (readonly [at: number, extras: Reading['extras']])[]
  /** As they are written to their column. */
  readonly findings: readonly (readonly [at: number, findings: string])[]
  readonly failures: readonly (readonly [at: number, failure: StoreFailure])[]
  readonly refusal: StoreFailure | null
}

export type WriterCalls = {
  /** `claim` decides whether the batch may still be stored (batch-claim.ts); null: it always may. */
  commit: {
    input: { captures: CapturesOnWire; replies: RepliesOnWire; claim: SharedArrayBuffer | null }
    output: ResultOnWire
  }
  /** Writes as much as a capture may have, and takes it away again. */
  tryWrite: { input: null; output: null }
  saveEndpoint: { input: { id: string | null; config: EndpointConfig }; output: Endpoint }
  deleteEndpoint: { input: { id: string }; output: null }
  restoreEndpoint: { input: { id: string }; output: Endpoint }
  saveSettings: { input: { settings: Settings }; output: null }
  saveMemo: { input: { name: string; value: string | null }; output: null }
  openOutage: { input: Omit<Outage, 'id'>; output: Outage }
  closeOutage: { input: { id: number; to: number }; output: null }
  setMarks: { input: { ids: readonly number[]; patch: MarkPatch }; output: readonly Marked[] }
  recordForwards: { input: readonly NewForwardAttempt[]; output: readonly ForwardAttempt[] }
  saveConformanceRun: { input: ConformanceRun; output: null }
  addExpectation: { input: Expectation; output: null }
  saveOutcome: { input: { id: string; outcome: Outcome }; output: null }
  clearEndedExpectations: { input: null; output: readonly string[] }
  restoreExpectations: { input: { ids: readonly string[] }; output: readonly Expectation[] }
  importBegin: { input: { endpoints: readonly ArchivedEndpoint[] }; output: null }
  importAdd: { input: { requests: readonly ArchivedRequest[] }; output: { added: number; known: number } }
  importFinish: { input: { outages: readonly ArchivedOutage[] }; output: ImportOutcome }
  importDrop: { input: null; output: null }
  /** A reader found damage: without a note of a clean end the next start looks at every page. */
  suspect: { input: null; output: null }
  /** The inspector was running at this time. */
  alive: { input: { at: number }; output: null }
  /** Checkpoints and closes the file; nothing may be asked afterwards. */
  close: { input: { at: number }; output: null }
} & ClearingWriterCalls

/** One piece of an export. `after` is where the next one starts, null at the end. `until` ends the whole. */
export interface ExportBatch {
  readonly items: readonly PostbackDetail[]
  readonly after: number | null
  readonly until: number
}

export type ReaderCalls = {
  page: { input: PageRequest; output: Page<PostbackSummary> }
  ids: { input: PageRequest; output: Page<number> }
  byIds: { input: { ids: readonly number[] }; output: readonly PostbackSummary[] }
  /** The same as JSON text: it crosses between threads as one piece. */
  pageText: { input: PageRequest; output: string }
  byIdsText: { input: { ids: readonly number[] }; output: string }
  detail: { input: { id: number }; output: PostbackDetail | null }
  counts: { input: { filter: PostbackFilter }; output: Counts }
  activity: {
    input: { filter: PostbackFilter; from: number; to: number; bucketMs: number }
    output: readonly ActivityBucket[]
  }
  codes: { input: { from: number | null; to: number | null }; output: readonly CodeCount[] }
  userIdsLike: { input: { prefix: string; limit: number }; output: readonly string[] }
  exportBatch: { input: { filter: PostbackFilter; after: number; until: number | null }; output: ExportBatch }
  exportText: { input: ExportTextRange; output: ExportTextPiece }
  exportFrame: {
    input: Omit<ExportTextRequest, 'filter'> & { written: number; leftOut: number }
    output: { head: string; tail: string }
  }
  duplicateGroup: { input: { id: number }; output: DuplicateGroup | null }
  userPage: { input: UserPageRequest; output: readonly User[] }
  userTotals: { input: { filter: UserFilter }; output: UserTotals }
  userDetail: { input: { userId: string; filter: UserFilter }; output: UserDetail | null }
  archiveHead: { input: { at: number }; output: ArchiveHead }
  archiveBatch: { input: { after: number; until: number }; output: ArchiveBatch }
  forwardAttempts: { input: { postbackId: number }; output: readonly ForwardAttempt[] }
  deliverySeries: { input: { id: number }; output: DeliverySeries }
  deliveriesOfEndpoint: { input: { endpointId: string }; output: readonly PostbackSummary[] }
  endpoints: { input: null; output: readonly Endpoint[] }
  settings: { input: null; output: Settings }
  memo: { input: { name: string }; output: string | null }
  outages: { input: { from: number; to: number }; output: readonly Outage[] }
  conformanceRun: { input: { id: string }; output: ConformanceRun | null }
  conformanceHeads: { input: null; output: readonly ConformanceRunHead[] }
  expectationPage: { input: ExpectationPageRequest; output: Page<Expectation> }
  expectationsByIds: { input: { ids: readonly string[] }; output: readonly Expectation[] }
  importedAmong: { input: { ids: readonly number[] }; output: readonly number[] }
  expectationsBetween: { input: { from: number; to: number }; output: readonly Expectation[] }
  /** Looks at every page. What is wrong with the file, null where nothing is. */
  faultOf: { input: null; output: string | null }
} & ClearingReaderCalls

/** To a thread: one call. */
export type CallMessage<Calls extends CallTable> = {
  [Name in keyof Calls]: {
    readonly type: 'call'
    readonly call: number
    readonly name: Name
    readonly input: Calls[Name]['input']
  }
}[keyof Calls]

/** To a thread: a call, or the last message of all. */
export type ThreadRequest<Calls extends CallTable> = CallMessage<Calls> | { readonly type: 'end' }

/** From a thread. `Opened` is what it says once it is ready, `News` what it tells unasked. */
export type ThreadMessage<Opened, News> =
  | { readonly type: 'opened'; readonly opened: Opened }
  | { readonly type: 'open-failed'; readonly failure: StoreFailure }
  | { readonly type: 'answer'; readonly call: number; readonly ok: true; readonly output: unknown }
  | { readonly type: 'answer'; readonly call: number; readonly ok: false; readonly failure: StoreFailure }
  | { readonly type: 'news'; readonly news: News }

/** What a writer is started with. */
export interface WriterOptions {
  readonly folder: string
  readonly appVersion: string
  readonly startedAt: number
  /** A writer that replaces one that died: the inspector itself was never off. */
  readonly again: boolean
  /** What was found to be wrong with the file, which is set aside then; null where nothing was. */
  readonly damaged: string | null
  /** The most pages the file may have, null for no bound of our own. */
  readonly maxPages: number | null
}

export interface WriterOpened {
  readonly notices: readonly Notice[]
  readonly reread: RereadProgress
  readonly installationId: string
  /** The history's pages are still to be looked at, while it is in use. */
  readonly isLookDue: boolean
}

export type WriterNews =
  | { readonly type: 'reread'; readonly progress: RereadProgress }
  | { readonly type: 'notices'; readonly notices: readonly Notice[] }

/** A query found the search index broken, and did without it. */
export type ReaderNews = { readonly type: 'search-damaged' }

export interface ReaderOptions {
  readonly folder: string
  /** Set to 1 when the thread is to end: a walk over many rows stops then. */
  readonly stopping: SharedArrayBuffer
  /** It reads everything once: a large cache would only take memory. */
  readonly frugal?: boolean
  /** Not to open the file before this is raised: its modules load while the writer prepares the file. */
  readonly gate?: SharedArrayBuffer
}

export type SearchIndexCalls = {
  /** So many requests were stored since it was told last. */
  stored: { input: { count: number }; output: null }
  /** Takes the index away and begins anew. */
  rebuild: { input: null; output: null }
}

export interface SearchIndexOptions {
  readonly folder: string
}
