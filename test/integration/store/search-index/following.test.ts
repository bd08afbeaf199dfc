import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PostbackStore } from '../../../../src/core/ports.ts'
import { historyFile } from '../../../../src/services/store/paths.ts'
import { fillKeys } from '../../../../src/services/store/search-index/fill-keys.ts'
import { fillText, textEnd } from '../../../../src/services/store/search-index/fill-text.ts'
import { type OpenedIndex, openSearchIndex } from '../../../../src/services/store/search-index/open.ts'
import { removeSearchIndex } from '../../../../src/services/store/search-index/remove.ts'
import { SearchIndexClient } from '../../../../src/services/store/search-index/search-index-client.ts'
import { aCapturedRequest, OK_REPLY } from '../../../support/builders.ts'
import { FROM_SOURCE } from '../../../support/from-source.ts'
import { openStore, rereadDone } from '../../../support/open-store.ts'
import { documentsWith, missingEntries, searchState } from '../../../support/search-index.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const APPENDER = fileURLToPath(new URL('../../../support/store-child.ts', import.meta.url))

/** In one slice, however slow the machine is. */
const WHOLE = { rows: 100_000, bytes: 1 << 28, ms: 60_000 }

async function append(
  store: PostbackStore,
  count: number,
  targetOf = (n: number) => target('user_id', n),
): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, n) => store.append(aCapturedRequest({ target: targetOf(n) }), OK_REPLY)),
  )
}

const target = (name: string, n: number): string => `/hitpoint?${name}=u_${String(n)}&reward_amount=${String(n % 7)}.5`

/** Resolves once the index of the folder has all requests up to this one. */
async function caughtUp(folder: string, newest: number): Promise<void> {
  await expect.poll(() => searchState(folder)).toMatchObject({ keysThrough: newest, textThrough: textEnd(newest) })
  expect(missingEntries(folder)).toBe(0)
}

/** A closed history of so many requests, without an index. */
async function aHistory(count: number): Promise<string> {
  const folder = await tempFolder()
  const store = await openStore({ folder })
  await append(store, count)
  await store.close()
  removeSearchIndex(folder)
  return folder
}

function opened(folder: string): OpenedIndex {
  const index = openSearchIndex(folder)
  onTestFinished(() => index.close())
  return index
}

function newestIn(folder: string): number {
  const history = new Database(historyFile(folder), { readonly: true })
  const newest = history.prepare<[], number>('SELECT coalesce(max(id), 0) FROM request').pluck().get() ?? 0
  history.close()
  return newest
}

function changeHistory(folder: string, sql: string): void {
  const history = new Database(historyFile(folder))
  history.exec(sql)
  history.close()
}

