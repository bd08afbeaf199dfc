import { Buffer } from 'node:buffer'

/** No character takes more bytes of UTF-8 for one UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3

/**
 * Texts one behind the other as UTF-8, each encoded as it comes: one that is no Latin-1 makes no others dearer. Used again
 * and again, so that a long export leaves no blocks of memory behind it.
 */
export class TextBuffer {
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
    this.#length += this.#bytes.write(text, this.#length, 'utf8')
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

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
