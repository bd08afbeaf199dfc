import { z } from 'zod'
import { markSchema } from './mark.ts'
import { outageSchema } from './status.ts'

/** What the first line of an archive calls itself; docs/archive.md describes the format. */
export const ARCHIVE_FORMAT = 'adjump-inspector-archive'
/** The version that this program writes, and the newest that it reads. */
export const ARCHIVE_VERSION = 1
/** What an archive's file name ends in. */
export const ARCHIVE_SUFFIX = '.adjump-archive'

/** The last millisecond of the year 9999: what lies beyond it has no ISO form that everybody reads. */
export const LATEST_TIME = 253_402_300_799_999
const time = z.int().min(0).max(LATEST_TIME)
const count = z.int().min(0)
const installation = z.string().min(1).max(100)

/** The first line. `counts` says how many lines of each kind follow. */
export const archiveHeaderSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int().min(1),
  installation,
  appVersion: z.string().max(100),
  createdAt: z.iso.datetime(),
  counts: z.object({ endpoints: count, outages: count, requests: count }),
})
export type ArchiveHeader = z.infer<typeof archiveHeaderSchema>

/** `config` is what the store makes of it: a part that another version wrote otherwise is left at its default. */
export const archivedEndpointSchema = z.object({
  type: z.literal('endpoint'),
  id: z.string().min(1).max(100),
  config: z.record(z.string(), z.unknown()),
})
export type ArchivedEndpoint = z.infer<typeof archivedEndpointSchema>

/** One that still lasted ends when the archive was made. */
export const archivedOutageSchema = z.object({
  type: z.literal('outage'),
  reason: outageSchema.shape.reason,
  from: time,
  to: time,
  why: z.string().max(10_000),
})
export type ArchivedOutage = z.infer<typeof archivedOutageSchema>

/** Header pairs and body; what else the store keeps of a reply stands behind them. */
const plan = z.tuple([z.array(z.tuple([z.string(), z.string()])), z.string()], z.unknown()).readonly()
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)

/**
 * A stored request, byte for byte: strings hold one character a byte (latin1), bodies are base64. `installation` and
 * `id` say where it arrived and which one it was there, wherever the archive was made.
 */
export const archivedRequestSchema = z.object({
  type: z.literal('request'),
  installation,
  id: z.int().min(1),
  receivedAt: time,
  remoteAddress: z.string().nullable(),
  remotePort: z.int().min(0).max(65_535).nullable(),
  httpVersion: z.string().nullable(),
  method: z.string().nullable(),
  target: z.string().nullable(),
  /** Name, value, name, value … */
  headers: z.array(z.string()).readonly(),
  body: base64,
  bodyLength: count,
  bodyComplete: z.boolean(),
  rejection: z.object({ code: z.string(), firstBytes: base64 }).nullable(),
  /** What was planned: `plan` has header pairs, body and delay in ms; what a later version adds stands behind them. */
  reply: z.object({
    status: z.int().min(100).max(999),
    plan,
    /** What the sender got from a backend in its place, in the same form; null where there was no such reply. */
    relayed: plan.nullable(),
  }),
  /** What became of the reply; null where that is not known. */
  outcome: z.object({ sentAt: time.nullable(), senderGone: z.boolean() }).nullable(),
  /** Note, pin and colour; null where there are none. */
  mark: markSchema.nullable(),
})
export type ArchivedRequest = z.infer<typeof archivedRequestSchema>

/** The last line: nothing stands behind it. `sha256` is of all bytes before this line, uncompressed, in hex. */
export const archiveEndSchema = z.object({
  type: z.literal('end'),
  counts: archiveHeaderSchema.shape.counts,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type ArchiveErrorCode = 'no-archive' | 'newer-version' | 'cut-off' | 'damaged'

/** Why a file is refused. `message` is one sentence for a person. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly code: ArchiveErrorCode
  constructor(code: ArchiveErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