describe('The search index', () => {
  it('has what was stored soon after, without anybody asking', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await append(store, 300)
    await caughtUp(folder, 300)
    await append(store, 20)
    await caughtUp(folder, 320)
    await expect.poll(() => searchState(folder), { timeout: 20_000 }).toMatchObject({ accountsThrough: 320 })
    expect(documentsWith(folder, ['u_2', '_29', '299', '99&'])).toBe(1)
    expect(documentsWith(folder, ['u_3', '_30', '300', '00&'])).toBe(0)
    expect(store.status().state).toBe('ok')
  })

  it('has all of a history that has none yet, and is whole when that is closed again', async () => {
    const folder = await aHistory(500)
    const again = await openStore({ folder })
    await caughtUp(folder, 500)
    await again.close()
    expect(missingEntries(folder)).toBe(0)
  })

  it('is complete after a kill in the middle of the filling', async () => {
    const folder = await tempFolder()
    const child = spawn(process.execPath, [...FROM_SOURCE, APPENDER, folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ended = once(child, 'exit')
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    await expect.poll(() => searchState(folder)).not.toBeNull()
    await expect.poll(() => newestIn(folder)).toBeGreaterThan(1000)
    child.kill('SIGKILL')
    await ended
    const store = await openStore({ folder })
    await caughtUp(folder, newestIn(folder))
    expect(store.notices()).toEqual([])
  }, 60_000)

  it('follows a re-reading, and has the users of the new mapping when that is over', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await append(store, 1000, (n) => target(n % 2 === 0 ? 'user_id' : 'uid', n))
    await caughtUp(folder, 1000)
    const before = searchState(folder)?.generation ?? -1
    const [endpoint] = await store.endpoints()
    if (endpoint === undefined) throw new Error('There is no endpoint.')
    const done = rereadDone(store)
    await store.saveEndpoint(endpoint.id, { ...endpoint, userIdParam: 'uid' })
    await done
    await expect.poll(() => searchState(folder)?.generation).toBeGreaterThan(before)
    await caughtUp(folder, 1000)
  })

  it('does not come further than a re-reading that is under way, but for the text', async () => {
    const folder = await aHistory(100)
    changeHistory(
      folder,
      `UPDATE reread SET running = 1, cursor = 40; INSERT INTO meta VALUES ('reading_generation', '7')`,
    )
    const { history, search } = opened(folder)
    expect(fillKeys(history, search, WHOLE)).toMatchObject({ rows: 40, through: 40, end: 40 })
    expect(fillText(history, search, WHOLE)).toMatchObject({ through: textEnd(100) })
    expect(searchState(folder)).toMatchObject({ generation: 7, keysThrough: 40 })
    changeHistory(folder, 'UPDATE reread SET running = 0, cursor = 100')
    expect(fillKeys(history, search, WHOLE)).toMatchObject({ rows: 60, through: 100 })
    changeHistory(
      folder,
      `UPDATE reread SET running = 1, cursor = 0; UPDATE meta SET value = '8' WHERE name = 'reading_generation'`,
    )
    expect(fillKeys(history, search, WHOLE)).toMatchObject({ rows: 0, through: 0 })
    expect(searchState(folder)).toMatchObject({ generation: 8, keysThrough: 0, textThrough: textEnd(100) })
  })

  it('waits while what can be read of a damaged history is added, in whatever order', async () => {
    const folder = await aHistory(20)
    changeHistory(folder, `INSERT INTO meta VALUES ('salvage', '{}')`)
    const { history, search } = opened(folder)
    expect(fillKeys(history, search, WHOLE)).toMatchObject({ rows: 0, through: 0 })
    expect(fillText(history, search, WHOLE)).toMatchObject({ rows: 0, through: 0 })
  })

  it('is filled in slices that go on where the last one ended, gaps in the ids or not', async () => {
    const folder = await aHistory(200)
    changeHistory(
      folder,
      'DELETE FROM request WHERE id BETWEEN 30 AND 90; DELETE FROM reading WHERE id BETWEEN 30 AND 90',
    )
    const { history, search } = opened(folder)
    for (const fill of [fillKeys, fillText]) {
      const limits = { rows: 16, bytes: 1 << 20, ms: 10_000 }
      let rows = 0
      let before = 0
      for (let slice = fill(history, search, limits); ; slice = fill(history, search, limits)) {
        rows += slice.rows
        expect(slice.rows).toBeLessThan(32)
        if (slice.through === slice.end) break
        expect(slice.through).toBeGreaterThan(before)
        before = slice.through
      }
      expect(rows).toBeGreaterThan(130)
    }
    expect(missingEntries(folder)).toBe(0)
  })

  it('leaves out the text of a request too long for it, which is always looked at', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const body = Buffer.alloc(100_000, 'needle ')
    for (const one of [new Uint8Array(), body])
      await store.append(aCapturedRequest({ method: 'POST', body: one, bodyLength: one.length }), OK_REPLY)
    await append(store, 20)
    await store.close()
    removeSearchIndex(folder)
    const { history, search } = opened(folder)
    fillText(history, search, WHOLE)
    expect(search.prepare('SELECT id FROM long_text').pluck().all()).toEqual([2])
    expect(documentsWith(folder, ['nee', 'eed'])).toBe(0)
  })
})

describe('The thread that fills the search index', () => {
  it('is replaced when it dies', async () => {
    const folder = await aHistory(100)
    await writeFile(join(folder, 'deaths'), '2')
    const url = new URL('../../../support/dying-search-index.ts', import.meta.url)
    const client = new SearchIndexClient({ folder, url, startAfterMs: 0, lookEveryMs: 20 })
    onTestFinished(() => client.end())
    await caughtUp(folder, 100)
  })

  it('lets go of every file while it is paused and when it ends, and goes on in between', async () => {
    const folder = await aHistory(100)
    const client = new SearchIndexClient({ folder, startAfterMs: 0 })
    onTestFinished(() => client.end())
    await caughtUp(folder, 100)
    let goOn = (): void => {}
    await client.pause(
      new Promise((resolve) => {
        goOn = resolve
      }),
    )
    changeHistory(folder, 'DELETE FROM reading WHERE id > 50; UPDATE reading SET user_id = user_id')
    goOn()
    await client.rebuild([])
    await expect.poll(() => searchState(folder)?.keysThrough).toBe(100)
    await client.end()
    await client.rebuild([])
  })
})
