import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import type { ExportBatch } from './messages.ts'
import { idsAfter } from './page-query.ts'
import { detailsByIds } from './row-queries.ts'
import type { SearchExtent } from './search-attachment.ts'
import { preparedColumn } from './statement-cache.ts'

/** A batch has at most this many rows, and ends early where it holds this much text. */
const BATCH_ROWS = 500
const BATCH_CHARACTERS = 4 * 1024 * 1024

/**
 * The next piece of an export, oldest first. `until` is the newest id when the export began: what arrives while it
 * runs is not part of it, or it might never end.
 */
export function exportBatch(
  database: Database,
  extent: SearchExtent,
  filter: PostbackFilter,
  after: number,
  until: number | null,
  rows = BATCH_ROWS,
): ExportBatch {
  const end = until ?? newestId(database)
  const { ids, reached } = idsAfter(database, extent, filter, after, end, rows)
  const items: PostbackDetail[] = []
  let characters = 0
  for (const detail of detailsByIds(database, ids)) {
    items.push(detail)
    characters += detail.bodyBase64.length + (detail.target?.length ?? 0)
    if (characters > BATCH_CHARACTERS && detail.id !== ids.at(-1)) return { items, after: detail.id, until: end }
  }
  return { items, after: reached, until: end }
}

/** Of all that are stored; 0 for none. */
export function newestId(database: Database): number {
  return preparedColumn<[], number | null>(database, 'SELECT max(id) FROM reading').get() ?? 0
}
