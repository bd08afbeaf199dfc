/** One input as the targets take it: bytes, and the texts that they stand for. */
export interface FuzzInput {
  readonly bytes: Uint8Array
  /** One character a byte, as the receiver hands over what came. */
  readonly latin1: string
  /** Any text there can be, lone surrogates too. */
  readonly text: string
  /** The same, cut where the input says so: for targets that take several texts. */
  readonly parts: readonly string[]
}

/** A unit of UTF-16 follows, in two bytes: how an input holds what UTF-8 cannot. */
export const RAW_UNIT = 0xff
/** Divides the texts of one input. */
export const DIVIDER = '\x1f'

export function inputOf(bytes: Uint8Array): FuzzInput {
  const text = textOf(bytes)
  return { bytes, latin1: Buffer.from(bytes).toString('latin1'), text, parts: text.split(DIVIDER) }
}

function textOf(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = bytes.indexOf(RAW_UNIT); at >= 0; at = bytes.indexOf(RAW_UNIT, from)) {
    text += Buffer.from(bytes.subarray(from, at)).toString('utf8')
    text += String.fromCharCode(((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0))
    from = at + 3
  }
  return text + Buffer.from(bytes.subarray(from)).toString('utf8')
}

/** The bytes of a text, as `inputOf` reads them back. */
export function bytesOf(text: string): Buffer {
  const pieces: Buffer[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const lone = code >= 0xd800 && code <= 0xdfff
    pieces.push(lone ? Buffer.from([RAW_UNIT, code >> 8, code & 0xff]) : Buffer.from(character))
  }
  return Buffer.concat(pieces)
}
