import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'
import { FROM_SOURCE } from '../support/from-source.ts'
import { rounds } from '../support/long-run.ts'
import { openStore } from '../support/open-store.ts'
import { removalOver } from '../support/removal.ts'
import { tallyFaults } from '../support/tally.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CHILD = fileURLToPath(new URL('../support/clearing-child.ts', import.meta.url))
const STORED = 10_000
const UP_TO = 9_000
const MARKED = [7, 4_500, 8_999]
const ROUNDS = rounds(4, 30)

/** One life of it: killed once so many more are gone. Answers whether the removal was over before. */
async function killedAfter(folder: string, more: number, acknowledged: Map<number, string>): Promise<boolean> {
  const child = spawn(process.execPath, [...FROM_SOURCE, CHILD, folder, String(UP_TO)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let first: number | null = null
  let isOver = false
  // Piped above.
  const output = child.stdout as Readable
  for await (const line of createInterface({ input: output })) {
    const [what = '', value = '', target = ''] = line.split(' ')
    if (what === 'stored') acknowledged.set(Number(value), target)
    if (what === 'removed') {
      first ??= Number(value)
      if (Number(value) - first < more) continue
      await pause(Math.random() * 10)
      child.kill('SIGKILL')
    }
    if (what === 'over') {
      isOver = true
      child.disconnect()
    }
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return isOver
}

function look(folder: string): {
  ids: Set<number>
  integrity: unknown
  tally: unknown[]
  orphans: number
  removed: number
} {
  const database = new Database(join(folder, 'history.db'))
  try {
    const column = (sql: string): unknown[] => database.prepare(sql).pluck().all()
    const [orphans] = column(`SELECT (SELECT count(*) FROM reading WHERE id NOT IN (SELECT id FROM request))
      + (SELECT count(*) FROM request WHERE id NOT IN (SELECT id FROM reading))
      + (SELECT count(*) FROM reading_code WHERE id NOT IN (SELECT id FROM reading))`)
    const [removed] = column('SELECT sum(removed) FROM removal')
    return {
      ids: new Set(column('SELECT id FROM request') as number[]),
      integrity: database.pragma('integrity_check', { simple: true }),
      tally: tallyFaults(database),
      orphans: Number(orphans),
      removed: Number(removed),
    }
  } finally {
    database.close()
  }
}

describe('A removal, killed at random moments while requests come', () => {
  it('goes on at the next start, and takes nothing but what it was to take', async () => {
    const folder = await tempFolder()
    const first = await openStore({ folder })
    for (let from = 0; from < STORED; from += 5000) {
      await Promise.all(
        Array.from({ length: 5000 }, (_, at) =>
          first.append(aCapturedRequest({ target: `/hitpoint?user_id=u_${String(from + at)}` }), OK_REPLY),
        ),
      )
    }
    await first.marks.set(MARKED, { pinned: true })
    await first.close()

    const acknowledged = new Map<number, string>()
    const seen: number[] = []
    let isOver = false
    for (let round = 0; round < ROUNDS && !isOver; round += 1) {
      isOver = await killedAfter(folder, (UP_TO / (ROUNDS + 2)) * Math.random(), acknowledged)
      const { ids, integrity, tally, orphans, removed } = look(folder)
      seen.push(removed)
      expect({ integrity, tally, orphans }).toEqual({ integrity: 'ok', tally: [], orphans: 0 })
      // What is said to be gone is gone, and nothing else.
      expect(removed).toBe(UP_TO - [...ids].filter((id) => id <= UP_TO).length)
      for (let id = UP_TO + 1; id <= STORED; id += 1) expect(ids.has(id), `${String(id)} was not to go`).toBe(true)
      for (const id of [...MARKED, ...acknowledged.keys()]) expect(ids.has(id), `${String(id)} is there`).toBe(true)
    }

    const last = await openStore({ folder })
    if (last.removals.progress().state === 'running') await removalOver(last)
    else await last.removals.settled()
    const [removal, ...others] = await last.removals.latest(10)
    expect(removal).toMatchObject({ state: 'done', removed: UP_TO - MARKED.length, firstId: 1, lastId: UP_TO })
    expect(others).toEqual([])
    for (const [id, target] of acknowledged) expect((await last.byIds([id]))[0]?.target).toBe(target)
    await last.close()
    const { ids, integrity, tally, orphans } = look(folder)
    expect({ integrity, tally, orphans }).toEqual({ integrity: 'ok', tally: [], orphans: 0 })
    expect([...ids].filter((id) => id <= UP_TO).sort((a, b) => a - b)).toEqual(MARKED)
    console.log(
      `kill -9 while clearing, ${String(seen.length)} rounds: ${seen.map(String).join(', ')} gone at each death, ` +
        `${String(acknowledged.size)} acknowledged meanwhile and all there, integrity_check ${String(integrity)}`,
    )
  })
})
