import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('adjump-inspector export', () => {
  let folder: string
  let data: string

  beforeEach(async () => {
    folder = await tempFolder()
    data = join(folder, 'data')
    const store = await createSqlitePostbackStore({ folder: data, appVersion: '0.0.0' })
    await store.append(aCapturedRequest({ receivedAt: Date.now() - 7_200_000 }), OK_REPLY)
    await store.append(aCapturedRequest({ target: '/favicon.ico', receivedAt: Date.now() }), OK_REPLY)
    await store.close()
  })

  async function exporting(...args: readonly string[]) {
    const cli = runCli(['export', `--data=${data}`, ...args])
    return { code: await cli.ended(), stdout: cli.stdout(), stderr: cli.stderr() }
  }

  it.each(['ndjson', 'json', 'csv', 'har'])('prints the history as %s', async (format) => {
    const { code, stdout, stderr } = await exporting(`--format=${format}`)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('u_1001')
  })

  it('leaves out what was not asked for', async () => {
    expect((await exporting('--format=ndjson', '--kind=noise')).stdout).not.toContain('u_1001')
    expect((await exporting('--format=ndjson', '--since=1h')).stdout).not.toContain('u_1001')
  })

  it('writes a file, and through a link the file behind it', async () => {
    const [file, link] = [join(folder, 'real.csv'), join(folder, 'link.csv')]
    await writeFile(file, 'old')
    await writeFile(`${file}.partial`, 'the user’s own')
    await symlink(file, link)
    expect((await exporting('--format=csv', `--out=${link}`)).code).toBe(0)
    expect(await readFile(file, 'utf8')).toContain('u_1001')
    expect(await readFile(`${file}.partial`, 'utf8')).toBe('the user’s own')
    expect(await readdir(folder)).toHaveLength(4)
  })

  it.each([
    ['in a folder that is not there', 'nowhere/x.csv'],
    ['below a file', 'file/x.csv'],
    ['in place of a folder', 'inner'],
  ])('says in a sentence that it cannot write %s, and leaves nothing', async (_case, path) => {
    await writeFile(join(folder, 'file'), '')
    await mkdir(join(folder, 'inner'))
    const before = await readdir(folder)
    const { code, stderr } = await exporting('--format=csv', `--out=${join(folder, path)}`)
    expect(code).toBe(3)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(await readdir(folder)).toEqual(before)
  })

  it.each([
    ['--format=xml'],
    ['--format=csv', '--kind=nonsense'],
    ['--format=csv', '--since=yesterday'],
    ['--format=csv', '--out='],
  ])('exits with 2 on %s', async (...args) => {
    expect((await exporting(...args)).code).toBe(2)
  })
})
