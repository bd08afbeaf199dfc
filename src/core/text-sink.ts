/** Takes the text of an export, piece by piece: most of it is a few plain characters at a time. */
export interface TextSink {
  /** Any text. */
  add(text: string): void
  /**
   * Takes a text where each of its characters has its flag in `allowed`, its first one in `first` as well; else nothing of
   * it, and answers false. Both have 128 flags, for ASCII.
   */
  addIf(text: string, allowed: Uint8Array, first?: Uint8Array): boolean
}

/** The flags of the ASCII characters that match; `pattern` is about one character. */
export function asciiFlags(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0))
}
