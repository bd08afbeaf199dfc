import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import type { Notice } from '../../core/status.ts'
import { isBroken } from './file-check.ts'
import { backupFolder, timeInName } from './paths.ts'
import { sqliteCode } from './store-failure.ts'

/**
 * Writes a whole, compact copy of the history before a migration. No copy is ever removed here: they are the user's, and
 * there is one for each new version of the schema; the notice says what they take.
 *
 * @throws StoreError where there is no room for it; the history is as it was then.
 */
export function backUp(
  database: Database,
  folder: string,
  version: number,
  { at, appVersion }: { at: number; appVersion: string },
): Notice {
  const copy = freeName(folder, version, at)
  try {
    mkdirSync(backupFolder(folder), { recursive: true })
    database.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    // Half a copy would pass for one.
    for (const half of [copy, `${copy}-journal`]) if (existsSync(half)) rmSync(half)
    const code = sqliteCode(error)
    if (code !== null && isBroken(code)) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new StoreError(
      'io',
      `The history must be brought up to date for version ${appVersion}, and there was no way to copy it first to ${copy} (${why}): make room there and start again. It is as it was.`,
    )
  }
  return {
    severity: 'info',
    text: `The history was brought up to date for version ${appVersion}; a copy of it as it was is at ${copy}.`,
    detail: sizesOf(folder),
  }
}

function freeName(folder: string, version: number, at: number): string {
  const stem = join(backupFolder(folder), `history-v${String(version)}-${timeInName(at)}`)
  let copy = `${stem}.db`
  for (let n = 2; existsSync(copy); n++) copy = `${stem}-${String(n)}.db`
  return copy
}

/** Said from the second copy on: whoever needs the room can remove them. */
function sizesOf(folder: string): string | null {
  const copies = readdirSync(backupFolder(folder)).filter((name) => name.endsWith('.db'))
  if (copies.length < 2) return null
  const bytes = copies.reduce((sum, name) => sum + statSync(join(backupFolder(folder), name)).size, 0)
  return `${String(copies.length)} such copies take ${(bytes / 1024 / 1024).toFixed(1)} MiB in ${backupFolder(folder)}; none is ever removed by itself.`
}
