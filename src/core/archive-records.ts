import type { ArchivedEndpoint, ArchivedOutage, ArchivedRequest } from './archive.ts'

/** What an archive begins with. `until` is the newest id: what arrives later is not part of it. */
export interface ArchiveHead {
  readonly installation: string
  readonly until: number
  readonly requests: number
  readonly endpoints: readonly ArchivedEndpoint[]
  readonly outages: readonly ArchivedOutage[]
}

/** A history as it goes into an archive. */
export interface ArchiveSource {
  /** `at` is now, in ms since the epoch: an outage that still lasts ends there. */
  head(at: number): Promise<ArchiveHead>
  /** Every request up to that id, oldest first, in steady memory. */
  requests(until: number): AsyncIterable<ArchivedRequest>
}

/** What became of one endpoint of an archive, in a sentence. */
export interface ImportedEndpoint {
  readonly how: 'present' | 'added' | 'same' | 'moved'
  readonly sentence: string
}

/** What an import did. `known` counts requests that were here already. */
export interface ImportOutcome {
  readonly added: number
  readonly known: number
  readonly outages: number
  readonly endpoints: readonly ImportedEndpoint[]
}

/** The store's side of archives. */
export interface ArchiveRecords extends ArchiveSource {
  /**
   * Begins an import beside the history. Nothing of it is seen before `finish`, and nothing is left of it after
   * `drop`, or after a crash. One at a time: a second one takes the place of the first.
   */
  begin(endpoints: readonly ArchivedEndpoint[]): Promise<ArchiveImport>
}

export interface ArchiveImport {
  /** How many of these are new, and how many were here already. */
  add(requests: readonly ArchivedRequest[]): Promise<{ readonly added: number; readonly known: number }>
  /** Makes all of it part of the history in one transaction; a re-reading follows. */
  finish(outages: readonly ArchivedOutage[]): Promise<ImportOutcome>
  /** Never rejects. Without effect after `finish`. */
  drop(): Promise<void>
}
