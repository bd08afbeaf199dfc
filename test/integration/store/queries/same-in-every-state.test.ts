import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../../src/core/endpoint.ts'
import { EVERYTHING, type PostbackFilter, sortColumnSchema } from '../../../../src/core/filter.ts'
import type { PageRequest } from '../../../../src/core/ports.ts'
import type { PostbackDetail } from '../../../../src/core/postback.ts'
import { Budget, type Patience } from '../../../../src/services/store/id-walk.ts'
import { pageOfIds } from '../../../../src/services/store/page-query.ts'
import { historyFile } from '../../../../src/services/store/paths.ts'
import { SearchAttachment } from '../../../../src/services/store/search-attachment.ts'
import { fillKeys } from '../../../../src/services/store/search-index/fill-keys.ts'
import { fillText } from '../../../../src/services/store/search-index/fill-text.ts'
import { openSearchIndex } from '../../../../src/services/store/search-index/open.ts'
import { registerTextSearch } from '../../../../src/services/store/text-search.ts'
import { fillSearchIndex } from '../../../support/fill-search-index.ts'
import { idsOf, matches } from '../../../support/plain-history.ts'
import { readerOf, rereadWhole, writerOf } from '../../../support/store-in-place.ts'
import { AMOUNTS, SECOND_ENDPOINT, START, USERS, variedRequest } from './varied-requests.ts'

const ROWS = 360
const NO_LIMIT = { bytes: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY }

/** What somebody asks for: with a patience this short each page ends after a few ids. */
const IMPATIENT: Patience = { ms: 0, ids: 0, window: 16 }

let parent: string
let details: readonly PostbackDetail[]
let endpointIds: readonly string[]
const names = new Map<string | null, string>()
const open: Asked[] = []

/** One state of the search index: the history's pages as they are found then. */
interface Asked {
  readonly state: string
  readonly folder: string
  readonly page: (
    request: PageRequest,
    patience?: Patience,
  ) => { readonly items: readonly number[]; readonly next: string | null }
  readonly close: () => void
}

function asked(state: string, folder: string): Asked {
  const database = new Database(historyFile(folder), { readonly: true })
  registerTextSearch(database, () => false)
  const search = new SearchAttachment(database, folder)
  return {
    state,
    folder,
    page: (request, patience) => {
      search.refresh()
      return database.transaction(() => pageOfIds(database, search.extent(), request, new Budget(patience)))()
    },
    close: () => database.close(),
  }
}

function fillTo(folder: string, keys: number, text: number): void {
  const { history, search, close } = openSearchIndex(folder)
  if (keys > 0) fillKeys(history, search, { ...NO_LIMIT, rows: keys })
  if (text > 0) fillText(history, search, { ...NO_LIMIT, rows: text })
  close()
}

/** The indexes that the search index takes the place of go, so that no query stands on them. */
function withoutOldIndexes(folder: string): void {
  const database = new Database(historyFile(folder))
  for (const name of ['reading_by_user', 'reading_by_amount', 'reading_by_delivery']) {
    database.exec(`DROP INDEX IF EXISTS ${name}`)
  }
  database.close()
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'inspector-test-'))
  const first = join(parent, 'first')
  const writer = writerOf(first)
  writer.saveEndpoint(null, SECOND_ENDPOINT)
  rereadWhole(writer)
  for (let n = 0; n < ROWS; n += 40) {
    const captures = Array.from({ length: 40 }, (_, at) => variedRequest(n + at))
    const replies = captures.flatMap(({ request }, at) =>
      at % 4 === 0 ? [] : [{ id: n + at + 1, sentAt: request.receivedAt + (at % 7), senderGone: false }],
    )
    writer.commit(captures, replies, null)
  }
  for (const id of [3, 40, 41, 200, 340]) writer.setMarks([id], { pinned: id % 2 === 0, note: `Note of ${String(id)}` })
  writer.setMarks([40, 350], { colour: 'red' })
  writer.close(Date.now())
  withoutOldIndexes(first)
  const states = {
    none: [0, 0],
    behind: [170, 230],
    'text alone': [0, 300],
    keys: [300, 0],
    complete: [ROWS, ROWS],
  } as const
  for (const [state, [keys, text]] of Object.entries(states)) {
    const folder = join(parent, state)
    await cp(first, folder, { recursive: true })
    if (state !== 'none') fillTo(folder, keys, text)
    open.push(asked(state, folder))
  }
  const reader = readerOf(first)
  details = reader.calls.exportBatch({ filter: EVERYTHING, after: 0, until: null }).items
  for (const { id, name } of reader.calls.endpoints(null)) names.set(id, name.toLowerCase())
  endpointIds = reader.calls.endpoints(null).map(({ id }) => id)
  reader.close()
}, 60_000)

