import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPossibleDuplicate } from '../../../src/core/duplicate.ts'
import { DEFAULT_ENDPOINT_CONFIG, TRANSACTION_ID_FIELD } from '../../../src/core/endpoint.ts'
import type { Reading } from '../../../src/core/postback.ts'
import { readRequest } from '../../../src/core/reading.ts'
import { DuplicateLookup } from '../../../src/services/store/duplicate-lookup.ts'
import { EndpointTable } from '../../../src/services/store/endpoint-table.ts'
import { MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import { migrate } from '../../../src/services/store/migrations/runner.ts'
import { historyFile } from '../../../src/services/store/paths.ts'
import { ReadingTable } from '../../../src/services/store/reading-table.ts'
import { RequestTable } from '../../../src/services/store/request-table.ts'
import { DeliveryIndex } from '../../../src/services/store/search-index/delivery-index.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { fillSearchIndex } from '../../support/fill-search-index.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const HISTORY = 'a-history'
const START = 1_700_000_000_000

interface Arrival {
  readonly user: string
  readonly transaction: string | null
  readonly seconds: number
}

/** A history of these, of which the search index has the first few and the memory the last few. */
async function lookUp(
  arrivals: readonly Arrival[],
  indexed: number | null,
  atStart: number,
  hashes: number,
  lookedAt: number,
) {
  const folder = await tempFolder()
  const database = new Database(historyFile(folder))
  database.pragma('journal_mode = WAL')
  migrate(database, MIGRATIONS)
  database.prepare("INSERT INTO meta VALUES ('installation_id', ?)").run(HISTORY)
  const endpoints = new EndpointTable(database)
  const extraFields = [{ field: TRANSACTION_ID_FIELD, param: 'tx' }]
  const mapping = endpoints.save(null, { ...DEFAULT_ENDPOINT_CONFIG, extraFields, duplicateWindowMinutes: 1 })
  const requests = new RequestTable(database)
  const readings = new ReadingTable(database)
  const open = () =>
    new DuplicateLookup(database, {
      endpoints,
      index: new DeliveryIndex(folder, HISTORY),
      generation: () => 0,
      rereading: () => false,
      remembered: { atStart, hashes, lookedAt },
    })
  const stored: { id: number; receivedAt: number; reading: Reading }[] = []
  let lookup = open()
  const found: (number | null)[] = []
  const wanted: (number | null)[] = []
  for (const [at, { user, transaction, seconds }] of arrivals.entries()) {
    if (at === indexed) {
      fillSearchIndex(folder)
      lookup = open()
    }
    const receivedAt = START + seconds * 1000
    const query = `user_id=${user}&reward_amount=1${transaction === null ? '' : `&tx=${transaction}`}`
    const request = aCapturedRequest({ target: `/hitpoint?${query}`, receivedAt })
    const id = requests.insert(request, OK_REPLY)
    const own = readRequest(request, endpoints.all())
    const reading = lookup.complete(own, id, receivedAt)
    readings.insert(id, { receivedAt, target: null }, reading, endpoints.keyOf(reading.endpointId))
    found.push(reading.findings.find(({ code }) => code === 'possible-duplicate')?.related ?? null)
    const earlier = stored.filter((other) =>
      isPossibleDuplicate({ ...own, receivedAt }, { ...other.reading, receivedAt: other.receivedAt }, mapping),
    )
    wanted.push(earlier.at(-1)?.id ?? null)
    stored.push({ id, receivedAt, reading: own })
  }
  database.close()
  return { found, wanted }
}

describe('The earlier postback that one may repeat', () => {
  it('is found in memory, in the index and between the two, and is the newest of all', async () => {
    const arrival = fc.record({
      user: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      transaction: fc.constantFrom(null, 'x', 'y'),
      seconds: fc.nat(20),
    })
    // The clock goes on, but for a moment here and there.
    const arrivals = fc
      .array(arrival, { minLength: 20, maxLength: 60 })
      .map((list) => list.map((one, at) => ({ ...one, seconds: one.seconds + at * 3 })))
    await fc.assert(
      fc.asyncProperty(
        arrivals,
        fc.option(fc.nat(60), { nil: null }),
        fc.nat(8),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(0, 3, 1000),
        async (list, indexed, atStart, hashes, lookedAt) => {
          const { found, wanted } = await lookUp(list, indexed, atStart, hashes, lookedAt)
          expect(found).toEqual(wanted)
        },
      ),
      { numRuns: 40 },
    )
  }, 120_000)
})
