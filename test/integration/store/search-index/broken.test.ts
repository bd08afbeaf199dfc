import { copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmdirSync, statSync } from 'node:fs'
import { open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EVERYTHING } from '../../../../src/core/filter.ts'
import type { PostbackStore } from '../../../../src/core/ports.ts'
import { historyFile, searchFile } from '../../../../src/services/store/paths.ts'
import { textEnd } from '../../../../src/services/store/search-index/fill-text.ts'
import { openSearchIndex } from '../../../../src/services/store/search-index/open.ts'
import { SearchIndexClient } from '../../../../src/services/store/search-index/search-index-client.ts'
import { aCapturedRequest, OK_REPLY, SOME_TIME } from '../../../support/builders.ts'
import { fillSearchIndex } from '../../../support/fill-search-index.ts'
import { openStore } from '../../../support/open-store.ts'
import { missingEntries, searchState } from '../../../support/search-index.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const ROWS = 400

async function append(store: PostbackStore, count: number, at = SOME_TIME): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      store.append(
        aCapturedRequest({ target: `/hitpoint?user_id=u_${String(n)}&reward_amount=1`, receivedAt: at }),
        OK_REPLY,
      ),
    ),
  )
}

/** A closed history with its whole index. */
async function anIndexedHistory(): Promise<string> {
  const folder = await tempFolder()
  const store = await openStore({ folder })
  await append(store, ROWS)
  await store.close()
  fillSearchIndex(folder)
  return folder
}

function change(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

/** Writes over the file from so many bytes on. */
async function spoil(file: string, from: number): Promise<void> {
  const { size } = statSync(file)
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(size - from, 0xa5), 0, size - from, from)
  await handle.close()
}

async function caughtUp(folder: string, newest: number): Promise<void> {
  await expect.poll(() => searchState(folder)).toMatchObject({ keysThrough: newest, textThrough: textEnd(newest) })
  expect(missingEntries(folder)).toBe(0)
}

function faultsOf(file: string): unknown[] {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    const faults = database.prepare('PRAGMA integrity_check').pluck().all()
    database.close()
    return faults
  } catch (error) {
    return [error]
  }
}

/** Files of this process in the folder that are open. */
function openFiles(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const file = readlinkSync(join('/proc/self/fd', name))
      return file.startsWith(folder) ? [file] : []
    } catch {
      return []
    }
  })
}

describe('A search index that is not of its history', () => {
  const cases: readonly [string, (folder: string) => Promise<void> | void][] = [
    ['is of another version', (folder) => change(searchFile(folder), 'PRAGMA user_version = 4711')],
    ['is of another history', (folder) => change(searchFile(folder), "UPDATE state SET history = 'another'")],
    [
      'has come further than the history',
      (folder) => change(searchFile(folder), `UPDATE state SET keys_through = ${String(ROWS + 1)}`),
    ],
    [
      'knows another request under the same id',
      (folder) => change(searchFile(folder), 'UPDATE state SET last_received_at = last_received_at + 1'),
    ],
    ['has no state', (folder) => change(searchFile(folder), 'DELETE FROM state')],
    ['has no tables', (folder) => change(searchFile(folder), 'DROP TABLE state')],
    [
      'is no database',
      (folder) => writeFile(searchFile(folder), 'this is no database, but something else. '.repeat(500)),
    ],
    ['is empty', (folder) => writeFile(searchFile(folder), '')],
    ['is of pages that make no sense', (folder) => spoil(searchFile(folder), 100)],
  ]
  it.each(cases)('is thrown away and filled anew where it %s', async (_, damage) => {
    const folder = await anIndexedHistory()
    await damage(folder)
    openSearchIndex(folder).close()
    expect(searchState(folder)).toMatchObject({ keysThrough: 0, textThrough: 0 })
    fillSearchIndex(folder)
    expect(searchState(folder)).toMatchObject({ keysThrough: ROWS, textThrough: textEnd(ROWS) })
    expect(missingEntries(folder)).toBe(0)
  })

  it('is kept where it fits', async () => {
    const folder = await anIndexedHistory()
    openSearchIndex(folder).close()
    expect(searchState(folder)).toMatchObject({ keysThrough: ROWS })
  })

  it('is thrown away where a copy of the history from before was put back and went on differently', async () => {
    const folder = await anIndexedHistory()
    copyFileSync(historyFile(folder), join(folder, 'copy'))
    const store = await openStore({ folder })
    await append(store, 100, SOME_TIME + 1000)
    await caughtUp(folder, ROWS + 100)
    await store.close()
    await rm(`${historyFile(folder)}-wal`, { force: true })
    copyFileSync(join(folder, 'copy'), historyFile(folder))
    const other = await openStore({ folder })
    await append(other, 300, SOME_TIME + 2000)
    await other.close()
    openSearchIndex(folder).close()
    expect(searchState(folder)?.keysThrough).toBe(0)
  }, 60_000)
})