afterAll(async () => {
  for (const one of open) one.close()
  await rm(parent, { recursive: true })
})

const some = <T>(of: readonly T[]) => fc.subarray([...of], { maxLength: 2 })
/** Few filters ask for more than three things, or nothing would match. */
const filters = fc
  .array(
    fc.oneof(
      some(['postback', 'probe', 'noise', 'rejected'] as const).map((kinds) => ({ kinds })),
      some(['pass', 'warn', 'fail'] as const).map((verdicts) => ({ verdicts })),
      some(['possible-duplicate', 'method-not-get', 'param-missing', 'amount-decimal-comma'] as const).map((codes) => ({
        codes,
      })),
      some(['possible-duplicate', 'param-missing'] as const).map((excludeCodes) => ({ excludeCodes })),
      fc.nat(3).map((at) => ({ endpointIds: [endpointIds[at] ?? 'nobody'] })),
      fc.constantFrom(...USERS, 'nobody').map((userId) => ({ userId })),
      fc
        .constantFrom('a', 'n', 'ANN', 'u_1', 'u_12', '日', '😀', 'müll', 'zz', '%', '"', 'xxxx')
        .map((userIdContains) => ({ userIdContains })),
      fc
        .array(
          fc.record({
            comparison: fc.constantFrom('=', '<', '<=', '>', '>=' as const),
            value: fc.constantFrom('1', '2.5', '10', '-3', '100', '7'),
          }),
          { minLength: 1, maxLength: 2 },
        )
        .map((amounts) => ({ amounts })),
      some(['GET', 'POST', 'PUT']).map((methods) => ({ methods })),
      some([200, 404, 999]).map((statuses) => ({ statuses })),
      fc.nat(ROWS).map((n) => ({ from: START + n * 1000 })),
      fc.nat(ROWS).map((n) => ({ to: START + n * 1000 })),
      fc
        .constantFrom(
          'anna',
          'ANNA',
          'autumn',
          'zebra',
          'zebraa',
          'curl/8',
          'axios',
          'e',
          '-3',
          'größe',
          '100%_x',
          'user-agent: c',
          'x-request-id',
          'hello',
          'ten',
          '日本の',
          '😀sm',
          'nowhere',
        )
        .map((text) => ({ texts: [text] })),
      fc.constantFrom('anna', 'zebra', 'campaign').map((text) => ({ texts: [text, 'autumn'] })),
      fc.constantFrom('anna', 'curl', 'zebra').map((text) => ({ excludeTexts: [text] })),
      fc.boolean().map((pinned) => ({ pinned })),
      fc.boolean().map((hasNote) => ({ hasNote })),
      fc.constant({ noteTexts: ['note of 4'] }),
      fc.constant({ colours: ['red' as const] }),
      fc.constant({ excludeColours: ['red' as const] }),
    ),
    { maxLength: 3 },
  )
  .map((parts): PostbackFilter => Object.assign({}, EVERYTHING, ...parts))
