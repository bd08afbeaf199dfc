import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CliProcess, ROOT, runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function serving(folder: string, ...args: readonly string[]): Promise<CliProcess & { url: string }> {
  const cli = runCli(['serve', '--json', '--port=0', '--no-ui', '--tunnel=none', `--data=${folder}`, ...args])
  onTestFinished(async () => {
    await cli.stop('SIGKILL')
  })
  const { url } = await cli.line(({ event }) => event === 'receiver.listening')
  return { ...cli, url: url ?? '' }
}

const received = (line: { event: string }): boolean => line.event === 'postback.received'

describe('adjump-inspector serve', () => {
  it('prints a postback as one JSON line, as documented', async () => {
    const cli = await serving(await tempFolder())
    await fetch(`${cli.url}/hitpoint?user_id=u_1&reward_amount=12.50`, { headers: { accept: '*/*' } })
    const { postback } = await cli.line(received)
    expect(postback).toEqual({
      id: 1,
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      kind: 'postback',
      method: 'GET',
      target: '/hitpoint?user_id=u_1&reward_amount=12.50',
      endpoint: 'Adjump',
      userId: 'u_1',
      rewardAmount: '12.50',
      verdict: 'pass',
      findings: [
        {
          code: 'amount-trailing-zeros',
          severity: 'info',
          field: null,
          param: 'reward_amount',
          detail: expect.any(String),
        },
      ],
      remoteAddress: '127.0.0.1',
      reply: { status: 200 },
    })
  })

  it('prints nothing but JSON lines on standard output', async () => {
    const cli = await serving(await tempFolder())
    await fetch(`${cli.url}/favicon.ico`)
    await cli.line(received)
    for (const line of cli.stdout().trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
    expect(cli.lines.map(({ event }) => event)).toEqual(['receiver.listening', 'tunnel.changed', 'postback.received'])
  })

  it('answers 200 OK as plain text, and 404 where no endpoint has the path', async () => {
    const cli = await serving(await tempFolder())
    const reply = await fetch(`${cli.url}/hitpoint?user_id=u_1&reward_amount=5`)
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([200, 'text/plain', 'OK'])
    expect((await fetch(`${cli.url}/nowhere`)).status).toBe(404)
  })

  it('reads with the path and names it was started with', async () => {
    const cli = await serving(await tempFolder(), '--path=/cb', '--user-param=uid', '--amount-param=coins')
    await fetch(`${cli.url}/cb?uid=u_1&coins=5`)
    expect((await cli.line(received)).postback).toMatchObject({ userId: 'u_1', rewardAmount: '5', verdict: 'pass' })
  })

  it('names the earlier postback of a possible duplicate', async () => {
    const cli = await serving(await tempFolder())
    for (let count = 0; count < 2; count += 1) await fetch(`${cli.url}/hitpoint?user_id=u_1&reward_amount=5`)
    const { postback } = await cli.line((line) => line.postback?.id === 2)
    expect(postback?.findings).toEqual([expect.objectContaining({ code: 'possible-duplicate', severity: 'warning' })])
    expect(postback?.verdict).toBe('warn')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s, and has kept everything at the next start',
    async (signal) => {
      const folder = await tempFolder()
      const first = await serving(folder)
      await fetch(`${first.url}/hitpoint?user_id=u_1&reward_amount=5`)
      expect(await first.stop(signal)).toBe(0)
      expect(first.stderr()).toBe('')

      const second = await serving(folder)
      await fetch(`${second.url}/hitpoint?user_id=u_2&reward_amount=5`)
      expect((await second.line(received)).postback?.id).toBe(2)
      const history = runCli(['export', '--format=ndjson', `--data=${folder}`])
      expect(await history.ended()).toBe(0)
      expect(history.stdout().trim().split('\n')).toHaveLength(2)
    },
  )

  it('goes on receiving when whoever read its output has left', async () => {
    const cli = await serving(await tempFolder())
    cli.child.stdout?.destroy()
    for (let count = 0; count < 3; count += 1) {
      expect((await fetch(`${cli.url}/hitpoint?user_id=u_${String(count)}&reward_amount=5`)).status).toBe(200)
    }
    expect(await cli.stop()).toBe(0)
  })

  it('escapes what a stranger sends where it is printed for people', async () => {
    const cli = runCli(['serve', '--port=0', '--no-ui', '--tunnel=none', `--data=${await tempFolder()}`])
    onTestFinished(async () => {
      await cli.stop('SIGKILL')
    })
    await expect.poll(() => /Receiver\s+(\S+)/.exec(cli.stdout())?.[1]).toBeTruthy()
    const url = /Receiver\s+(\S+)/.exec(cli.stdout())?.[1] ?? ''
    await fetch(`${url}/hitpoint?user_id=%1b%5B31mred%E2%80%AE&reward_amount=5`)
    await expect.poll(() => cli.stdout()).toContain('red')
    expect(cli.stdout()).not.toContain('\u001B')
    expect(cli.stdout()).not.toContain('\u202E')
  })
})

describe('adjump-inspector serve on a damaged history', () => {
  it('sets it aside, says where, and starts with a new one', async () => {
    const folder = await tempFolder()
    const garbage = Buffer.alloc(64 * 1024, 'not a database ')
    await writeFile(join(folder, 'history.db'), garbage)
    const cli = await serving(folder)
    await fetch(`${cli.url}/hitpoint?user_id=u_1&reward_amount=5`)
    expect((await cli.line(received)).postback?.id).toBe(1)
    expect(cli.stderr()).toContain(folder)
    const kept = (await readdir(folder)).find((name) => /damaged.*\.db$/.test(name))
    expect(await readFile(join(folder, kept ?? ''))).toEqual(garbage)
  })
})

describe('adjump-inspector serve, where it cannot', () => {
  async function failing(...args: readonly string[]) {
    const cli = runCli(['serve', '--json', '--no-ui', '--tunnel=none', ...args])
    onTestFinished(async () => {
      await cli.stop('SIGKILL')
    })
    return { code: await cli.ended(), stderr: cli.stderr(), stdout: cli.stdout() }
  }

  it('names the port that is taken, and exits with 3', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    onTestFinished(() => void blocker.close())
    const { port } = blocker.address() as AddressInfo
    const { code, stderr } = await failing(`--port=${String(port)}`, `--data=${await tempFolder()}`)
    expect(code).toBe(3)
    expect(stderr).toContain(String(port))
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('says that a data folder cannot be written, and exits with 3', async () => {
    const file = join(await tempFolder(), 'file')
    await writeFile(file, '')
    const { code, stderr } = await failing('--port=0', `--data=${join(file, 'folder')}`)
    expect(code).toBe(3)
    expect(stderr).toContain(file)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('leaves a database of a newer version alone, and exits with 3', async () => {
    const folder = await tempFolder()
    const first = await serving(folder)
    await first.stop()
    const database = new Database(join(folder, 'history.db'))
    database.pragma('user_version = 999999')
    database.close()
    const before = await readFile(join(folder, 'history.db'))
    const { code, stderr } = await failing('--port=0', `--data=${folder}`)
    expect(code).toBe(3)
    expect(stderr).toMatch(/newer version/i)
    expect(await readFile(join(folder, 'history.db'))).toEqual(before)
  })

  it('refuses a folder that another inspector uses, and exits with 3', async () => {
    const folder = await tempFolder()
    await serving(folder)
    const { code, stderr } = await failing('--port=0', `--data=${folder}`)
    expect(code).toBe(3)
    expect(stderr).toContain(folder)
  })

  it.each([
    ['--port=70000', '--port'],
    ['--port=abc', '--port'],
    ['--tunnel=nonsense', '--tunnel'],
    ['--tunnel-host=ftp://x', '--tunnel-host'],
    ['--subdomain=Not_A_Name', '--subdomain'],
    ['--path=hitpoint', '--path'],
    ['--user-param=', '--user-param'],
    ['--user-param=reward', '--amount-param'],
    ['--no-such-option', '--no-such-option'],
    ['leftover', 'argument'],
  ])('exits with 2 on %s and says which', async (argument, named) => {
    const { code, stderr, stdout } = await failing('--amount-param=reward', `--data=${await tempFolder()}`, argument)
    expect(code).toBe(2)
    expect(stderr).toContain(named)
    expect(stdout).toBe('')
  })
})

/** What the entry does where the machine's own Node is too old: it starts the project's, with a channel to it. */
describe('adjump-inspector serve, started by another process with a channel', () => {
  async function startedWithChannel() {
    const folder = await tempFolder()
    const args = ['serve', '--json', '--port=0', '--no-ui', '--tunnel=none', `--data=${folder}`]
    const child = fork(join(ROOT, 'scripts/adjump-inspector.mjs'), args, { silent: true })
    onTestFinished(() => void child.kill('SIGKILL'))
    let stdout = ''
    child.stdout?.on('data', (piece: Buffer) => {
      stdout += piece.toString()
    })
    await expect.poll(() => stdout).toContain('receiver.listening')
    return child
  }

  it('ends cleanly when it is asked to', async () => {
    const child = await startedWithChannel()
    child.kill('SIGTERM')
    expect((await once(child, 'exit'))[0]).toBe(0)
  })

  it('ends cleanly when the other process is gone', async () => {
    const child = await startedWithChannel()
    child.disconnect()
    expect((await once(child, 'exit'))[0]).toBe(0)
  })
})
