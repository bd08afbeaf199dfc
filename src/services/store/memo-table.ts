import type { Database } from 'better-sqlite3'
import { type Column, textFromColumn, textToColumn } from './exact-text.ts'

export function readMemo(database: Database, name: string): string | null {
  const column = database.prepare<[string], Column>('SELECT value FROM memo WHERE name = ?').pluck().get(name)
  return textFromColumn(column ?? null)
}

/** Null takes the memo away. */
export function writeMemo(database: Database, name: string, value: string | null): void {
  if (value === null) database.prepare('DELETE FROM memo WHERE name = ?').run(name)
  else database.prepare('INSERT OR REPLACE INTO memo (name, value) VALUES (?, ?)').run(name, textToColumn(value))
}
