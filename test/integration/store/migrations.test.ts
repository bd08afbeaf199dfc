import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { LATEST_VERSION, MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import type { Migration } from '../../../src/services/store/migrations/migration.ts'
import { migrate, versionOf } from '../../../src/services/store/migrations/runner.ts'
import { openHistory } from '../../../src/services/store/open-history.ts'
import { FROM_SOURCE } from '../../support/from-source.ts'
import { allRowsOf, columnsOfAll, makeOlderHistory } from '../../support/older-history.ts'
import { openStore } from '../../support/open-store.ts'
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

const OLDER = MIGRATIONS.map(({ version }) => version).filter((version) => version < LATEST_VERSION)
const CHILD = fileURLToPath(new URL('../../support/migrating-child.ts', import.meta.url))

describe('A history of an earlier version', () => {
  it.each(OLDER)('%i keeps every row of every table, and a whole copy of what it was', async (version) => {
    const folder = await tempFolder()
    const file = join(folder, 'history.db')
    makeOlderHistory(file, version)
    const columns = columnsOfAll(file)
    const before = allRowsOf(file, columns)
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true)
    const { database, notices } = openHistory(folder, { migrations: MIGRATIONS, appVersion: '2.0.0', at })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(versionOf(database)).toBe(LATEST_VERSION)
    database.close()
    expect(allRowsOf(file, columns)).toEqual(before)
    const copy = join(folder, 'backups', `history-v${String(version)}-2026-01-02T03-04-05-000Z.db`)
    expect(notices).toMatchObject([{ text: expect.stringContaining(copy) }])
    const backup = new Database(copy, { readonly: true })
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(versionOf(backup)).toBe(version)
    backup.close()
    expect(allRowsOf(copy, columns)).toEqual(before)
  })

  it('reads as it did', async () => {
    const folder = await tempFolder()
    makeOlderHistory(join(folder, 'history.db'), 10)
    const store = await openStore({ folder })
    expect(await store.byIds([7])).toMatchObject([
      { target: '/hitpoint?user_id=u_7&reward_amount=1.50', userId: 'u_7' },
    ])
    expect(await store.detail(7)).toMatchObject({ rawHeaders: ['Host', 'a.test'], bodyBase64: 'w7w=', replyBody: '1' })
    expect(await store.endpoints()).toMatchObject([{ id: 'e1', name: 'Mine' }])
    expect((await store.settings()).screen.theme).toBe('dark')
  })

  it('stays as it was where the process is killed in the middle of a step', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'history.db')
    makeOlderHistory(file, LATEST_VERSION)
    const columns = columnsOfAll(file)
    const before = allRowsOf(file, columns)
    const child = spawn(process.execPath, [...FROM_SOURCE, CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(columnsOfAll(file)).toEqual(columns)
    expect(allRowsOf(file, columns)).toEqual(before)
  })

  it('is not touched where no copy of it can be made first, and that is said', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'history.db')
    makeOlderHistory(file, 10)
    const before = await readFile(file)
    // A file where the folder of copies should be.
    await writeFile(join(folder, 'backups'), '')
    expect(() => openHistory(folder, { migrations: MIGRATIONS, appVersion: '2.0.0', at })).toThrow(
      /no way to copy it first .* It is as it was/,
    )
    expect((await readFile(file)).equals(before)).toBe(true)
  })
})
