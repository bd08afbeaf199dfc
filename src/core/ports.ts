import type { ArchiveRecords } from './archive-records.ts'
import type { Clearing, RemovalRecords } from './clearing.ts'
import type { ConformanceRecords } from './conformance-records.ts'
import type { DeliveryRecords } from './delivery-records.ts'
import type { DuplicateGroup } from './duplicate-group.ts'
import type { Endpoint, EndpointConfig } from './endpoint.ts'
import type { ExpectationRecords } from './expectation-records.ts'
import type { PostbackFilter, Sort } from './filter.ts'
import type { FindingCode } from './findings/codes.ts'
import type { ForwardRecords } from './forward-records.ts'
import type { MarkRecords } from './mark-records.ts'
import type {
  CapturedRequest,
  Kind,
  PlannedReply,
  PostbackDetail,
  PostbackSummary,
  RelayedReply,
  ReplyOutcome,
  Verdict,
} from './postback.ts'
import type { ReceiverLimits } from './receiver-limits.ts'
import type { Settings } from './settings.ts'
import type { Notice, Outage, RereadProgress, StoreStatus, TunnelProviderName } from './status.ts'
import type { StoredRecord } from './stored-record.ts'
import type { TextSink } from './text-sink.ts'
import type { UserRecords } from './users.ts'

/** Ends a subscription. */
export type Unsubscribe = () => void

/**
 * A page of the history. `next` is the cursor of the page after it, null at the end. Where little of a long history
 * matches and no index leads to it, a page ends after a fraction of a second with what was found so far: it may have fewer
 * items than were asked for, even none, and `next` says that there may be more. Only null is the end.
 */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/**
 * Which part of the history is wanted. `cursor` comes from an earlier page with the same filter and sort.
 * `newerThan` leaves out everything up to that id, so a live list can ask for what it has not seen.
 */
export interface PageRequest {
  readonly filter: PostbackFilter
  readonly sort: Sort
  readonly cursor: string | null
  readonly newerThan: number | null
  readonly limit: number
}

/** How many stored requests match, by kind and by verdict. */
export interface Counts {
  readonly total: number
  readonly byKind: Readonly<Record<Kind, number>>
  readonly byVerdict: Readonly<Record<Verdict, number>>
}

/** Arrivals in one slice of time, by verdict; `other` counts what has none. */
export interface ActivityBucket {
  readonly from: number
  readonly pass: number
  readonly warn: number
  readonly fail: number
  readonly other: number
}

/** How many stored requests have a finding. */
export interface CodeCount {
  readonly code: FindingCode
  readonly count: number
}

/**
 * The history and everything else that must survive a restart. Every promise rejects with a `StoreError` where
 * the database refuses; nothing is half-applied.
 */
export interface PostbackStore {
  /** Resolves once the request is on disk, with its reading. Commits are grouped; their order is arrival order. */
  append(request: CapturedRequest, reply: PlannedReply): Promise<PostbackSummary>
  /** Notes what became of a reply. Never rejects: it is written with the next commit. */
  recordReply(id: number, outcome: ReplyOutcome): void

  page(request: PageRequest): Promise<Page<PostbackSummary>>
  /** Like `page`, ids alone: the skeleton of a long list. */
  ids(request: PageRequest): Promise<Page<number>>
  /** Those of the ids that exist, in the order asked for. */
  byIds(ids: readonly number[]): Promise<readonly PostbackSummary[]>
  /** What `page` and `byIds` answer, as JSON text: for whoever only hands it on. */
  readonly texts: {
    page(request: PageRequest): Promise<string>
    byIds(ids: readonly number[]): Promise<string>
  }
  detail(id: number): Promise<PostbackDetail | null>
  counts(filter: PostbackFilter): Promise<Counts>
  /** Arrivals of `[from, to)` in slices of `bucketMs`; empty slices are left out. */
  activity(filter: PostbackFilter, from: number, to: number, bucketMs: number): Promise<readonly ActivityBucket[]>
  /** How many of `[from, to)` have each finding, the most frequent first; null leaves an end open. */
  codes(from: number | null, to: number | null): Promise<readonly CodeCount[]>
  /** Distinct user ids that start with the text, most recent first: for suggestions. */
  userIdsLike(prefix: string, limit: number): Promise<readonly string[]>
  /** Everything that matches, oldest first, in steady memory. */
  export(filter: PostbackFilter): AsyncIterable<PostbackDetail>
  /** The same as a file's bytes, written where it is read. */
  exportText(filter: PostbackFilter, format: Exporter['format'], context: ExportContext): AsyncIterable<ExportPiece>
  readonly marks: MarkRecords
  readonly deliveries: DeliveryRecords
  readonly users: UserRecords
  /** The postbacks that may be the same delivery as this one; null where it cannot be repeated. */
  duplicateGroup(id: number): Promise<DuplicateGroup | null>

  readonly conformance: ConformanceRecords
  readonly expectations: ExpectationRecords

  readonly forwards: ForwardRecords

  /** The whole history as one archive, and back. */
  readonly archive: ArchiveRecords
  readonly removals: RemovalRecords

  endpoints(): Promise<readonly Endpoint[]>
  /** Creates where `id` is null. A change of the mapping starts a re-reading of the history. */
  saveEndpoint(id: string | null, config: EndpointConfig): Promise<Endpoint>
  /** Stored postbacks stay, and are read again without it. */
  deleteEndpoint(id: string): Promise<void>
  /** Brings a deleted one back as it was, unless its path is taken by now; what is stored is read again with it. */
  restoreEndpoint(id: string): Promise<Endpoint>
  rereadProgress(): RereadProgress

