import { createHash } from 'node:crypto'
import type { z } from 'zod'
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchivedEndpoint,
  type ArchivedOutage,
  type ArchivedRequest,
  ArchiveError,
  type ArchiveHeader,
  archivedEndpointSchema,
  archivedOutageSchema,
  archivedRequestSchema,
  archiveEndSchema,
  archiveHeaderSchema,
} from '../../core/archive.ts'
import { MOST_ENDPOINTS } from '../../core/endpoint.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { archiveLines, cutOff, damaged, noArchive } from './archive-lines.ts'

export type ArchiveEntry =
  | ({ readonly type: 'header' } & ArchiveHeader)
  | ArchivedEndpoint
  | ArchivedOutage
  | ArchivedRequest

/**
 * Endpoints and outages are held in memory until the first request, and compared with those that are here: so many
 * endpoints, and so many bytes of both.
 */
const MOST_HELD_BYTES = 32 * 1024 * 1024

/**
 * What an archive holds, in its order: the header, endpoints, outages, requests. Only an iteration that ends by
 * itself has seen a whole archive: the digest stands at its end.
 *
 * @throws ArchiveError where it is no archive, of a newer version, cut off or damaged.
 */
export async function* readArchive(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const hash = createHash('sha256')
  let header: ArchiveHeader | null = null
  let ended = false
  const counts = { endpoints: 0, outages: 0, requests: 0 }
  let held = 0
  for await (const line of archiveLines(bytes)) {
    if (ended) throw damaged()
    const content = parseLine(line, header === null)
    if (header === null) {
      header = readHeader(content)
      hash.update(line)
      yield { type: 'header', ...header }
      continue
    }
    if (content['type'] === 'end') {
      const end = parsed(archiveEndSchema, content)
      const complete = JSON.stringify(end.counts) === JSON.stringify(counts) && sameCounts(header.counts, counts)
      if (!complete || end.sha256 !== hash.digest('hex')) throw damaged()
      ended = true
      continue
    }
    hash.update(line)
    if (content['type'] !== 'request') held += line.length
    if (held > MOST_HELD_BYTES || counts.endpoints > MOST_ENDPOINTS) throw tooMuch()
    switch (content['type']) {
      case 'endpoint':
        counts.endpoints += 1
        yield parsed(archivedEndpointSchema, content)
        break
      case 'outage':
        counts.outages += 1
        yield parsed(archivedOutageSchema, content)
        break
      case 'request':
        counts.requests += 1
        // More than were announced would be taken in vain: the end will not agree.
        if (counts.requests > header.counts.requests) throw damaged()
        yield parsed(archivedRequestSchema, content)
        break
      default:
        throw damaged()
    }
  }
  if (header === null) throw noArchive()
  if (!ended) throw cutOff()
}

function tooMuch(): ArchiveError {
  return new ArchiveError('damaged', errorsWords().archive.tooMuch)
}

type Counts = ArchiveHeader['counts']

function sameCounts(a: Counts, b: Counts): boolean {
  return a.endpoints === b.endpoints && a.outages === b.outages && a.requests === b.requests
}

function readHeader(content: Record<string, unknown>): ArchiveHeader {
  const { format, version } = content
  if (format !== ARCHIVE_FORMAT) throw noArchive()
  if (typeof version === 'number' && version > ARCHIVE_VERSION) {
    throw new ArchiveError('newer-version', errorsWords().archive.newer(version, ARCHIVE_VERSION))
  }
  return parsed(archiveHeaderSchema, content)
}

function parseLine(line: Buffer, first: boolean): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below, as for any other line that is no object.
  }
  throw first ? noArchive() : damaged()
}

function parsed<T extends z.ZodType>(schema: T, content: unknown): z.output<T> {
  const result = schema.safeParse(content)
  if (!result.success) throw damaged()
  return result.data
}
