import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import type { Migration } from '../../../src/services/store/migrations/migration.ts'
import { migrate, versionOf } from '../../../src/services/store/migrations/runner.ts'
import { openHistory } from '../../../src/services/store/open-history.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const first: Migration = {
  version: 10,
  up: (database) => database.exec('CREATE TABLE a (x); INSERT INTO a VALUES (1)'),
}
const second: Migration = { version: 20, up: (database) => database.exec('ALTER TABLE a ADD COLUMN y DEFAULT 2') }
const failing: Migration = {
  version: 30,
  up(database) {
    database.exec('DELETE FROM a')
    throw new Error('This step fails.')
  },
}
const at = Date.UTC(2026, 0, 2, 3, 4, 5)

function opened(folder: string, migrations: readonly Migration[]) {
  return openHistory(folder, { migrations, appVersion: '2.0.0', at })
}

describe('Migrations', () => {
  it('are numbered upwards, with gaps of ten', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, n) => (n + 1) * 10))
  })

  it('run once each, in order, whatever order they are given in', () => {
    const database = new Database(':memory:')
    migrate(database, [second, first])
    migrate(database, [first, second])
    expect(database.prepare('SELECT * FROM a').all()).toEqual([{ x: 1, y: 2 }])
    expect(versionOf(database)).toBe(20)
  })

  it('leave the file as the last good step made it where one fails', () => {
    const database = new Database(':memory:')
    expect(() => migrate(database, [first, second, failing])).toThrow('This step fails.')
    expect(database.prepare('SELECT count(*) FROM a').pluck().get()).toBe(1)
    expect(versionOf(database)).toBe(20)
  })

  it('make no copy of a new history', async () => {
    const folder = await tempFolder()
    const { database, notices } = opened(folder, [first, second])
    database.close()
    expect(notices).toEqual([])
    expect(await readdir(folder)).toEqual(['history.db'])
  })

  it('copy an older history before they change it, and say where the copy is', async () => {
    const folder = await tempFolder()
    const older = opened(folder, [first])
    older.database.exec('INSERT INTO a VALUES (7)')
    older.database.close()
    const newer = opened(folder, [first, second])
    expect(newer.database.prepare('SELECT * FROM a').all()).toEqual([
      { x: 1, y: 2 },
      { x: 7, y: 2 },
    ])
    newer.database.close()
    const copy = join(folder, 'backups', 'history-v10-2026-01-02T03-04-05-000Z.db')
    expect(newer.notices).toMatchObject([{ severity: 'info', text: expect.stringContaining(copy) }])
    const backup = new Database(copy, { readonly: true })
    expect(backup.prepare('SELECT * FROM a').all()).toEqual([{ x: 1 }, { x: 7 }])
    expect(versionOf(backup)).toBe(10)
    backup.close()
  })

  it('keep the copy where one fails, and the history opens with the older program again', async () => {
    const folder = await tempFolder()
    opened(folder, [first, second]).database.close()
    expect(() => opened(folder, [first, second, failing])).toThrow('This step fails.')
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1)
    const { database } = opened(folder, [first, second])
    expect(database.prepare('SELECT count(*) FROM a').pluck().get()).toBe(1)
    database.close()
  })
})
