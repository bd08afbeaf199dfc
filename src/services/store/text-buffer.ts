import { Buffer } from 'node:buffer'
import type { TextSink } from '../../core/text-sink.ts'

/** No character takes more bytes of UTF-8 for one UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3
const MOST_ASCII = 127
/** Up to this length it is quicker to write a text character by character than to hand it over. */
const SHORT = 64

/**
 * Texts one behind the other as UTF-8, each encoded as it comes: one that is no Latin-1 makes no others dearer. Used again
 * and again, so that a long export leaves no blocks of memory behind it.
 */
export class TextBuffer implements TextSink {
  readonly #size: number
  #bytes: Buffer
  #length = 0

  /** `size` is how many bytes it has, usually. */
  constructor(size: number) {
    this.#size = size
    this.#bytes = Buffer.allocUnsafeSlow(size)
  }

  get length(): number {
    return this.#length
  }

  add(text: string): void {
    const needed = this.#length + text.length * MOST_BYTES_A_UNIT
    if (needed > this.#bytes.length) this.#grow(needed)
    if (text.length > SHORT || !this.#addAscii(text)) this.#length += this.#bytes.write(text, this.#length, 'utf8')
  }

  addIf(text: string, allowed: Uint8Array, first: Uint8Array = allowed): boolean {
    const { length } = text
    if (length === 0) return true
    const start = this.#length
    if (start + length > this.#bytes.length) this.#grow(start + length)
    const bytes = this.#bytes
    if (first[text.charCodeAt(0)] !== 1) return false
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at)
      if (code > MOST_ASCII || allowed[code] !== 1) return false
      bytes[start + at] = code
    }
    this.#length = start + length
    return true
  }

  /** All of it, as a block that is exactly as long and may be given to another thread. Empties this. */
  taken(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#length)
    bytes.set(this.#bytes.subarray(0, this.#length))
    this.clear()
    return bytes
  }

  /** Forgets what is in it, and what a very long text had made of it. */
  clear(): void {
    this.#length = 0
    if (this.#bytes.length > this.#size) this.#bytes = Buffer.allocUnsafeSlow(this.#size)
  }

  /** There is room for it. Answers false where it is something else, and has taken nothing then. */
  #addAscii(text: string): boolean {
    const bytes = this.#bytes
    const start = this.#length
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code > MOST_ASCII) return false
      bytes[start + at] = code
    }
    this.#length = start + text.length
    return true
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
