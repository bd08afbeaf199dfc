/** Pages that nothing is stored in any more, back to the file system. */
import type { Database } from 'better-sqlite3'
import type { GivenBack } from './calls.ts'

/** Moves what lies at the end of the file into free pages, and cuts the file off: so many pages at most. */
export function giveBack(database: Database, pages: number): GivenBack {
  const startedAt = performance.now()
  if (pages > 0) database.pragma(`incremental_vacuum(${String(Math.trunc(pages))})`)
  const number = (name: string): number => Number(database.pragma(name, { simple: true }))
  return { free: number('freelist_count'), pages: number('page_count'), ms: performance.now() - startedAt }
}
