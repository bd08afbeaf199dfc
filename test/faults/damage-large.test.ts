import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { PostbackStore } from '../../src/core/ports.ts'
import { freelistFault } from '../../src/services/store/freelist.ts'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY, SOME_TIME } from '../support/builders.ts'
import { copyOf, dbOf, overwrite, PAGE, requestsOf, settled } from '../support/damage-kit.ts'
import { openStore } from '../support/open-store.ts'
import { expectTallyToFit } from '../support/tally.ts'

const COUNT = 450
const BODY_BYTES = 40_000
/** What is looked at before a start goes on (file-check.ts), in bytes. */
const AT_ONCE = 16 * 1024 * 1024

/** Closed as it should be, and as a crash leaves it. */
const closed = mkdtemp(join(tmpdir(), 'inspector-large-'))
const crashed = mkdtemp(join(tmpdir(), 'inspector-large-'))

beforeAll(async () => {
  const store = await createSqlitePostbackStore({ folder: await closed, appVersion: '1.2.3' })
  for (let from = 0; from < COUNT; from += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.append(numbered(from + n), OK_REPLY)))
  }
  await cp(await closed, await crashed, { recursive: true })
  await store.close()
  const { size } = await stat(dbOf(await closed))
  if (size <= AT_ONCE) throw new Error(`This history is too small: ${String(size)} bytes.`)
}, 120_000)
afterAll(async () => {
  for (const folder of [closed, crashed]) await rm(await folder, { recursive: true, force: true })
})

function numbered(n: number) {
  const body = Buffer.alloc(BODY_BYTES, `body of ${String(n)} `)
  const target = `/hitpoint?user_id=u_${String(n)}&reward_amount=1`
  return aCapturedRequest({ target, body, bodyLength: body.length, receivedAt: SOME_TIME + n })
}

async function aCopy(of: Promise<string>): Promise<string> {
  const copy = await copyOf(await of)
  onTestFinished(() => rm(copy, { recursive: true, force: true }))
  return copy
}

/** Pages of a table or index, its first one first. */
function pagesOf(folder: string, name: string): number[] {
  const database = new Database(dbOf(folder), { readonly: true })
  try {
    const sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype IN ('leaf', 'internal') ORDER BY pageno"
    return database.prepare<[string], number>(sql).pluck().all(name)
  } finally {
    database.close()
  }
}

const toldOf = (store: PostbackStore): string =>
  store
    .notices()
    .map(({ text }) => text)
    .join(' ')

function setAside(store: PostbackStore): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!toldOf(store).includes('set aside')) return
      stop()
      resolve()
    }
    const stop = store.on(look)
    look()
  })
}

describe('A damage in a history too large to be looked at before the start', () => {
  it.each([
    ['after a clean end', closed],
    ['after a crash', crashed],
  ])(
    'is found behind the start and set aside, what came meanwhile is kept (%s)',
    async (_, of) => {
      const folder = await aCopy(of)
      const database = new Database(dbOf(folder))
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
      // Nothing that a start or a capture reads: only a look at every page finds it.
      const [page = 0] = pagesOf(folder, 'request').slice(4)
      expect(page).toBeGreaterThan(0)
      await overwrite(dbOf(folder), (page - 1) * PAGE, Buffer.alloc(PAGE, 0x5a))
      const store = await openStore({ folder })
      expect(store.notices()).toEqual([])
      const { id } = await store.append(
        aCapturedRequest({ target: '/hitpoint?user_id=early&reward_amount=2' }),
        OK_REPLY,
      )
      expect(id).toBe(COUNT + 1)
      await setAside(store)
      await settled(store)
      const rows = await requestsOf(store)
      console.log(`damage: large: ${String(rows.size)}/${String(COUNT + 1)} there: ${toldOf(store)}`)
      expect(rows.get(id)?.target).toBe('/hitpoint?user_id=early&reward_amount=2')
      expect(rows.size).toBeGreaterThan(COUNT - 60)
      for (const [number, row] of rows) {
        if (number !== id) expect(row.bodyBase64).toBe(Buffer.from(numbered(number - 1).body).toString('base64'))
      }
      expect(store.status().state).toBe('ok')
      await store.append(numbered(COUNT), OK_REPLY)
      await store.close()
      expectTallyToFit(dbOf(folder))
    },
    120_000,
  )

  it('is set aside at the start where it is in what the start reads', async () => {
    const folder = await aCopy(closed)
    const [root = 0] = pagesOf(folder, 'endpoint')
    await overwrite(dbOf(folder), (root - 1) * PAGE, Buffer.alloc(PAGE, 0x5a))
    const store = await openStore({ folder })
    expect(toldOf(store)).toContain('set aside')
    await settled(store)
    expect((await requestsOf(store)).size).toBe(COUNT)
  }, 120_000)

  it('is set aside before anything is written where it is in the list of free pages', async () => {
    const folder = await aCopy(closed)
    const database = new Database(dbOf(folder))
    database.exec('DELETE FROM request WHERE id <= 100; DELETE FROM reading WHERE id <= 100')
    database.pragma('wal_checkpoint(TRUNCATE)')
    expect(Number(database.pragma('freelist_count', { simple: true }))).toBeGreaterThan(100)
    database.close()
    expect(freelistFault(dbOf(folder))).toBeNull()
    const used = Buffer.alloc(4)
    used.writeUInt32BE(pagesOf(folder, 'request').at(-1) ?? 0)
    const firstTrunk = (await readFile(dbOf(folder))).readUInt32BE(32)
    await overwrite(dbOf(folder), (firstTrunk - 1) * PAGE + 8, used)
    expect(freelistFault(dbOf(folder))).toBe('its list of free pages is damaged')
    const store = await openStore({ folder })
    expect(toldOf(store)).toContain('set aside')
    await settled(store)
    expect((await requestsOf(store)).size).toBe(COUNT - 100)
  }, 120_000)

  it('is not looked for any more once the inspector ends', async () => {
    const folder = await aCopy(crashed)
    const store = await openStore({ folder })
    await store.close()
    const again = await openStore({ folder })
    expect((await requestsOf(again)).size).toBe(COUNT)
  }, 120_000)
})
