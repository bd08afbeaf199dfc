/** Texts with all their trigrams, and those that came before left out: most of a request is like the one before it. */

/** Stretches that follow each other closely are cheaper as one: what joins two makes trigrams of its own. */
const NEAR = 3
const ASCII_BITS = 7
const MASK = (1 << (2 * ASCII_BITS)) - 1
const ALL = 1 << (3 * ASCII_BITS)
const LAST_MARK = 0xffff
/** Beyond ASCII a character may be two units, and nothing is left out. */
const BEYOND_ASCII = /[\u0080-\uffff]/

export class TrigramText {
  /** Per trigram of ASCII, the text in which it came up last. */
  readonly #seenIn = new Uint16Array(ALL)
  #mark = 0
  #text = ''

  /** Starts another text. */
  begin(): void {
    this.#text = ''
    this.#mark += 1
    if (this.#mark <= LAST_MARK) return
    this.#seenIn.fill(0)
    this.#mark = 1
  }

  /** Every trigram of `part` is in the text afterwards, with others that are in no part. */
  add(part: string): void {
    if (BEYOND_ASCII.test(part)) {
      this.#text += part
      return
    }
    let start = -1
    let last = -1
    let trigram = (part.charCodeAt(0) << ASCII_BITS) | part.charCodeAt(1)
    for (let at = 0; at + 2 < part.length; at += 1) {
      trigram = ((trigram & MASK) << ASCII_BITS) | part.charCodeAt(at + 2)
      if (this.#seenIn[trigram] === this.#mark) continue
      this.#seenIn[trigram] = this.#mark
      if (start >= 0 && at - last > NEAR) {
        this.#text += part.slice(start, last + 3)
        start = at
      } else if (start < 0) {
        start = at
      }
      last = at
    }
    if (start >= 0) this.#text += part.slice(start, last + 3)
  }

  get text(): string {
    return this.#text
  }
}
