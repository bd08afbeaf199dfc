import { copyFile, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds } from '../../support/collect.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A folder with a history of some requests, closed. */
async function aHistory(count = 3): Promise<string> {
  const folder = await tempFolder()
  const store = await openStore({ folder })
  await Promise.all(Array.from({ length: count }, () => store.append(aCapturedRequest(), OK_REPLY)))
  await store.close()
  return folder
}

function changeFile(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(join(folder, 'history.db'))
  change(database)
  database.close()
}

async function allOf(folder: string): Promise<{ name: string; changed: number; bytes: string }[]> {
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      changed: (await stat(join(folder, name))).mtimeMs,
      bytes: (await readFile(join(folder, name))).toString('base64'),
    })),
  )
}

function opening(folder: string): Promise<unknown> {
  return createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
}

describe('Opening a history', () => {
  it('finds again what was stored before', async () => {
    const folder = await tempFolder()
    const first = await openStore({ folder })
    const stored = await first.append(aCapturedRequest({ target: '/hitpoint?user_id=anna&reward_amount=3' }), OK_REPLY)
    await first.saveMemo('a', 'b')
    const endpoints = await first.endpoints()
    await first.close()
    const second = await openStore({ folder })
    expect(await second.byIds([stored.id])).toEqual([stored])
    expect(await second.memo('a')).toBe('b')
    expect(await second.endpoints()).toEqual(endpoints)
    expect(second.notices()).toEqual([])
    expect((await second.append(aCapturedRequest(), OK_REPLY)).id).toBe(stored.id + 1)
  })

  it('makes the folder, and leaves nothing but the history and its lock behind', async () => {
    const folder = join(await tempFolder(), 'a', 'b')
    const store = await openStore({ folder })
    await store.append(aCapturedRequest(), OK_REPLY)
    await store.close()
    expect((await readdir(folder)).sort()).toEqual(['history.db', 'inspector.lock'])
  })

  it('refuses a folder that cannot be written to, by its name', async () => {
    const file = join(await tempFolder(), 'file')
    await writeFile(file, '')
    const folder = join(file, 'data')
    await expect(opening(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'not-writable' })
    await expect(opening(folder)).rejects.toThrow(folder)
  })

  it('refuses a folder that another store uses, by its name, until that one is closed', async () => {
    const folder = await tempFolder()
    const first = await openStore({ folder })
    await expect(opening(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'in-use' })
    await expect(opening(folder)).rejects.toThrow(folder)
    await first.append(aCapturedRequest(), OK_REPLY)
    await first.close()
    expect(await allIds(await openStore({ folder }))).toEqual([1])
  })

  it('leaves a history of a newer version as it is, with its log and to the last byte', async () => {
    const folder = await aHistory()
    const writer = new Database(join(folder, 'history.db'))
    writer.pragma('user_version = 9990')
    const copy = await tempFolder()
    // While it is open, its log holds the version: as after a crash.
    for (const suffix of ['', '-wal', '-shm']) {
      await copyFile(join(folder, `history.db${suffix}`), join(copy, `history.db${suffix}`))
    }
    writer.close()
    const before = await allOf(copy)
    expect(before.map(({ name }) => name)).toEqual(['history.db', 'history.db-shm', 'history.db-wal'])
    await expect(opening(copy)).rejects.toMatchObject({ name: 'StoreError', code: 'newer-version' })
    expect((await allOf(copy)).filter(({ name }) => name.startsWith('history.db'))).toEqual(before)
  })

  it('takes settings that it does not understand for the defaults, and keeps the others', async () => {
    const folder = await aHistory()
    changeFile(folder, (database) => {
      const put = database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)')
      put.run('receiver', '{"port":5001,"portTaken":"dance"}')
      put.run('tunnel', 'no JSON')
      put.run('screen', '{"theme":"dark","detailWidth":"wide","later":1}')
    })
    expect(await (await openStore({ folder })).settings()).toEqual({
      ...DEFAULT_SETTINGS,
      receiver: { ...DEFAULT_SETTINGS.receiver, port: 5001 },
      screen: { ...DEFAULT_SETTINGS.screen, theme: 'dark' },
    })
  })
})

describe('A damaged history', () => {
  async function setAside(folder: string, id = 1): Promise<{ aside: string; notice: string }> {
    const store = await openStore({ folder, now: () => Date.UTC(2026, 4, 6, 7, 8, 9) })
    const aside = join(folder, 'history-damaged-2026-05-06T07-08-09-000Z.db')
    expect((await store.append(aCapturedRequest(), OK_REPLY)).id).toBe(id)
    const [notice, ...others] = store.notices()
    expect(others).toEqual([])
    expect(notice?.severity).toBe('error')
    return { aside, notice: notice?.text ?? '' }
  }

  it('that is no database is set aside with all its files, and a new one starts', async () => {
    const folder = await tempFolder()
    const garbage = Buffer.from('this is no database\n'.repeat(1000))
    await writeFile(join(folder, 'history.db'), garbage)
    await writeFile(join(folder, 'history.db-wal'), 'a log')
    const { aside, notice } = await setAside(folder)
    expect(notice).toContain(aside)
    expect((await readFile(aside)).equals(garbage)).toBe(true)
    expect(await readFile(`${aside}-wal`, 'utf8')).toBe('a log')
  })

  it('whose pages are overwritten is set aside', async () => {
    const folder = await aHistory(500)
    const file = await open(join(folder, 'history.db'), 'r+')
    const { size } = await file.stat()
    await file.write(Buffer.alloc(size - 3 * 8192, 0x5a), 0, size - 3 * 8192, 3 * 8192)
    await file.close()
    const damaged = await readFile(join(folder, 'history.db'))
    const { aside, notice } = await setAside(folder)
    expect(notice).toContain(aside)
    expect((await readFile(aside)).equals(damaged)).toBe(true)
  })

  it('that is cut off is set aside', async () => {
    const folder = await aHistory(500)
    const whole = await readFile(join(folder, 'history.db'))
    await writeFile(join(folder, 'history.db'), whole.subarray(0, whole.length / 2))
    // The numbers that were given stay given.
    expect((await setAside(folder, 501)).notice).toContain('set aside')
  })

  it('that is another program’s database is set aside', async () => {
    const folder = await tempFolder()
    changeFile(folder, (database) => database.exec('CREATE TABLE other (a)'))
    const { aside } = await setAside(folder)
    const other = new Database(aside, { readonly: true })
    expect(other.prepare('SELECT count(*) FROM other').pluck().get()).toBe(0)
    other.close()
  })

  it('that is an empty file is simply filled', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'history.db'), '')
    expect((await openStore({ folder })).notices()).toEqual([])
  })
})

describe('The time in which the inspector was not running', () => {
  it('is an outage from the last sign of life to the next start, and none at the very first', async () => {
    const folder = await tempFolder()
    let now = 1_000_000
    const first = await openStore({ folder, now: () => now })
    expect(await first.outages(0, 9_000_000)).toEqual([])
    const open = await first.openOutage('tunnel-down', 1_500_000, 'The tunnel server went away.')
    now = 2_000_000
    await first.close()
    now = 5_000_000
    const second = await openStore({ folder, now: () => now })
    expect(await second.outages(0, 9_000_000)).toMatchObject([
      { ...open, to: 2_000_000 },
      { reason: 'off', from: 2_000_000, to: 5_000_000 },
    ])
  })

  it('is unknown where the clock was set back', async () => {
    const folder = await tempFolder()
    await (await openStore({ folder, now: () => 5000 })).close()
    expect(await (await openStore({ folder, now: () => 4000 })).outages(0, 9000)).toEqual([])
  })
})
