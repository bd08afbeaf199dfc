/** What was counted before and still holds, of findings in spans that are asked for again and again. */
import type { FindingCode } from '../../core/findings/codes.ts'

/** How many spans are remembered: about as many as there are screens. */
const REMEMBERED = 4

export interface CountedCodes {
  /** Names the readings as they were (`READINGS_NAME`). */
  readonly readings: string
  /** All up to this id are counted. */
  readonly through: number
  readonly counts: ReadonlyMap<FindingCode, number>
}

/** While nothing but new requests came, only those have to be counted. Of a reader; it sees one file. */
export class CodeMemory {
  readonly #spans = new Map<string, CountedCodes>()

  /** What is known of a span; null where nothing is, or the readings are others by now. `readings` null: they change. */
  recall(span: string, readings: string | null): CountedCodes | null {
    const known = this.#spans.get(span)
    return known !== undefined && known.readings === readings ? known : null
  }

  remember(span: string, counted: CountedCodes): void {
    this.#spans.delete(span)
    this.#spans.set(span, counted)
    if (this.#spans.size <= REMEMBERED) return
    for (const oldest of this.#spans.keys()) {
      this.#spans.delete(oldest)
      return
    }
  }
}