const sorts = fc.record({
  column: fc.oneof(
    { weight: 3, arbitrary: fc.constant('received' as const) },
    fc.constantFrom(...sortColumnSchema.options),
  ),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
})
const newerThan = fc.option(fc.nat(ROWS), { freq: 4, nil: null })
const patience = fc.constantFrom(undefined, IMPATIENT, { ms: 0, ids: 100, window: 50 })

/** All of it, page after page. */
function walk(
  { page }: Asked,
  request: Omit<PageRequest, 'cursor'>,
  patience?: Patience,
  between?: () => void,
): number[] {
  const ids: number[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 5000; pages += 1) {
    const { items, next } = page({ ...request, cursor }, patience)
    expect(items.length).toBeLessThanOrEqual(request.limit)
    ids.push(...items)
    if (next === null) return ids
    cursor = next
    between?.()
  }
  throw new Error('the pages do not end')
}

describe('Pages, whatever the search index holds', () => {
  it('have what a look at every request finds, in its order, none twice', () => {
    let found = 0
    fc.assert(
      fc.property(
        filters,
        sorts,
        fc.integer({ min: 1, max: 80 }),
        newerThan,
        patience,
        (filter, sort, limit, newer, patience) => {
          const expected = idsOf(details, filter, sort, (id) => names.get(id) ?? null).filter((id) => id > (newer ?? 0))
          found += expected.length
          for (const one of open) {
            expect(walk(one, { filter, sort, limit, newerThan: newer }, patience), one.state).toEqual(expected)
          }
        },
      ),
      { numRuns: 400, endOnFailure: true },
    )
    expect(found).toBeGreaterThan(5000)
  }, 120_000)

  it('go on rightly where the index comes further between two of them', async () => {
    const cases: readonly [Partial<PostbackFilter>, PageRequest['sort']][] = [
      [{ userId: 'anna' }, { column: 'received', direction: 'descending' }],
      [{ texts: ['zebra'] }, { column: 'received', direction: 'ascending' }],
      [{}, { column: 'userId', direction: 'ascending' }],
      [{}, { column: 'amount', direction: 'descending' }],
      [{ verdicts: ['fail'] }, { column: 'userId', direction: 'descending' }],
    ]
    for (const [at, [part, sort]] of cases.entries()) {
      const folder = join(parent, `moving ${String(at)}`)
      await cp(join(parent, 'first'), folder, { recursive: true })
      fillTo(folder, 20, 20)
      const moving = asked('moving', folder)
      const filter = { ...EVERYTHING, ...part }
      const ids = walk(moving, { filter, sort, limit: 3, newerThan: null }, undefined, () => fillTo(folder, 30, 40))
      expect(ids).toEqual(idsOf(details, filter, sort, (id) => names.get(id) ?? null))
      moving.close()
    }
  })

  it('are the same in every state for needles that no search is meant for', () => {
    const [none, ...others] = open
    const parts = fc.constantFrom(
      ...[
        '"',
        "'",
        '*',
        '%',
        '_',
        '(',
        ')',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        ':',
        '^',
        '-',
        '\\',
        '\0',
        '\u0001',
        '\ud800',
        '\udc00',
      ],
      ...[
        '\ufffd',
        '\ufffe',
        '\uffff',
        '😀',
        'é',
        'İ',
        '\u212a',
        'Σ',
        'ß',
        '\n',
        '\r\n',
        '\ue000\ue000\ue001',
        'anna',
        'autumn',
        'x'.repeat(10_000),
      ],
    )
    const needles = fc.array(parts, { minLength: 1, maxLength: 4 }).map((some) => some.join(''))
    fc.assert(
      fc.property(needles, fc.constantFrom('texts', 'userIdContains', 'excludeTexts', 'userId'), (needle, where) => {
        const value = where === 'texts' || where === 'excludeTexts' ? [needle] : needle
        const filter: PostbackFilter = { ...EVERYTHING, [where]: value }
        const request = {
          filter,
          sort: { column: 'received', direction: 'descending' } as const,
          limit: 500,
          newerThan: null,
        }
        const expected = none === undefined ? [] : walk(none, request)
        for (const one of others) expect(walk(one, request), one.state).toEqual(expected)
      }),
      { numRuns: 300, endOnFailure: true },
    )
  }, 60_000)
})

