import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Reader } from '../../src/services/store/reader.ts'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'
import {
  copyOf,
  dbOf,
  overwrite,
  PAGE,
  requestsOf,
  type SampleHistory,
  sampleHistory,
  settled,
} from '../support/damage-kit.ts'
import { FROM_SOURCE } from '../support/from-source.ts'
import { openDamaged, readHistory } from './open-damaged.ts'

const COUNT = 400
const CHILD = fileURLToPath(new URL('../support/salvaging-child.ts', import.meta.url))
let sample: SampleHistory

beforeAll(async () => {
  sample = await sampleHistory(COUNT)
}, 120_000)
afterAll(() => sample.remove())

describe('A bit that flipped in a stored text', () => {
  it('is no reason to hand out another request: the seal tells, and that one is left out', async () => {
    const folder = await copyOf(sample.closed)
    try {
      const database = new Database(dbOf(folder))
      // As a flipped bit would: the row's seal stays.
      database
        .prepare("UPDATE request SET target = CAST('/hitpoint?user_id=u_X&reward_amount=1' AS BLOB) WHERE id = 50")
        .run()
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
      await overwrite(dbOf(folder), 0, Buffer.alloc(100, 0x5a))
      const store = await createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
      await settled(store)
      const rows = await requestsOf(store)
      await store.close()
      const wrong = [...rows.values()].filter((row) => row.target !== sample.requests.get(row.id)?.target)
      console.log(`damage: seal: ${String(rows.size)}/${String(COUNT)} saved, ${String(wrong.length)} wrong`)
      expect(wrong).toEqual([])
      expect(rows.size).toBe(COUNT - 1)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('A history that breaks while the inspector runs', () => {
  it('is set aside at once: the postback that found it is stored, and the earlier ones come back', async () => {
    const folder = await copyOf(sample.closed)
    try {
      const pages = pagesOfIndexes(folder)
      const store = await createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
      for (const page of pages) await overwrite(dbOf(folder), (page - 1) * PAGE, Buffer.alloc(PAGE, 0x5a))
      const { id } = await store.append(
        aCapturedRequest({ target: '/hitpoint?user_id=late&reward_amount=2' }),
        OK_REPLY,
      )
      await settled(store)
      const rows = await requestsOf(store)
      const told = store.notices().map(({ text }) => text)
      const { state } = store.status()
      await store.close()
      console.log(
        `damage: while running: ${String(rows.size)}/${String(COUNT + 1)} there, new one ${String(id)}: ${told.join(' ')}`,
      )
      expect(state).toBe('ok')
      expect(id).toBeGreaterThan(COUNT)
      expect(rows.get(id)?.target).toBe('/hitpoint?user_id=late&reward_amount=2')
      expect(rows.size).toBe(COUNT + 1)
      expect(told.join(' ')).toContain('set aside')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('A salvage that is killed on its way', () => {
  it('goes on at the next start, and takes every request over once', async () => {
    const folder = await copyOf(sample.closed)
    try {
      const child = spawn(process.execPath, [...FROM_SOURCE, CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      const [said] = (await once(child.stdout, 'data')) as [Buffer]
      child.kill('SIGKILL')
      await once(child, 'exit')
      const savedBefore = Number(said.toString())
      const { rows, told } = openDamaged(folder)
      console.log(
        `damage: killed after ${String(savedBefore)} saved: ${String(rows.size)}/${String(COUNT)} there: ${told}`,
      )
      expect(savedBefore).toBeGreaterThan(0)
      expect(savedBefore).toBeLessThan(COUNT)
      expect([...rows.keys()]).toEqual([...sample.requests.keys()])
      expect(told).toContain(`${String(COUNT)} of`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('A conformance run that a flipped bit changed beyond reading', () => {
  it('hides none of the others', async () => {
    const folder = await copyOf(sample.closed)
    try {
      const database = new Database(dbOf(folder))
      database.exec(
        "INSERT INTO conformance_run SELECT 'bad', started_at, '{\"x', replace(content, 'why', 'whi') FROM conformance_run",
      )
      database.close()
      const { others } = readHistory(folder)
      expect(others.conformance).toHaveLength(1)
      const reader = new Reader({ folder, stopping: new SharedArrayBuffer(4) })
      expect(reader.handlers().conformanceRun({ id: 'bad' })).toBeNull()
      reader.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

function pagesOfIndexes(folder: string): number[] {
  const database = new Database(dbOf(folder), { readonly: true })
  const pages = database.prepare<[], number>("SELECT pageno FROM dbstat WHERE name LIKE 'reading_by_%'").pluck().all()
  database.close()
  return pages
}
