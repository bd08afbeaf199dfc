/** SQLite's record format, read without trust: anything that does not fit is no record. */
import type { Buffer } from 'node:buffer'

/** A column's value as it stands in a record. Integers beyond 2^53 are no values of a history. */
export type Value = null | number | string | Uint8Array

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A variable-length integer and where what follows it begins; null where there is none, or none that is safe. */
export function varint(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  let value = 0
  for (let n = 0; n < 8; n++) {
    const byte = bytes[at + n]
    if (byte === undefined) return null
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return value <= Number.MAX_SAFE_INTEGER ? { value, next: at + n + 1 } : null
  }
  // A ninth byte only stands in numbers that no history has.
  return null
}

/** The columns of a payload, null where its parts do not add up to exactly its length. */
export function recordOf(payload: Buffer): Value[] | null {
  const header = varint(payload, 0)
  if (header === null || header.value > payload.length || header.value < header.next) return null
  const values: Value[] = []
  let at = header.next
  let from = header.value
  while (at < header.value) {
    const type = varint(payload, at)
    if (type === null) return null
    const value = valueOf(payload, from, type.value)
    if (value === undefined) return null
    values.push(value.value)
    from = value.next
    at = type.next
  }
  return at === header.value && from === payload.length ? values : null
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8]

function valueOf(payload: Buffer, from: number, type: number): { value: Value; next: number } | undefined {
  if (type === 0) return { value: null, next: from }
  if (type === 8 || type === 9) return { value: type - 8, next: from }
  if (type === 10 || type === 11) return undefined
  const length = type <= 6 ? (INTEGER_BYTES[type] ?? 0) : type === 7 ? 8 : Math.floor((type - 12) / 2)
  const next = from + length
  if (next > payload.length) return undefined
  if (type === 7) return { value: payload.readDoubleBE(from), next }
  if (type < 7) {
    const value = integer(payload, from, length)
    return value === null ? undefined : { value, next }
  }
  const bytes = payload.subarray(from, next)
  if (type % 2 === 0) return { value: bytes, next }
  try {
    return { value: strictUtf8.decode(bytes), next }
  } catch {
    return undefined
  }
}

function integer(payload: Buffer, from: number, length: number): number | null {
  if (length < 8) return payload.readIntBE(from, length)
  const big = payload.readBigInt64BE(from)
  const value = Number(big)
  return Number.isSafeInteger(value) ? value : null
}
