import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compareDecimals, isSummable } from '../../../../src/core/decimal.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../../src/core/endpoint.ts'
import { sumAmounts } from '../../../../src/core/exact-sum.ts'
import { type User, type UserSort, whyNotSummed } from '../../../../src/core/users.ts'
import { pageOfEveryUser, totalsOfEveryUser } from '../../../../src/services/store/account-pages.ts'
import { KIND_NUMBERS } from '../../../../src/services/store/column-codes.ts'
import { type Column, textFromColumn } from '../../../../src/services/store/exact-text.ts'
import { historyFile } from '../../../../src/services/store/paths.ts'
import {
  OWN_READING_COLUMNS,
  type OwnReadingRow,
  readingFromRow,
} from '../../../../src/services/store/reading-table.ts'
import { SearchAttachment } from '../../../../src/services/store/search-attachment.ts'
import { fillAccounts } from '../../../../src/services/store/search-index/fill-accounts.ts'
import { openSearchIndex } from '../../../../src/services/store/search-index/open.ts'
import { registerTextSearch } from '../../../../src/services/store/text-search.ts'
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

type Row = OwnReadingRow & { readonly endpoint_id: null }

/** The plain way: all rows of one user together. */
function accountOf(rows: readonly Row[]) {
  const readings = rows.map((row) => readingFromRow({ ...row, extras: null }, null))
  const isSingle = (at: number): boolean => !readings[at]?.findings.some(({ code }) => code === 'possible-duplicate')
  const reasons = new Map<string, number>()
  for (const { amountValue, rewardAmount, findings } of readings) {
    if (amountValue !== null && isSummable(amountValue)) continue
    const reason = amountValue === null ? whyNotSummed(rewardAmount, findings) : 'beyond-bounds'
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return plain({
    count: rows.length,
    sum: sumAmounts(readings.map(({ amountValue }) => amountValue)).total,
    sumWithoutDuplicates: sumAmounts(readings.filter((_, at) => isSingle(at)).map(({ amountValue }) => amountValue))
      .total,
    duplicates: readings.filter((_, at) => !isSingle(at)).length,
    notSummed: [...reasons].map(([reason, count]) => ({ reason, count })),
  })
}

/** As SQLite has them in order. */
const bytesOf = (id: Column): Buffer =>
  Buffer.concat([Buffer.from([typeof id === 'string' ? 0 : 1]), Buffer.from(id ?? '')])

function expectedUsers(rows: readonly Row[], { column, direction }: UserSort) {
  const ids = new Map(rows.flatMap(({ user_id: id }) => (id === null ? [] : [[bytesOf(id).toString('hex'), id]])))
  const users = [...ids].map(([key, id]) => {
    const own = rows.filter(({ user_id }) => user_id !== null && bytesOf(user_id).toString('hex') === key)
    const times = own.map(({ received_at }) => received_at)
    return {
      id,
      user: {
        ...accountOf(own),
        userId: textFromColumn(id),
        firstSeen: Math.min(...times),
        lastSeen: Math.max(...times),
        verdicts: {
          pass: own.filter(({ verdict }) => verdict === 0).length,
          warn: own.filter(({ verdict }) => verdict === 1).length,
          fail: own.filter(({ verdict }) => verdict === 2).length,
        },
      },
    }
  })
  const sign = direction === 'ascending' ? 1 : -1
  const byId = (a: (typeof users)[0], b: (typeof users)[0]): number => Buffer.compare(bytesOf(a.id), bytesOf(b.id))
  const orders: Record<UserSort['column'], (a: (typeof users)[0], b: (typeof users)[0]) => number> = {
    count: (a, b) => sign * (a.user.count - b.user.count) || byId(a, b),
    sum: (a, b) => sign * compareDecimals(a.user.sum, b.user.sum) || byId(a, b),
    lastSeen: (a, b) => sign * (a.user.lastSeen - b.user.lastSeen) || byId(a, b),
    userId: (a, b) => sign * byId(a, b),
  }
  return users.sort(orders[column]).map(({ user }) => user)
}

describe('Accounts that are kept', () => {
  it('are those that adding up everything gives, however far the index has come, while requests arrive, are read again and go', async () => {
    const folder = await tempFolder()
    const writer = writerOf(folder)
    const database = new Database(historyFile(folder), { readonly: true })
    registerTextSearch(database, () => false)
    const index = openSearchIndex(folder)
    const attachment = new SearchAttachment(database, folder)
    attachment.refresh()
    onTestFinished(() => {
      index.close()
      database.close()
      writer.close(Date.now())
    })
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
    const fill = (rows: number) => fillAccounts(index.history, index.search, { rows, bytes: 1 << 28, ms: 60_000 })
    const columns: readonly UserSort['column'][] = ['count', 'sum', 'lastSeen', 'userId']
    const isPostback = `kind = ${String(KIND_NUMBERS.postback)}`
    const compare = (covered: number): void => {
      const all = database
        .prepare<[], Row>(`SELECT received_at, ${OWN_READING_COLUMNS} FROM reading r WHERE ${isPostback} ORDER BY id`)
        .all()
      const whole = <T>(ask: () => T): T => database.transaction(ask)()
      expect(whole(() => attachment.extent().accounts)).toBe(covered)
      const { withoutUserId, users, ...totals } = whole(() => totalsOfEveryUser(database, attachment.extent()))
      expect(plain(totals)).toEqual(accountOf(all.filter(({ user_id }) => user_id !== null)))
      expect(plain(withoutUserId)).toEqual(accountOf(all.filter(({ user_id }) => user_id === null)))
      for (const column of columns) {
        for (const direction of ['ascending', 'descending'] as const) {
          const expected = expectedUsers(all, { column, direction })
          expect(users).toBe(expected.length)
          for (const [offset, limit] of [
            [0, 100],
            [2, 3],
          ] as const) {
            const page: readonly User[] = whole(() =>
              pageOfEveryUser(database, attachment.extent(), { column, direction }, offset, limit),
            )
            expect(page.map(plain)).toEqual(expected.slice(offset, offset + limit))
          }
        }
      }
    }
    compare(0)
    arrive(200)
    compare(0)
    fill(1000)
    compare(200)
    arrive(150)
    compare(200)
    fill(70)
    compare(270)
    fill(1000)
    compare(350)
    const [endpoint] = database.prepare<[], string>('SELECT id FROM endpoint').pluck().all()
    writer.saveEndpoint(endpoint ?? null, {
      ...DEFAULT_ENDPOINT_CONFIG,
      userIdParam: 'reward_amount',
      rewardAmountParam: 'user_id',
    })
    compare(0)
    expect(fill(1000).rows).toBe(0)
    rereadWhole(writer)
    compare(0)
    fill(100)
    compare(100)
    arrive(20)
    fill(1000)
    compare(370)
    const other = new Database(historyFile(folder))
    other.exec(`DELETE FROM reading WHERE id <= 40;
      INSERT OR REPLACE INTO meta SELECT 'tally_edits', coalesce(max(value) + 1, 1) FROM meta WHERE name = 'tally_edits'`)
    other.close()
    compare(0)
    fill(1000)
    compare(370)
  })
})