  settings(): Promise<Settings>
  saveSettings(settings: Settings): Promise<void>
  /** Small values of the app's own, by name: the last public URL, an undismissed notice. */
  memo(name: string): Promise<string | null>
  saveMemo(name: string, value: string | null): Promise<void>

  outages(from: number, to: number): Promise<readonly Outage[]>
  openOutage(reason: Outage['reason'], from: number, why: string): Promise<Outage>
  closeOutage(id: number, to: number): Promise<void>

  status(): StoreStatus
  /** What must be told about opening this store: set aside, migrated, backed up. */
  notices(): readonly Notice[]
  on(listener: (event: StoreEvent) => void): Unsubscribe
  /** Commits what is under way, then closes. Further calls reject. */
  close(): Promise<void>
}

export type StoreEvent =
  | { readonly type: 'status'; readonly status: StoreStatus }
  | { readonly type: 'reread'; readonly progress: RereadProgress }
  | { readonly type: 'clearing'; readonly clearing: Clearing }
  /** Replies whose outcome is now on disk. */
  | { readonly type: 'replied'; readonly replies: readonly ({ readonly id: number } & ReplyOutcome)[] }
  /** What must be told has changed: all of it. */
  | { readonly type: 'notices'; readonly notices: readonly Notice[] }
  /** A span in which nothing could be stored is over, and on disk. */
  | { readonly type: 'outage'; readonly outage: Outage }
  /** Stored after all, when the promise of their `append` had been rejected. */
  | { readonly type: 'late'; readonly postbacks: readonly PostbackSummary[] }

/** Why a store could not be opened or could not do what was asked. */
export type StoreErrorCode =
  | 'in-use'
  | 'not-writable'
  | 'newer-version'
  | 'disk-full'
  | 'io'
  | 'not-found'
  | 'path-taken'
  | 'last-endpoint'
  | 'bad-cursor'
  | 'busy'
  | 'closed'

/** `message` is one sentence for a person: what happened, to which file, what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What the receiver needs from the rest of the house. */
export interface CaptureDesk {
  /** The reply for a request whose head has arrived; called before the body is complete. */
  planReply(method: string, target: string, rawHeaders: readonly string[]): PlannedReply
  /**
   * Resolves with the stored id once the request is on disk; rejects where it cannot be committed, with
   * `OnlyCountedError` where it is not kept on purpose.
   */
  capture(request: CapturedRequest, reply: PlannedReply): Promise<number>
  replied(id: number, outcome: ReplyOutcome): void
  /**
   * What the user's backend answers to a stored request whose planned reply says `relay`; null where the planned
   * reply is to be sent after all. Never rejects: a backend that fails is a reply that says so.
   */
  relay(id: number, request: CapturedRequest): Promise<RelayedReply | null>
  /** The echo for an outstanding probe's target; null for any other target, which is captured like all else. */
  answerProbe(target: string): string | null
}

/** One stray request beyond what is kept of them: it was counted, and its sender is told so. */
export class OnlyCountedError extends Error {
  override readonly name = 'OnlyCountedError'
}

/** A listening receiver. */
export interface Receiver {
  readonly port: number
  /** In force at once; the length of heads for connections that open from now on. */
  setLimits(limits: ReceiverLimits): void
  /** Stops accepting, lets requests under way finish (bounded), then closes every socket. */
  close(): Promise<void>
}

/** Why a receiver could not listen. */
export class ReceiverError extends Error {
  override readonly name = 'ReceiverError'
  readonly code: 'port-taken' | 'port-forbidden' | 'failed'
  constructor(code: 'port-taken' | 'port-forbidden' | 'failed', message: string) {
    super(message)
    this.code = code
  }
}

/** What a provider is given to open a tunnel to `127.0.0.1:localPort`. */
export interface TunnelRequest {
  readonly localPort: number
  /** Aborts when the opening took too long or is no longer wanted; the provider must then leave nothing behind. */
  readonly signal: AbortSignal
}

/** An open tunnel. `onEnd` fires at most once, where the provider itself notices the end; silence proves nothing. */
export interface TunnelSession {
  /** Without a trailing slash. */
  readonly publicUrl: string
  /** The name asked for was taken and another was given. */
  readonly otherNameGiven: boolean
  onEnd(listener: (why: string) => void): void
  /** When something last came through it, in ms since the epoch, where the provider knows. */
  lastArrivalAt?(): number | null
  close(): Promise<void>
}

/** One way to a public URL. `open` rejects with an Error whose message is a sentence for a person. */
export interface TunnelProvider {
  readonly name: Exclude<TunnelProviderName, 'none'>
  open(request: TunnelRequest): Promise<TunnelSession>
}

/** Turns stored requests into a file's text, one piece at a time. */
export interface Exporter {
  readonly format: 'ndjson' | 'json' | 'csv' | 'har'
  readonly mediaType: string
  write(postbacks: AsyncIterable<PostbackDetail>, context: ExportContext): AsyncIterable<string>
  /** The same in parts, for whoever has the requests at hand. */
  writer(context: ExportContext): ExportWriter
}

/** The parts of an export's text. It keeps nothing between two calls, so that any thread can go on where one stopped. */
export interface ExportWriter {
  readonly head: string
  /** Null where the format has no place for the request. `isFirst`: no other was written before it. */
  record(detail: PostbackDetail, isFirst: boolean): string | null
  /** Puts the very same text into `sink`, from a request in parts; false where `record` answers null. */
  addStored(record: StoredRecord, isFirst: boolean, sink: TextSink): boolean
  tail(written: number, leftOut: number): string
}

/** A piece of an export as UTF-8, and how many requests it is about. */
export interface ExportPiece {
  readonly bytes: Uint8Array
  readonly requests: number
}

export interface ExportContext {
  readonly appVersion: string
  readonly endpoints: readonly Endpoint[]
}
