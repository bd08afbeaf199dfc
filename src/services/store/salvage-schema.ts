/** What a history's tables look like, taken from the migrations themselves. */
import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations/all.ts'
import { migrate } from './migrations/runner.ts'
import type { Value } from './salvage-record.ts'

export interface Column {
  readonly name: string
  /** As it stands in the schema: INTEGER, TEXT, BLOB, REAL, ANY, or nothing. */
  readonly type: string
  readonly notNull: boolean
  /** It is the row's number and stands in records as NULL. */
  readonly isRowId: boolean
}

export interface Table {
  readonly name: string
  /** Its first page in every history that was never vacuumed: with auto_vacuum SQLite keeps roots in order, at the front. */
  readonly root: number
  readonly columns: readonly Column[]
  /** Rows stand in an index' pages, without numbers. */
  readonly withoutRowId: boolean
}

/** Every table of the newest version, by name. */
export function tablesOfHistory(): ReadonlyMap<string, Table> {
  const database = new Database(':memory:')
  try {
    database.pragma('page_size = 8192')
    database.pragma('auto_vacuum = INCREMENTAL')
    migrate(database, MIGRATIONS)
    const tables = database
      .prepare<[], { name: string; rootpage: number; sql: string | null }>(
        "SELECT name, rootpage, sql FROM sqlite_schema WHERE type = 'table'",
      )
      .all()
    return new Map(
      tables.map(({ name, rootpage, sql }) => [
        name,
        {
          name,
          root: rootpage,
          columns: columnsOf(database, name),
          withoutRowId: /WITHOUT ROWID\s*$/i.test(sql ?? ''),
        },
      ]),
    )
  } finally {
    database.close()
  }
}

function columnsOf(database: Database.Database, table: string): Column[] {
  return database
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
      'SELECT * FROM pragma_table_info(?)',
    )
    .all(table)
    .map(({ name, type, notnull, pk }) => ({
      name,
      type,
      notNull: notnull === 1,
      isRowId: pk === 1 && type === 'INTEGER',
    }))
}

/** One row, by the names of its columns. */
export type Row = Readonly<Record<string, Value>>

/** The record as a row, null where its values are none that this table could hold. Later columns may be missing. */
export function rowOf(table: Table, rowId: number, record: readonly Value[]): Row | null {
  if (record.length > table.columns.length) return null
  const row: Record<string, Value> = {}
  for (const [at, column] of table.columns.entries()) {
    const value = record[at] ?? null
    if (column.isRowId) {
      if (value !== null) return null
      row[column.name] = rowId
      continue
    }
    if (!fits(column, value)) return null
    row[column.name] = value
  }
  return row
}

function fits({ type, notNull }: Column, value: Value): boolean {
  if (value === null) return !notNull
  switch (type) {
    case 'INTEGER':
      return Number.isInteger(value)
    case 'REAL':
      return typeof value === 'number' && Number.isFinite(value)
    case 'TEXT':
      return typeof value === 'string'
    case 'BLOB':
      return typeof value === 'object'
    default:
      return true
  }
}
