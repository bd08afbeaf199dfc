import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { allIds } from '../../support/collect.ts'
import { FROM_SOURCE } from '../../support/from-source.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const CHILD = fileURLToPath(new URL('../../support/store-child.ts', import.meta.url))
const ROUNDS = 3
const ACKNOWLEDGED_A_ROUND = 400

interface Appender {
  readonly child: ChildProcess
  /** Lines printed so far, growing. */
  readonly lines: readonly string[]
  printed(count: number): Promise<void>
  kill(): Promise<void>
}

function startAppender(folder: string): Appender {
  const child = spawn(process.execPath, [...FROM_SOURCE, CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')])
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    child,
    lines,
    kill,
    async printed(count) {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(`The appender ended with ${String(child.exitCode)}.`)
        await Promise.race([once(reader, 'line'), ended])
      }
    },
  }
}

describe('A store whose process is killed in mid-load', () => {
  it('has every request that was acknowledged, and opens without a notice', async () => {
    const folder = await tempFolder()
    for (let round = 0; round < ROUNDS; round++) {
      const appender = startAppender(folder)
      await appender.printed(ACKNOWLEDGED_A_ROUND)
      await appender.kill()
      const acknowledged = appender.lines.slice(1).map(Number)
      expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED_A_ROUND - 1)
      const store = await createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
      const stored = new Set(await allIds(store))
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
      expect(store.notices()).toEqual([])
      await store.close()
    }
  }, 120_000)

  it('keeps others out of its folder while it lives, and no longer', async () => {
    const folder = await tempFolder()
    const appender = startAppender(folder)
    await appender.printed(1)
    const refused = createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'in-use' })
    await expect(refused).rejects.toThrow(folder)
    await appender.kill()
    expect((await openStore({ folder })).status().state).toBe('ok')
  }, 60_000)
})
