import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function run(...args: readonly string[]) {
  const cli = runCli(args)
  return { code: await cli.ended(), stdout: cli.stdout(), stderr: cli.stderr() }
}

describe('adjump-inspector archive, import and report', () => {
  let folder: string
  let data: string
  let file: string

  beforeEach(async () => {
    folder = await tempFolder()
    data = join(folder, 'data')
    file = join(folder, 'history.adjump-archive')
    const store = await createSqlitePostbackStore({ folder: data, appVersion: '0.0.0' })
    await store.append(aCapturedRequest({ receivedAt: Date.now() - 7_200_000 }), OK_REPLY)
    await store.append(aCapturedRequest({ receivedAt: Date.now() - 1000, target: '/hitpoint?user_id=<b>' }), OK_REPLY)
    await store.close()
  })

  it('moves the whole history to another folder, once', async () => {
    const other = join(folder, 'other')
    expect(await run('archive', `--data=${data}`, `--out=${file}`)).toEqual({ code: 0, stdout: '', stderr: '' })
    const first = await run('import', file, `--data=${other}`)
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toContain('2 requests imported.')
    const second = await run('import', file, `--data=${other}`, '--json')
    expect(JSON.parse(second.stdout)).toMatchObject({ added: 0, known: 2 })
    const exported = (of: string) => run('export', `--data=${of}`, '--format=ndjson')
    expect((await exported(other)).stdout).toBe((await exported(data)).stdout)
  })

  it('refuses with 3 and one sentence what is no archive, is cut off, or is not there', async () => {
    await run('archive', `--data=${data}`, `--out=${file}`)
    const { length } = await readFile(file)
    await truncate(file, length - 10)
    const text = join(folder, 'text')
    await writeFile(text, 'no archive')
    const before = (await run('export', `--data=${data}`, '--format=ndjson')).stdout
    for (const [path, said] of [
      [file, 'cut off'],
      [text, 'no archive'],
      [join(folder, 'nowhere'), 'could not be read'],
    ] as const) {
      const { code, stdout, stderr } = await run('import', path, `--data=${data}`)
      expect([code, stdout]).toEqual([3, ''])
      expect(stderr).toContain(said)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    expect((await run('export', `--data=${data}`, '--format=ndjson')).stdout).toBe(before)
  })

  it('does not import into a folder that an inspector uses', async () => {
    await run('archive', `--data=${data}`, `--out=${file}`)
    await openStore({ folder: data })
    const { code, stderr } = await run('import', file, `--data=${data}`)
    expect(code).toBe(3)
    expect(stderr).toContain('Another inspector is already using the data folder')
  })

  it('reports a span as one page or as JSON', async () => {
    const html = await run('report', `--data=${data}`, '--since=1h', '--format=html')
    expect([html.code, html.stderr]).toEqual([0, ''])
    expect(html.stdout).toContain('&lt;b&gt;')
    expect(html.stdout).not.toContain('u_1001')
    const out = join(folder, 'report.json')
    expect((await run('report', `--data=${data}`, '--since=1d', '--format=json', `--out=${out}`)).code).toBe(0)
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ totals: { requests: 2, amounts: { sum: '50' } } })
    const none = await run('report', `--data=${data}`, '--since=1d', '--until=5h', '--format=json')
    expect(JSON.parse(none.stdout)).toMatchObject({ totals: { requests: 0 } })
  })

  it.each([
    ['archive'],
    ['archive', '--out='],
    ['import'],
    ['report', '--format=html'],
    ['report', '--since=1h', '--format=pdf'],
    ['report', '--since=1h', '--until=2h', '--format=html'],
  ])('exits with 2 on %j %j %j', async (...args) => {
    expect((await run(...args.filter((arg) => arg !== undefined))).code).toBe(2)
  })

  it('leaves nothing where it was stopped half-way', async () => {
    const store = await createSqlitePostbackStore({ folder: data, appVersion: '0.0.0' })
    const body = Buffer.alloc(100_000, 'x')
    await Promise.all(Array.from({ length: 500 }, () => store.append(aCapturedRequest({ body }), OK_REPLY)))
    await store.close()
    const out = join(folder, 'out')
    await mkdir(out)
    const cli = runCli(['export', `--data=${data}`, '--format=json', `--out=${join(out, 'x.json')}`])
    // Not the whole file: that would mean that this machine was too slow to be in time.
    await expect.poll(() => readdir(out)).toEqual([expect.stringContaining('.partial')])
    expect(await cli.stop('SIGINT')).toBe(130)
    expect(cli.stderr()).toContain('It was stopped')
    expect(await readdir(out)).toEqual([])
  })
})
