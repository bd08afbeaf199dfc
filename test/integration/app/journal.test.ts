import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { InspectorConfig } from '../../../src/app/config.ts'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const TARGET = '/hitpoint?user_id=canary-user&reward_amount=canary-amount'

async function start(config: Partial<InspectorConfig> = {}): Promise<{ inspector: Inspector; log: () => string }> {
  const dataFolder = config.dataFolder ?? (await tempFolder())
  const inspector = await createInspector({
    dataFolder,
    version: '9.9.9',
    face: 'browser',
    overrides: { receiver: { port: 0 }, tunnel: { provider: 'none' }, ...config.overrides },
    receiverRequired: true,
    onBug: config.onBug ?? (() => {}),
  })
  onTestFinished(() => inspector.close())
  return { inspector, log: () => readFileSync(join(dataFolder, 'logs/inspector.log'), 'utf8') }
}

test('the log tells of start, receiver and end, and holds nothing of what arrived', async () => {
  const { inspector, log } = await start()
  expect((await fetch(`${inspector.receiver.url ?? ''}${TARGET}`)).status).toBe(200)
  await inspector.close()
  const text = log()
  expect(text).toMatch(/info {4}start {4}Version 9\.9\.9, browser, Node .*\n/)
  expect(text).toMatch(/info {4}receiver listening\. /)
  expect(text).toMatch(/info {4}start {4}Closed\.\n$/)
  expect(text).not.toContain('canary')
})

test('an unexpected error is in the log with its place, without what it quotes', async () => {
  const heard: unknown[] = []
  const { inspector, log } = await start({ onBug: (error) => heard.push(error) })
  inspector.journal.bug(new Error('Cannot read "canary" of it'))
  await inspector.close()
  expect(log()).toMatch(/error {3}bug {6}Unexpected: Error: Cannot read "…" of it\n {4}at /)
  expect(log()).not.toContain('canary')
})

test('who asks for values gets them from then on, until not asked any more', async () => {
  const { inspector, log } = await start()
  const url = inspector.receiver.url ?? ''
  const save = async (rawValues: boolean): Promise<void> => {
    const receiver = { ...DEFAULT_SETTINGS.receiver, port: 0 }
    const tunnel = { ...DEFAULT_SETTINGS.tunnel, provider: 'none' as const }
    const settings = { ...DEFAULT_SETTINGS, receiver, tunnel, log: { rawValues } }
    expect(await inspector.router.call('settings.save', { settings })).toMatchObject({ log: { rawValues } })
  }
  await save(true)
  await fetch(`${url}/hitpoint?user_id=asked-for`)
  await expect.poll(log).toContain('request  1 postback GET /hitpoint?user_id=asked-for')
  await save(false)
  await fetch(`${url}/hitpoint?user_id=not-any-more`)
  await inspector.close()
  expect(log()).not.toContain('not-any-more')
})
