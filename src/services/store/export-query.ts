import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import type { ExportBatch } from './messages.ts'
import { idsAfter } from './page-query.ts'
import { detailsByIds } from './row-queries.ts'

/** A batch has at most this many rows, and ends early where it holds this much text. */
const BATCH_ROWS = 500
const BATCH_CHARACTERS = 4 * 1024 * 1024

/**
 * The next piece of an export, oldest first. `until` is the newest id when the export began: what arrives while it
 * runs is not part of it, or it might never end.
 */
export function exportBatch(
  database: Database,
  filter: PostbackFilter,
  after: number,
  until: number | null,
): ExportBatch {
  const end = until ?? newestId(database)
  const ids = idsAfter(database, filter, after, end, BATCH_ROWS)
  const items: PostbackDetail[] = []
  let characters = 0
  for (const detail of detailsByIds(database, ids)) {
    items.push(detail)
    characters += detail.bodyBase64.length + (detail.target?.length ?? 0)
    if (characters > BATCH_CHARACTERS) break
  }
  const last = items.at(-1)?.id
  const isAll = last === undefined || (ids.length < BATCH_ROWS && last === ids.at(-1))
  return { items, after: isAll ? null : last, until: end }
}

function newestId(database: Database): number {
  return database.prepare<[], number | null>('SELECT max(id) FROM reading').pluck().get() ?? 0
}
