/** What is said between the store and a reader's thread about an export's bytes. */
import type { PostbackFilter } from '../../core/filter.ts'
import type { ExportContext, Exporter } from '../../core/ports.ts'

/** A piece ends where it has so many bytes: large enough for pieces to be few, small enough for memory. */
export const PIECE_BYTES = 512 * 1024

export interface ExportTextRequest {
  readonly filter: PostbackFilter
  readonly format: Exporter['format']
  readonly context: ExportContext
}

/** The records of the ids in `(after, until]`; where `until` is null, of all there are by now. */
export interface ExportTextRange extends ExportTextRequest {
  readonly after: number
  readonly until: number | null
  /** No record was written before this range. */
  readonly isFirst: boolean
}

/** `after` is where the next piece of the range begins, null at its end; `until` is where the range ends. */
export interface ExportTextPiece {
  readonly bytes: Uint8Array
  readonly written: number
  readonly leftOut: number
  readonly after: number | null
  readonly until: number
}
