/** One number for "the same delivery": what possible duplicates are looked up by. */
import { crc32 } from 'node:zlib'
import type { Column } from './exact-text.ts'

/** A reading's columns as they are bound; `endpoint` is the key of its endpoint. */
export interface DeliveryColumns {
  readonly userId: Column
  readonly amountText: Column
  readonly endpoint: number | null
  /** Undefined: whatever the transaction. */
  readonly transactionId: Column | undefined
}

const HIGH = 2 ** 32
/** So that the number stays a safe integer. */
const HIGH_BITS = 2 ** 20

/** Equal for equal deliveries; two unequal ones may share it, so whatever it finds is compared. */
export function deliveryHash({ userId, amountText, endpoint, transactionId }: DeliveryColumns): number {
  const key = `${partOf(userId)} ${partOf(amountText)} ${String(endpoint)} ${transactionId === undefined ? 'any' : partOf(transactionId)}`
  return crc32(key) + (crc32(key, 1) % HIGH_BITS) * HIGH
}

/** The length keeps the parts apart. */
function partOf(column: Column): string {
  if (column === null) return '-'
  const text = typeof column === 'string' ? column : Buffer.from(column).toString('latin1')
  return `${typeof column === 'string' ? 't' : 'b'}${String(text.length)}:${text}`
}
