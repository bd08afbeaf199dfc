import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../../src/core/endpoint.ts'
import { EVERY_USER, type UserSort } from '../../../../src/core/users.ts'
import { registerAccountFunctions } from '../../../../src/services/store/account-functions.ts'
import { AccountMemory } from '../../../../src/services/store/account-memory.ts'
import { historyFile } from '../../../../src/services/store/paths.ts'
import { NO_SEARCH } from '../../../../src/services/store/search-attachment.ts'
import { registerTextSearch } from '../../../../src/services/store/text-search.ts'
import { topOf } from '../../../../src/services/store/top-of.ts'
import { pageOfUsers, totalsOfUsers } from '../../../../src/services/store/user-queries.ts'
import { aCapturedRequest, OK_REPLY } from '../../../support/builders.ts'
import { seededRandom } from '../../../support/random-decimals.ts'
import { rereadWhole, writerOf } from '../../../support/store-in-place.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const AMOUNTS = [
  '1',
  '2.50',
  '-3',
  '0.1',
  '0.0000001',
  '123456789.123456',
  '1e30',
  '1e999',
  '9007199254740993',
  '1,50',
  'ten',
  '',
  '999999999',
]
/** As they stand in a query; the last is half of a pair. */
const USERS = [...['a', 'A', 'ä', '😀', '\uffee', '', 'bob', '\0'].map(encodeURIComponent), '%ED%A0%80']

/** Whatever order equal numbers of reasons come in. */
const plain = <T extends { notSummed: readonly { reason: string; count: number }[] }>(account: T) => ({
  ...account,
  notSummed: [...account.notSummed].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
})

describe('Accounts that are kept', () => {
  it('are those that adding up everything gives, while requests arrive, are read again and go', async () => {
    const folder = await tempFolder()
    const writer = writerOf(folder)
    const database = new Database(historyFile(folder), { readonly: true })
    registerTextSearch(database, () => false)
    registerAccountFunctions(database, () => false)
    const memory = new AccountMemory(database)
    const random = seededRandom(3)
    const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? ''
    const arrive = (count: number): void => {
      const captures = Array.from({ length: count }, (_, n) => {
        const user = random() < 0.1 ? 'x=1' : `user_id=${one(USERS)}`
        const target = `/hitpoint?${user}&reward_amount=${one(AMOUNTS)}`
        return {
          request: aCapturedRequest({
            target,
            receivedAt: 1_700_000_000_000 + n * 977,
            method: random() < 0.1 ? 'HEAD' : 'GET',
          }),
          reply: OK_REPLY,
        }
      })
      writer.commit(captures, [], null)
    }
    const columns: readonly UserSort['column'][] = ['count', 'sum', 'lastSeen', 'userId']
    const compare = (): void => {
      const { withoutUserId, ...totals } = totalsOfUsers(database, EVERY_USER)
      const kept = memory.totals()
      expect(kept && plain(kept)).toMatchObject(plain(totals))
      expect(kept && plain(kept.withoutUserId)).toEqual(plain(withoutUserId))
      for (const column of columns) {
        for (const direction of ['ascending', 'descending'] as const) {
          for (const [offset, limit] of [
            [0, 100],
            [2, 3],
          ] as const) {
            const request = { filter: EVERY_USER, sort: { column, direction }, offset, limit }
            const page = memory.page(request.sort, offset, limit)
            expect(page?.map(plain)).toEqual(pageOfUsers(database, NO_SEARCH, request).map(plain))
          }
        }
      }
    }
    compare()
    arrive(200)
    compare()
    arrive(150)
    compare()
    const [endpoint] = database.prepare<[], string>('SELECT id FROM endpoint').pluck().all()
    writer.saveEndpoint(endpoint ?? null, {
      ...DEFAULT_ENDPOINT_CONFIG,
      userIdParam: 'reward_amount',
      rewardAmountParam: 'user_id',
    })
    expect(memory.totals()).toBeNull()
    rereadWhole(writer)
    arrive(20)
    compare()
    const other = new Database(historyFile(folder))
    other.exec(`DELETE FROM reading WHERE id <= 40;
      INSERT OR REPLACE INTO meta SELECT 'tally_edits', coalesce(max(value) + 1, 1) FROM meta WHERE name = 'tally_edits'`)
    other.close()
    compare()
    database.close()
    writer.close(Date.now())
  })

  it('gives the first ones as sorting would', () => {
    const random = seededRandom(9)
    const items = Array.from({ length: 5000 }, (_, n) => ({ n, value: Math.floor(random() * 300) }))
    const order = (a: (typeof items)[0], b: (typeof items)[0]): number => a.value - b.value || a.n - b.n
    for (const count of [0, 1, 100, 1999, 3000, 9000])
      expect(topOf(items, order, count)).toEqual([...items].sort(order).slice(0, count))
  })
})
