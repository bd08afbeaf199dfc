import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { backupFolder, timeInName } from './paths.ts'

/** Writes a whole, compact copy of the history before a migration and answers where it is. */
export function backUp(database: Database, folder: string, version: number, at: number): string {
  mkdirSync(backupFolder(folder), { recursive: true })
  const stem = join(backupFolder(folder), `history-v${String(version)}-${timeInName(at)}`)
  let copy = `${stem}.db`
  for (let n = 2; existsSync(copy); n++) copy = `${stem}-${String(n)}.db`
  database.prepare('VACUUM INTO ?').run(copy)
  return copy
}
