import { createHash } from 'node:crypto'
import type { ArchivedRequest } from '../../core/archive.ts'
import { ArchiveError } from '../../core/archive.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { damagedHar, harEntries } from './har-entries.ts'
import { requestOfEntry } from './har-request.ts'

/** What stands as the installation of requests that came with a HAR: it says nothing of where they first arrived. */
export const HAR_ORIGIN = 'har'
/** The identities of so many are held in memory. */
const MOST_ENTRIES = 250_000

/**
 * The requests of a HAR, in its order; null for an entry that is no HTTP request as a server could have received it.
 * A request is known again by its time and its content, and by which of several alike it is, so that the same HAR adds
 * nothing the second time.
 *
 * @throws ArchiveError where it is no HAR, cut off, damaged or has more entries than that.
 */
export async function* readHar(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivedRequest | null> {
  const alike = new Map<number, number>()
  let entries = 0
  for await (const text of harEntries(bytes)) {
    entries += 1
    if (entries > MOST_ENTRIES) throw tooMany()
    const request = requestOfEntry(parseEntry(text))
    if (request === null) {
      yield null
      continue
    }
    const first = identityOf(request, 0)
    const before = alike.get(first) ?? 0
    alike.set(first, before + 1)
    const id = before === 0 ? first : identityOf(request, before)
    yield { type: 'request', installation: HAR_ORIGIN, id, ...request }
  }
}

function parseEntry(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    throw damagedHar()
  }
}

/** 48 bits of a digest: a whole number that every part of the store can hold. */
function identityOf(request: Omit<ArchivedRequest, 'type' | 'installation' | 'id'>, before: number): number {
  const { receivedAt, method, target, headers, body } = request
  const hash = createHash('sha256').update(JSON.stringify([receivedAt, method, target, headers, body, before]))
  return hash.digest().readUIntBE(0, 6) + 1
}

function tooMany(): ArchiveError {
  return new ArchiveError('damaged', errorsWords().archive.longHar(MOST_ENTRIES))
}
