/** Checksums of stored requests. They find accidents, not forgeries. */
import { crc32 } from 'node:zlib'

/** The columns that a seal covers, as they are bound. Not the row's number: an import gives it another one. */
export interface SealedColumns {
  readonly receivedAt: number
  readonly method: string | Uint8Array | null
  readonly httpVersion: string | null
  readonly remoteAddress: string | null
  readonly remotePort: number | null
  readonly bodyLength: number
  readonly bodyComplete: number
  readonly rejectionCode: string | null
  readonly target: string | Uint8Array | null
  readonly rejectionBytes: Uint8Array | null
  readonly body: Uint8Array | null
}

/** The status stands above the checksum, so that it can be changed without the rest. */
const STATUS = 2 ** 32
const HALF = 2 ** 26

/** SQL for the seal of a row whose reply status becomes `@status`. */
export const SEAL_WITH_STATUS = `(seal & ${String(STATUS - 1)}) | (@status << 32)`

export function requestSeal(columns: SealedColumns, replyStatus: number): number {
  const { method, target, rejectionBytes, body } = columns
  const head = JSON.stringify([
    columns.receivedAt,
    typeof method === 'object' ? null : method,
    columns.httpVersion,
    columns.remoteAddress,
    columns.remotePort,
    columns.bodyLength,
    columns.bodyComplete,
    columns.rejectionCode,
    typeof target === 'string' ? target : null,
    [method, target, rejectionBytes, body].map((bytes) => (typeof bytes === 'object' ? (bytes?.length ?? -1) : 0)),
  ])
  let sum = crc32(head)
  for (const bytes of [method, target, rejectionBytes, body]) {
    if (typeof bytes === 'object' && bytes !== null) sum = crc32(bytes, sum)
  }
  return sum + replyStatus * STATUS
}

/** Of what requests share with others: the checksums of the headers (`headersChecksum`) and of the planned reply's text. */
export function sharedSeal(headers: number, reply: number): number {
  return (headers % HALF) + (reply % HALF) * HALF
}

/** The two halves: of headers, of the reply. */
export function sharedHalves(seal: number): { headers: number; reply: number } {
  return { headers: seal % HALF, reply: Math.floor(seal / HALF) }
}
