/** Bytes of one line of a hex dump. */
const BYTES_A_LINE = 16

/** Bytes that travelled as base64. */
export function bytesFromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** One character a byte, so that nothing is lost; the shape of everything that came over the wire as a string. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The bytes as UTF-8 text, or null where they are none. */
export function utf8OrNull(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Offset, sixteen bytes in hex and the same in ASCII, a dot for what cannot be printed; at most `most` bytes. */
export function hexDump(bytes: Uint8Array, most: number): string {
  const lines: string[] = []
  for (let offset = 0; offset < Math.min(bytes.length, most); offset += BYTES_A_LINE) {
    const line = bytes.subarray(offset, Math.min(offset + BYTES_A_LINE, most))
    const hex = Array.from(line, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const ascii = Array.from(line, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${offset.toString(16).padStart(6, '0')}  ${hex.padEnd(BYTES_A_LINE * 3 - 1)}  ${ascii}`)
  }
  return lines.join('\n')
}
