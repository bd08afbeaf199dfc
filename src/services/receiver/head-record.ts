/**
 * What came on a connection since the last request's head was understood and belongs to no body: a head under way.
 * Its first bytes are kept, so that what never becomes a request can be recorded.
 */
export class HeadRecord {
  #pieces: Uint8Array[] = []
  #kept = 0
  #since: number | null = null

  /** When its first byte came (`performance.now()`); null while no head is under way. */
  get since(): number | null {
    return this.#since
  }

  /** Its first bytes. */
  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#pieces))
  }

  add(piece: Uint8Array, room: number): void {
    this.#since ??= performance.now()
    const wanted = room - this.#kept
    if (wanted <= 0) return
    // A copy where it is cut: a view would hold the whole packet.
    const kept = piece.length <= wanted ? piece : piece.slice(0, wanted)
    this.#pieces.push(kept)
    this.#kept += kept.length
  }

  /** The head was understood. */
  clear(): void {
    this.#pieces = []
    this.#kept = 0
    this.#since = null
  }
}

/** Line ends alone, as some senders put them between two requests (RFC 9112, 2.2). */
export function isLineEnds(piece: Uint8Array): boolean {
  return piece.every((byte) => byte === 0x0d || byte === 0x0a)
}
