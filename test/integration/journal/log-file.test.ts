import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../../src/core/log.ts'
import { createLogFile } from '../../../src/services/journal/log-file.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const entry = (sentence: string, detail?: readonly string[]): LogEntry => ({
  ...{ level: 'warning', subject: 'tunnel', sentence },
  ...(detail === undefined ? {} : { detail }),
})
const AT = Date.UTC(2026, 0, 15, 12)

test('an entry is one line with its time, and what stands beneath it is indented', async () => {
  const folder = join(await tempFolder(), 'logs')
  const log = createLogFile({ folder, now: () => AT })
  log.write(entry('It closed.', ['at a', 'at b']))
  await log.close()
  expect(readFileSync(join(folder, 'inspector.log'), 'utf8')).toBe(
    '2026-01-15T12:00:00.000Z warning tunnel   It closed.\n    at a\n    at b\n',
  )
})

test('no text can make a line of its own, move the cursor or turn the reading direction', async () => {
  const folder = await tempFolder()
  const log = createLogFile({ folder, now: () => AT })
  log.write(entry('a\r\n2026-01-15 error forged\u001b[2J\u202e\u0000', ['b\nc']))
  await log.close()
  const text = readFileSync(join(folder, 'inspector.log'), 'utf8')
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toContain(String.raw`a\r\n2026-01-15 error forged\u001b[2J\u202e\u0000`)
})

test('a full file makes room: the newest is kept beside the older ones, and the oldest goes', async () => {
  const folder = await tempFolder()
  for (let turn = 0; turn < 8; turn += 1) {
    const log = createLogFile({ folder, fullAt: '1K', olderFiles: 2 })
    for (let n = 0; n < 12; n += 1) log.write(entry(`turn ${String(turn)} ${'x'.repeat(100)}`))
    await log.close()
  }
  await expect.poll(() => readdirSync(folder).filter((name) => name.startsWith('inspector.log')).length).toBe(3)
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  expect(Math.max(...sizes)).toBeLessThan(4096)
  expect(readFileSync(join(folder, 'inspector.log'), 'utf8')).toContain('turn 7')
})

test('only its owner can read it', async () => {
  const folder = await tempFolder()
  const log = createLogFile({ folder })
  log.write(entry('x'))
  await log.close()
  expect(statSync(join(folder, 'inspector.log')).mode & 0o077).toBe(0)
})

test('a log that cannot be written hurts nobody, and says later how much it left out', async () => {
  const parent = await tempFolder()
  const folder = join(parent, 'logs')
  // A file where the folder should be: nothing can be written there, whoever runs this.
  writeFileSync(folder, '')
  chmodSync(folder, 0o400)
  let now = AT
  const log = createLogFile({ folder, now: () => now })
  log.write(entry('lost'))
  log.write(entry('lost as well'))
  rmSync(folder)
  now += 60_000
  log.write(entry('written'))
  await log.close()
  expect(existsSync(folder)).toBe(true)
  const text = readFileSync(join(folder, 'inspector.log'), 'utf8')
  expect(text).toContain('2 entries could not be written before this one.')
  expect(text).toContain('written')
})
