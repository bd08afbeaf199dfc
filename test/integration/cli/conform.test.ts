/** `adjump-inspector conform`, as a CI runs it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { carelessBackend } from '../../support/backends/careless-backend.ts'
import { exactBackend } from '../../support/backends/exact-backend.ts'
import { type RewardBackend, type RunningBackend, serveBackend } from '../../support/backends/reward-backend.ts'
import { runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function aBackend(backend: RewardBackend): Promise<RunningBackend> {
  const running = await serveBackend(backend)
  onTestFinished(() => running.close())
  return running
}

async function conform(...args: readonly string[]) {
  const cli = runCli(['conform', ...args])
  onTestFinished(async () => void (await cli.stop()))
  const code = await cli.ended()
  return { code, stdout: cli.stdout(), stderr: cli.stderr(), lines: cli.lines }
}

const CORRECT = exactBackend({ once: true, talks: false })

describe('conform exits', () => {
  it('0 where nothing failed, with a line for each scenario and a summary', async () => {
    const backend = await aBackend(CORRECT)
    const { code, stdout, stderr } = await conform('--url', backend.url, '--balance-url', backend.balanceUrl)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^pass {2}First delivery {2}\(200, \d+ ms\)$/m)
    expect(stdout).toContain('35 passed, 0 with warnings, 0 failed\n')
  })

  it('0 where questions are open, and prints them', async () => {
    const backend = await aBackend(CORRECT)
    const { code, stdout } = await conform('--url', backend.url, '--scenario', 'same-again', '--strict')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^open {2}The same delivery again[\s\S]*How often was/m)
  })

  it('1 where a scenario failed, with the reason and what was expected', async () => {
    const backend = await aBackend(exactBackend({ once: false, talks: true }))
    const { code, stdout, stderr } = await conform('--url', backend.url, '--scenario', 'same-again', 'burst')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^FAIL {2}The same delivery again[\s\S]*It credits twice[\s\S]*Expected: /m)
    expect(stderr).toBe('2 of 2 scenarios failed.\n')
  })

  it('1 for warnings with --strict only', async () => {
    const backend = await aBackend(carelessBackend({ talks: false }))
    expect((await conform('--url', backend.url, '--scenario', 'missing-user')).code).toBe(0)
    expect((await conform('--url', backend.url, '--scenario', 'missing-user', '--strict')).code).toBe(1)
  })

  it.each([
    [[], "option '--url' is missing"],
    [['--url', 'nonsense'], "option '--url': This is no URL"],
    [['--url', 'http://example.com/hitpoint'], 'Add --yes'],
    [['--url', 'http://127.0.0.1:1/', '--scenario', 'nothing'], 'There is no scenario “nothing”. --list'],
    [
      ['--url', 'http://127.0.0.1:1/', '--balance-url', 'http://127.0.0.1:1/b'],
      "option '--balance-url': Write {user_id}",
    ],
    [['--url', 'http://127.0.0.1:1/', '--timeout', '0'], 'Give seconds'],
    [['--url', 'http://127.0.0.1:1/', '--user-param', 'a', '--amount-param', 'a'], 'two names that differ'],
  ])('2 for %j', async (args, sentence) => {
    const { code, stdout, stderr } = await conform(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  it('3 where nothing listens, and where the report cannot be written', async () => {
    const gone = await serveBackend(CORRECT)
    await gone.close()
    const unreachable = await conform('--url', gone.url)
    expect(unreachable.code).toBe(3)
    expect(unreachable.stderr).toContain('Nothing listens')
    const backend = await aBackend(CORRECT)
    const file = join(await tempFolder(), 'no', 'report.html')
    const unwritten = await conform('--url', backend.url, '--scenario', 'zero', '--html', file)
    expect(unwritten).toMatchObject({ code: 3, stderr: expect.stringContaining('The report could not be written') })
  })
})

describe('conform, interrupted,', () => {
  it('says how far it came and exits 130', async () => {
    const backend = await aBackend({
      credit: () => new Promise(() => undefined),
      balance: () => ({ status: 500, body: '' }),
    })
    const cli = runCli(['conform', '--url', backend.url])
    onTestFinished(async () => void (await cli.stop()))
    await expect.poll(() => backend.arrived.length, { timeout: 10_000 }).toBe(1)
    expect(await cli.stop('SIGINT')).toBe(130)
    expect(cli.stderr()).toContain('It was cancelled after 0 of 35 scenarios.')
  })
})

describe('conform prints', () => {
  it('JSON lines alone with --json: each scenario with its verdict, and the end', async () => {
    const backend = await aBackend(carelessBackend({ talks: true }))
    const { lines } = await conform('--url', backend.url, '--json', '--scenario', 'beyond-double', 'zero')
    expect(lines).toMatchObject([
      { event: 'conformance.started', total: 2 },
      { event: 'scenario.judged', scenarioId: 'zero', verdict: 'pass' },
      { event: 'scenario.judged', scenarioId: 'beyond-double', verdict: 'fail' },
      { event: 'conformance.ended', state: 'finished', counts: { pass: 1, warning: 0, fail: 1, ask: 0 } },
    ])
    expect(JSON.stringify(lines)).toContain('9007199254740993 became 9007199254740992')
  })

  it('no control character of a reply', async () => {
    const body = '\u001b[2J\u001b]0;owned\u0007 You have an error in your SQL syntax \u001b[31m\u202e'
    const backend = await aBackend({
      credit: () => ({ status: 200, body }),
      balance: () => ({ status: 200, body: '0' }),
    })
    const { code, stdout } = await conform('--url', backend.url, '--scenario', 'sql-quote')
    expect(code).toBe(1)
    expect(stdout).toContain('SQL syntax')
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/)
  })

  it('the library with --list', async () => {
    const { code, stdout } = await conform('--list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^burst +The same delivery 50 times at once$/m)
  })

  it('a report as one HTML file with --html', async () => {
    const backend = await aBackend(CORRECT)
    const file = join(await tempFolder(), 'report.html')
    expect((await conform('--url', backend.url, '--scenario', 'zero', '--html', file)).code).toBe(0)
    expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*Amount 0[\s\S]*<\/html>\n$/)
  })
})
