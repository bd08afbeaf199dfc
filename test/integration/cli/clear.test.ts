import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const DAY = 86_400_000

async function run(...args: readonly string[]) {
  const cli = runCli(args)
  return { code: await cli.ended(), stdout: cli.stdout(), stderr: cli.stderr() }
}

describe('adjump-inspector clear', () => {
  let data: string

  beforeEach(async () => {
    data = join(await tempFolder(), 'data')
    const store = await createSqlitePostbackStore({ folder: data, appVersion: '0.0.0' })
    for (const days of [40, 35, 31, 2, 1]) {
      await store.append(aCapturedRequest({ receivedAt: Date.now() - days * DAY }), OK_REPLY)
    }
    await store.append(aCapturedRequest({ receivedAt: Date.now(), target: '/favicon.ico' }), OK_REPLY)
    await store.marks.set([2], { pinned: true })
    await store.close()
  })

  const left = async () => (await run('export', `--data=${data}`, '--format=ndjson')).stdout.trim().split('\n').length

  it('removes what is older, but for what is marked, and says so', async () => {
    const { code, stdout, stderr } = await run('clear', '--older-than=30d', '--yes', `--data=${data}`)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe('2 requests removed; 1 marked one stays.\n')
    expect(await left()).toBe(4)
    const again = await run('clear', '--older-than=30d', '--yes', '--json', `--data=${data}`)
    expect(JSON.parse(again.stdout)).toEqual({ removed: 0, marked: 1, stopped: false })
  })

  it('removes everything, or certain kinds', async () => {
    expect((await run('clear', '--kind=noise', '--yes', `--data=${data}`)).stdout).toContain('1 request removed')
    expect((await run('clear', '--yes', `--data=${data}`)).stdout).toContain('4 requests removed')
    expect(await left()).toBe(1)
  })

  it('refuses with 2 where nobody can be asked, and with 3 and one sentence beside a running inspector', async () => {
    const silent = await run('clear', `--data=${data}`)
    expect(silent.code).toBe(2)
    expect(silent.stderr).toContain("option '--yes' is missing")
    expect((await run('clear', '--older-than=never', '--yes', `--data=${data}`)).code).toBe(2)
    await openStore({ folder: data })
    const beside = await run('clear', '--yes', `--data=${data}`)
    expect(beside).toMatchObject({ code: 3, stdout: '' })
    expect(beside.stderr).toContain('already using the data folder')
    expect(await left()).toBe(6)
  })
})
