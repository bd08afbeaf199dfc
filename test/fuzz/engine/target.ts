import type { FuzzInput } from './input.ts'

/** One part of the product under fuzz. `run` throws where something that must always hold does not. */
export interface FuzzTarget {
  readonly name: string
  /** What it begins with. */
  readonly seeds: readonly string[]
  run(input: FuzzInput): void | Promise<void>
}

/** What must always hold. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}

/** The two are the same data. */
export function mustEqual(left: unknown, right: unknown, what: string): void {
  if (left === right) return
  const [one, other] = [JSON.stringify(left) ?? '', JSON.stringify(right) ?? '']
  if (one !== other) throw new Error(`${what}: ${one.slice(0, 300)} is not ${other.slice(0, 300)}`)
}

/** Spans lie in a text of this length. */
export function mustLieIn(spans: readonly { readonly start: number; readonly end: number }[], length: number): void {
  for (const { start, end } of spans) {
    must(0 <= start && start <= end && end <= length, `a span ${String(start)}–${String(end)} of ${String(length)}`)
  }
}

/** Controls, bidi signs and halves of characters: what no text that is shown or printed may hold. */
const HARMFUL = /[\p{Control}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u

export function mustBeHarmless(text: string, what: string): void {
  const found = HARMFUL.exec(text)
  must(found === null, `${what} holds U+${(found?.[0].codePointAt(0) ?? 0).toString(16)}`)
}
