import { describe, expect, it, onTestFinished } from 'vitest'
import { type Backend, startBackend } from '../../support/backend.ts'
import { runCli } from '../../support/serve-process.ts'

async function aBackend(...answer: Parameters<typeof startBackend>): Promise<Backend> {
  const backend = await startBackend(...answer)
  onTestFinished(() => backend.close())
  return backend
}

async function sending(...args: readonly string[]) {
  const cli = runCli(['send', ...args])
  const code = await cli.ended()
  return { code, stdout: cli.stdout(), stderr: cli.stderr() }
}

const VALUES = ['--user=u 1+ü', '--amount=9007199254740993.10']

describe('adjump-inspector send', () => {
  it('sends one postback and ends with 0 where a 2xx came', async () => {
    const backend = await aBackend((_request, reply) => {
      reply.writeHead(201, 'Created').end('line one\nline\u001b[2J two')
    })
    const { code, stdout, stderr } = await sending(`--url=${backend.url}/hitpoint?key=1`, ...VALUES, '--param=txn=a&b')
    expect([code, stderr]).toEqual([0, ''])
    expect(backend.requests).toMatchObject([
      {
        method: 'GET',
        target: '/hitpoint?key=1&user_id=u%201%2B%C3%BC&reward_amount=9007199254740993.10&txn=a%26b',
      },
    ])
    expect(stdout).toContain('201 Created')
    expect(stdout).toContain('line one')
    expect(stdout).not.toContain('\u001b')
  })

  it('takes the names and the method that it is given', async () => {
    const backend = await aBackend()
    await sending(`--url=${backend.url}`, ...VALUES, '--user-param=uid', '--amount-param=sum', '--method=POST')
    expect(backend.requests).toMatchObject([
      { method: 'POST', target: expect.stringMatching(/^\/\?uid=.*&sum=/) as string },
    ])
  })

  it('prints JSON and nothing else, an object for each', async () => {
    const backend = await aBackend((_request, reply, nth) => {
      reply.writeHead(nth === 2 ? 500 : 200).end('x')
    })
    const { code, stdout } = await sending(`--url=${backend.url}`, ...VALUES, '--times=3', '--json')
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ nth, status, body }) => [nth, status, body])).toEqual([
      [1, 200, 'x'],
      [2, 500, 'x'],
      [3, 200, 'x'],
    ])
    expect(code).toBe(1)
  })

  it('sends a raw target byte for byte', async () => {
    const backend = await aBackend()
    const target = '/a//b/../c?x=%zz&&y=+#not-a-fragment'
    expect((await sending(`--url=${backend.url}`, `--raw-target=${target}`)).code).toBe(0)
    expect(backend.requests[0]?.target).toBe(target)
  })

  it('ends with 1 and the reason where nobody answers', async () => {
    const backend = await aBackend()
    await backend.close()
    const { code, stdout, stderr } = await sending(`--url=${backend.url}`, ...VALUES).finally(() => undefined)
    expect(code).toBe(1)
    expect(stdout).toContain('Nothing listens')
    expect(stderr).toContain('not answered with a 2xx')
  })

  it('gives up after its time-out', async () => {
    const backend = await aBackend(() => undefined)
    const { code, stdout } = await sending(`--url=${backend.url}`, ...VALUES, '--timeout=0.2')
    expect(code).toBe(1)
    expect(stdout).toContain('200 ms')
  })

  it('sends nothing to a host that is not local without --yes, and says why', async () => {
    const { code, stdout, stderr } = await sending('--url=https://shop.example.com/x', ...VALUES)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('shop.example.com is not on this computer')
    expect(stderr).toContain('--yes')
  })

  it.each([
    [[...VALUES]],
    [['--url=nonsense', ...VALUES]],
    [['--url=http://127.0.0.1:1', '--user=u']],
    [['--url=http://127.0.0.1:1', ...VALUES, '--times=0']],
    [['--url=http://127.0.0.1:1', ...VALUES, '--times=1001']],
    [['--url=http://127.0.0.1:1', ...VALUES, '--timeout=soon']],
    [['--url=http://127.0.0.1:1', ...VALUES, '--method=G T']],
    [['--url=http://127.0.0.1:1', ...VALUES, '--param=x']],
    [['--url=http://127.0.0.1:1', ...VALUES, '--user-param=reward_amount']],
    [['--url=http://127.0.0.1:1', '--raw-target=/a b']],
    [['--url=http://127.0.0.1:1/path', '--raw-target=/a']],
    [['--url=http://127.0.0.1:1', '--raw-target=/a', '--user=u']],
  ])('is used wrongly with %j: exit code 2 and a sentence', async (args) => {
    const { code, stdout, stderr } = await sending(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.trim()).not.toBe('')
  })
})