describe('The other queries, whatever the search index holds,', () => {
  it('answer alike: counts, users, suggestions, deliveries, duplicates, exports', () => {
    const answers = open.map(({ state, folder }) => {
      const { calls, close } = readerOf(folder)
      const everyUser = { from: null, to: null, endpointIds: [], userIdContains: null }
      const page = calls.userPage({
        filter: everyUser,
        sort: { column: 'sum', direction: 'descending' },
        offset: 0,
        limit: 100,
      })
      const answer = {
        page,
        totals: calls.userTotals({ filter: everyUser }),
        users: page.map(({ userId }) => calls.userDetail({ userId, filter: everyUser })),
        suggested: ['', 'a', 'u_', 'u_12', '日', 'zz'].map((prefix) => calls.userIdsLike({ prefix, limit: 5 })),
        series: details.map(({ id }) => calls.deliverySeries({ id })),
        groups: details.map(({ id }) => calls.duplicateGroup({ id })),
        counts: [
          { userId: 'anna' },
          { texts: ['zebra'] },
          { amounts: [{ comparison: '=' as const, value: '10' }] },
        ].map((part) => calls.counts({ filter: { ...EVERYTHING, ...part } })),
        exported: calls
          .exportBatch({ filter: { ...EVERYTHING, texts: ['curl'], userIdContains: 'an' }, after: 5, until: 300 })
          .items.map(({ id }) => id),
      }
      close()
      return { state, answer }
    })
    const [first, ...others] = answers
    for (const { state, answer } of others) expect(answer, state).toEqual(first?.answer)
    expect(first?.answer.counts.map(({ total }) => total)).toEqual([
      details.filter((detail) => matches(detail, { ...EVERYTHING, userId: 'anna' })).length,
      details.filter((detail) => matches(detail, { ...EVERYTHING, texts: ['zebra'] })).length,
      details.filter((detail) => detail.amountValue === '10').length,
    ])
  }, 60_000)
})

describe('A history that is read again', () => {
  it('is searched rightly before, while and after the index follows', async () => {
    const folder = join(parent, 'read again')
    await cp(join(parent, 'complete'), folder, { recursive: true })
    const writer = writerOf(folder)
    const [endpoint] = endpointIds
    writer.saveEndpoint(endpoint ?? null, {
      ...DEFAULT_ENDPOINT_CONFIG,
      userIdParam: 'reward_amount',
      rewardAmountParam: 'user_id',
    })
    const one = asked('read again', folder)
    const compare = (): void => {
      const { calls, close } = readerOf(folder)
      const now = calls.exportBatch({ filter: EVERYTHING, after: 0, until: null }).items
      close()
      for (const userId of [...USERS, ...AMOUNTS].filter((text) => text !== '')) {
        for (const filter of [
          { ...EVERYTHING, userId },
          { ...EVERYTHING, userIdContains: userId },
          { ...EVERYTHING, texts: [userId] },
        ]) {
          const sort = { column: 'received', direction: 'descending' } as const
          const ids = walk(one, { filter, sort, limit: 50, newerThan: null })
          expect(ids).toEqual(idsOf(now, filter, sort, (id) => names.get(id) ?? null))
        }
      }
      for (const column of ['userId', 'amount'] as const) {
        const sort = { column, direction: 'ascending' } as const
        const ids = walk(one, { filter: EVERYTHING, sort, limit: 50, newerThan: null })
        expect(ids).toEqual(idsOf(now, EVERYTHING, sort, (id) => names.get(id) ?? null))
      }
    }
    compare()
    rereadWhole(writer)
    compare()
    fillTo(folder, 100, 100)
    compare()
    fillSearchIndex(folder)
    compare()
    one.close()
    writer.close(Date.now())
  }, 60_000)
})
