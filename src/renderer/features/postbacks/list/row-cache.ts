import { type Marked, summaryOfMark } from '../../../../core/mark.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'

/** The rows that were last looked at; older ones are fetched again when they are scrolled to. */
export interface RowCache {
  readonly size: number
  /** Also marks the row as looked at. */
  get(id: number): PostbackSummary | undefined
  has(id: number): boolean
  put(rows: readonly PostbackSummary[]): void
  /** Notes what became of a reply. True where the row is here. */
  setReply(id: number, reply: ReplyNews): boolean
  /** Notes what the row is marked with now. True where the row is here. */
  setMark(marked: Marked): boolean
  clear(): void
}

/** What is told of a reply that is over; `status` where it was another than the planned one. */
export interface ReplyNews {
  readonly sentAt: number | null
  readonly senderGone: boolean
  readonly status?: number | undefined
}

export function withNews(reply: PostbackSummary['reply'], { sentAt, senderGone, status }: ReplyNews) {
  return { ...reply, sentAt, senderGone, status: status ?? reply.status }
}

/** Holds `capacity` rows at most. */
export function createRowCache(capacity: number): RowCache {
  // A Map keeps insertion order: the first key is the one that was not looked at for longest.
  const rows = new Map<number, PostbackSummary>()

  function touch(row: PostbackSummary): void {
    rows.delete(row.id)
    rows.set(row.id, row)
  }

  return {
    get size() {
      return rows.size
    },
    get(id) {
      const row = rows.get(id)
      if (row) touch(row)
      return row
    },
    has: (id) => rows.has(id),
    put(added) {
      for (const row of added) touch(row)
      for (const id of rows.keys()) {
        if (rows.size <= capacity) break
        rows.delete(id)
      }
    },
    setReply(id, news) {
      const row = rows.get(id)
      if (!row) return false
      // In place of the old object and not inside it: drawn rows are compared by identity. Its age stays.
      rows.set(id, { ...row, reply: withNews(row.reply, news) })
      return true
    },
    setMark(marked) {
      const row = rows.get(marked.id)
      if (!row) return false
      rows.set(marked.id, { ...row, mark: summaryOfMark(marked) })
      return true
    },
    clear() {
      rows.clear()
    },
  }
}
