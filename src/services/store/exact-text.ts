/**
 * Strings in columns, so that every string comes back exactly as it went in.
 *
 * SQLite's TEXT is UTF-8 and cannot hold a lone surrogate, and a target or header is bytes with one character each.
 * The storage class says which form a value has, so these columns are declared ANY.
 */
import { Buffer } from 'node:buffer'

/** What a column of these holds. */
export type Column = string | Uint8Array | null

/** A UTF-16 unit that is no byte. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/

/** Half of a pair that stands alone: UTF-8 has no form for it. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** Decoded text: TEXT; where it holds a lone surrogate, a BLOB of UTF-16. Equal strings give equal columns. */
export function textToColumn(text: string | null): string | Buffer | null {
  if (text === null || !LONE_SURROGATE.test(text)) return text
  return Buffer.from(text, 'utf16le')
}

export function textFromColumn(column: Column): string | null {
  if (column === null || typeof column === 'string') return column
  return viewOf(column).toString('utf16le')
}

/** Wire text: a BLOB with one byte a character; anything beyond latin1 (never from a socket) as JSON in TEXT. */
export function wireToColumn(wire: string | null): string | Buffer | null {
  if (wire === null) return null
  return BEYOND_LATIN1.test(wire) ? JSON.stringify(wire) : Buffer.from(wire, 'latin1')
}

export function wireFromColumn(column: Column): string | null {
  if (column === null) return null
  if (typeof column === 'string') return String(JSON.parse(column))
  return viewOf(column).toString('latin1')
}

/** The same bytes as a Buffer, without a copy. */
export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
