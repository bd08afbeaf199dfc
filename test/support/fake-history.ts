import type { PostbackFilter, Sort } from '../../src/core/filter.ts'
import type { PostbackSummary } from '../../src/core/postback.ts'
import type { FakeCalls } from './fake-client.ts'

interface PageInput {
  readonly filter: PostbackFilter
  readonly sort: Sort
  readonly cursor: string | null
  readonly newerThan: number | null
  readonly limit: number
}

/** A history in memory, oldest first, behind the calls that a list makes. Filters by kind, verdict, user and text. */
export function fakeHistoryCalls(rows: readonly PostbackSummary[]): FakeCalls {
  const byId = new Map<number, PostbackSummary>()
  let indexed = 0
  const find = (id: number): PostbackSummary | undefined => {
    for (; indexed < rows.length; indexed += 1) {
      const row = rows[indexed]
      if (row) byId.set(row.id, row)
    }
    return byId.get(id)
  }
  const page = ({ filter, sort, cursor, newerThan, limit }: PageInput) => {
    const found = rows.filter((row) => matches(row, filter) && row.id > (newerThan ?? 0))
    const sorted = sort.column === 'userId' ? found.toSorted(byUserId) : found
    const ordered = sort.direction === 'descending' ? sorted.toReversed() : sorted
    const start = Number(cursor ?? 0)
    const items = ordered.slice(start, start + limit)
    return { items, next: start + limit < ordered.length ? String(start + limit) : null }
  }
  const count = (filter: PostbackFilter, wanted: (row: PostbackSummary) => boolean): number =>
    rows.filter((row) => matches(row, filter) && wanted(row)).length

  return {
    'postback.page': page,
    'postback.ids': (input) => {
      const { items, next } = page(input)
      return { items: items.map((row) => row.id), next }
    },
    'postback.byIds': ({ ids }) => ids.flatMap((id) => find(id) ?? []),
    'postback.counts': ({ filter }) => ({
      total: count(filter, () => true),
      byKind: {
        postback: count(filter, (row) => row.kind === 'postback'),
        probe: count(filter, (row) => row.kind === 'probe'),
        noise: count(filter, (row) => row.kind === 'noise'),
        rejected: count(filter, (row) => row.kind === 'rejected'),
      },
      byVerdict: {
        pass: count(filter, (row) => row.verdict === 'pass'),
        warn: count(filter, (row) => row.verdict === 'warn'),
        fail: count(filter, (row) => row.verdict === 'fail'),
      },
    }),
  }
}

function byUserId(a: PostbackSummary, b: PostbackSummary): number {
  return (a.userId ?? '') < (b.userId ?? '') ? -1 : 1
}

function matches(row: PostbackSummary, filter: PostbackFilter): boolean {
  return (
    (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
    (filter.verdicts.length === 0 || (row.verdict !== null && filter.verdicts.includes(row.verdict))) &&
    (filter.codes.length === 0 || row.findings.some((finding) => filter.codes.includes(finding.code))) &&
    (filter.userId === null || row.userId === filter.userId) &&
    (filter.from === null || row.receivedAt >= filter.from) &&
    (filter.to === null || row.receivedAt < filter.to) &&
    filter.texts.every((text) => (row.target ?? '').toLowerCase().includes(text.toLowerCase()))
  )
}