describe('A store', () => {
  it('whose search index breaks while it is filled stores as ever, and has it anew', async () => {
    const folder = await anIndexedHistory()
    // What is read at the start is whole.
    await spoil(searchFile(folder), 3 * 8192)
    const store = await openStore({ folder })
    await append(store, 100)
    await caughtUp(folder, ROWS + 100)
    expect(store.status().state).toBe('ok')
    expect(store.notices()).toEqual([])
  }, 60_000)

  it('whose search finds the index broken finds everything, and has the index anew', async () => {
    const folder = await anIndexedHistory()
    await spoil(searchFile(folder), 3 * 8192)
    const store = await openStore({ folder })
    for (const text of ['u_7', 'reward_amount=1', 'u_399']) {
      const { total } = await store.counts({ ...EVERYTHING, texts: [text] })
      expect(total).toBe(
        Array.from({ length: ROWS }, (_, n) => `u_${String(n)}&reward_amount=1`).filter((target) =>
          target.includes(text),
        ).length,
      )
    }
    expect((await store.counts({ ...EVERYTHING, userId: 'u_7' })).total).toBe(1)
    await expect.poll(() => faultsOf(searchFile(folder))).toEqual(['ok'])
    await caughtUp(folder, ROWS)
    expect(store.notices()).toEqual([])
  }, 60_000)

  it('whose search index cannot be written stores as ever, and has it once it can', async () => {
    const folder = await tempFolder()
    mkdirSync(searchFile(folder))
    const store = await openStore({ folder })
    await append(store, 100)
    // Longer than it takes until it is tried.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(store.status().state).toBe('ok')
    expect(store.notices()).toEqual([])
    rmdirSync(searchFile(folder))
    await caughtUp(folder, 100)
  })

  it.skipIf(process.platform !== 'linux')(
    'that is closed has no file open, and nothing is left to be written',
    async () => {
      const folder = await tempFolder()
      const store = await openStore({ folder })
      await append(store, 100)
      await caughtUp(folder, 100)
      expect(openFiles(folder)).not.toEqual([])
      await store.close()
      expect(openFiles(folder)).toEqual([])
      expect(existsSync(`${searchFile(folder)}-wal`) && statSync(`${searchFile(folder)}-wal`).size > 0).toBe(false)
      expect(missingEntries(folder)).toBe(0)
    },
  )

  it('that sets its damaged history aside has no index of it', async () => {
    const folder = await anIndexedHistory()
    await spoil(historyFile(folder), 100)
    const store = await openStore({ folder })
    await append(store, 10)
    const { id } = await store.append(aCapturedRequest(), OK_REPLY)
    await caughtUp(folder, id)
  }, 60_000)
})

describe('A broken search index that a search has found', () => {
  it('is filled anew, while whoever has it open lets go of it', async () => {
    const folder = await anIndexedHistory()
    const client = new SearchIndexClient({ folder, startAfterMs: 0 })
    onTestFinished(() => client.end())
    await caughtUp(folder, ROWS)
    const searcher = { reader: new Database(searchFile(folder), { readonly: true }), over: false }
    onTestFinished(() => {
      searcher.reader.close()
    })
    await client.rebuild([
      {
        async pause(until) {
          searcher.reader.close()
          void until.then(() => {
            searcher.over = true
          })
          return Promise.resolve()
        },
      },
    ])
    expect(searcher.over).toBe(true)
    await caughtUp(folder, ROWS)
  })
})
