import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildDashboardUrl } from '../../../src/core/dashboard-url.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { anEndpoint } from '../../support/detail-builders.ts'
import { runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const PUBLIC = 'https://x.example'
const TOKEN = 'abcdefghijklmnopqrstu0'
const RIGHT = buildDashboardUrl(PUBLIC, anEndpoint())
const SHOP = { ...DEFAULT_ENDPOINT_CONFIG, name: 'Shop', path: '/shop', userIdParam: 'player', pathToken: TOKEN }

async function checking(...args: readonly string[]) {
  const cli = runCli(['check-url', ...args])
  onTestFinished(() => void cli.stop())
  return { code: await cli.ended(), stdout: cli.stdout(), stderr: cli.stderr() }
}

/** A folder with the default endpoint and one named Shop, open in a running store until the test is over. */
async function aHistory(): Promise<string> {
  const folder = join(await tempFolder(), 'data')
  const store = await createSqlitePostbackStore({ folder, appVersion: '0.0.0' })
  onTestFinished(() => store.close())
  await store.saveEndpoint(null, SHOP)
  return folder
}

describe('adjump-inspector check-url', () => {
  it('exits with 0 for the right URL, also without a history', async () => {
    const nowhere = join(await tempFolder(), 'none')
    const found = await checking(RIGHT, `--data=${nowhere}`, `--public-url=${PUBLIC}`)
    expect(found).toMatchObject({ code: 0, stderr: '' })
    expect(found.stdout).toContain('This URL is right')
    expect((await checking(RIGHT, `--data=${nowhere}`)).stdout).toContain('--public-url')
  })

  it('exits with 1 and marks each place under the URL, with what to do', async () => {
    const nowhere = join(await tempFolder(), 'none')
    const wrong = `${PUBLIC}/hitpoint?userid={user_id}&reward_amount={amount}`
    const { code, stdout } = await checking(wrong, `--data=${nowhere}`, `--public-url=${PUBLIC}`)
    expect(code).toBe(1)
    const lines = stdout.split('\n')
    const marked = lines.flatMap((line, at) => {
      const [marks] = /\^+/.exec(lines[at + 1] ?? '') ?? []
      const from = (lines[at + 1] ?? '').indexOf('^')
      return line.includes('https:') && marks ? [line.slice(from, from + marks.length)] : []
    })
    expect(marked).toEqual(['userid', '{amount}'])
    expect(stdout).toContain('[name-near-miss]')
  })

  it('reads the endpoints beside a running inspector, takes the one that fits best, or the one that is named', async () => {
    const data = await aHistory()
    const url = buildDashboardUrl(PUBLIC, { ...SHOP })
    const args = [`--data=${data}`, `--public-url=${PUBLIC}`]
    const best = await checking(url, ...args)
    expect(best.code).toBe(0)
    expect(best.stdout).toContain(`Shop, path /shop/${TOKEN}`)
    expect((await checking(url, ...args, '--endpoint=Adjump')).code).toBe(1)
    const bare = await checking(url.replace(`/${TOKEN}`, ''), ...args, '--endpoint=Shop')
    expect(bare.code).toBe(1)
    expect(bare.stdout).toContain('without its secret last segment')
  })

  it('exits with 2 and lists the endpoints there are for one that is not', async () => {
    const { code, stdout, stderr } = await checking(RIGHT, `--data=${await aHistory()}`, '--endpoint=No\u001b[31mbody')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Adjump')
    expect(stderr).toContain('Shop')
    expect(stderr).not.toContain('\u001b')
  })

  it.each([
    [[]],
    [[RIGHT, '--path=nopath']],
    [[RIGHT, '--user-param=a', '--amount-param=a']],
    [[RIGHT, '--public-url=x']],
    [[RIGHT, 'another']],
  ])('exits with 2 on %j', async (args) => {
    const nowhere = join(await tempFolder(), 'none')
    expect((await checking(...args, `--data=${nowhere}`)).code).toBe(2)
  })

  it('takes a mapping from its options where there is no history', async () => {
    const nowhere = join(await tempFolder(), 'none')
    const url = `${PUBLIC}/cb?player={user_id}&coins={reward_amount}`
    const flags = ['--path=/cb', '--user-param=player', '--amount-param=coins', `--data=${nowhere}`]
    expect((await checking(url, ...flags)).code).toBe(0)
  })

  it('lets no escape sequence of a URL through to the terminal', async () => {
    const nowhere = join(await tempFolder(), 'none')
    const { code, stdout } = await checking(`${RIGHT}\u001b]0;owned\u0007\u202e`, `--data=${nowhere}`)
    expect(code).toBe(1)
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/)
  })

  it('prints one JSON object with --json, and nothing else there', async () => {
    const nowhere = join(await tempFolder(), 'none')
    const { code, stdout } = await checking(`${PUBLIC}/hitpoint`, `--data=${nowhere}`, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      endpoint: { id: null, name: 'Adjump', path: '/hitpoint' },
      ok: false,
      problems: [{ code: 'query-missing', start: expect.any(Number), end: expect.any(Number) }],
    })
  })
})
