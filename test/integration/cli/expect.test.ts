import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { get } from '../../../src/services/tunnel/http-get.ts'
import { createLocaltunnelServer } from '../../support/localtunnel-server/server.ts'
import { openStore } from '../../support/open-store.ts'
import { type CliProcess, type JsonLine, runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** The last line of `expect --json`. */
interface EndedLine {
  readonly event: string
  readonly outcome: string
  readonly sentence: string
  readonly postbackId: number | null
  readonly differences: readonly {
    field: string
    expected: string
    arrived: string
    causes: string[]
    sentence: string
  }[]
}

const ended = (cli: CliProcess): EndedLine => cli.lines.at(-1) as unknown as EndedLine
const ofDashboard = ({ event }: JsonLine): boolean => event === 'dashboard.url'

function expecting(args: readonly string[], env: NodeJS.ProcessEnv = {}): CliProcess {
  const cli = runCli(['expect', ...args], env)
  onTestFinished(async () => {
    await cli.stop('SIGKILL')
  })
  return cli
}

const u1 = ['--user=u_Abc', '--amount=5', '--port=0', '--tunnel=none']

/** Resolves with the dashboard's URL filled in as Adjump would. */
async function urlFor(cli: CliProcess, userId: string, amount: string): Promise<string> {
  const { url } = await cli.line(ofDashboard)
  return (url ?? '').replace('{user_id}', userId).replace('{reward_amount}', amount)
}

describe('adjump-inspector expect', () => {
  it('ends with 0 as soon as the exact postback came, and says so in its last line', async () => {
    const cli = expecting([...u1, '--timeout=30', '--json'])
    await fetch(await urlFor(cli, 'u_other', '17.25'))
    const reply = await fetch(await urlFor(cli, 'u_Abc', '5'))
    expect(reply.status).toBe(200)
    expect(await cli.ended()).toBe(0)
    expect(ended(cli)).toMatchObject({ event: 'expectation.ended', outcome: 'met', postbackId: 2, differences: [] })
    expect([...new Set(cli.lines.map(({ event }) => event))]).toEqual([
      'receiver.listening',
      'tunnel.changed',
      'expectation.armed',
      'dashboard.url',
      'postback.received',
      'expectation.ended',
    ])
  })

  it('ends with 1 where another one came, with the difference in JSON', async () => {
    const cli = expecting([...u1, '--timeout=4', '--json'])
    await fetch(await urlFor(cli, 'u_abc', '5.0'))
    expect(await cli.ended()).toBe(1)
    expect(ended(cli)).toMatchObject({
      outcome: 'mismatched',
      postbackId: 1,
      differences: [
        {
          field: 'user_id',
          expected: 'u_Abc',
          arrived: 'u_abc',
          causes: ['case'],
          expectedMarks: [{ start: 2, end: 3 }],
        },
        { field: 'reward_amount', expected: '5', arrived: '5.0', causes: ['trailing-zeros'] },
      ],
    })
  })

  it('marks the characters for people, and lets no escape sequence through', async () => {
    const cli = expecting([...u1, '--timeout=5'])
    await expect.poll(() => cli.stdout()).toContain('Dashboard http')
    const url = /Dashboard (\S+)/.exec(cli.stdout())?.[1] ?? ''
    await fetch(url.replace('{user_id}', 'u_abc%1b[31m').replace('{reward_amount}', '05'))
    expect(await cli.ended()).toBe(1)
    expect(cli.stdout()).toContain('    expected  _5\n              ^\n    arrived   05\n              ^\n')
    expect(cli.stdout()).toContain('u_abc\\u001b[31m')
    expect(cli.stdout()).not.toContain('\u001b')
    expect(cli.stderr()).toContain('leading zeros')
  })

  it('ends with 1 where nothing came, and leaves no temporary folder behind', async () => {
    const temp = await tempFolder()
    const cli = expecting([...u1, '--timeout=2', '--json'], { TMPDIR: temp, TEMP: temp, TMP: temp })
    await cli.line(ofDashboard)
    expect((await readdir(temp)).filter((name) => name.startsWith('adjump-inspector-expect-'))).toHaveLength(1)
    expect(await cli.ended()).toBe(1)
    expect(ended(cli)).toMatchObject({ outcome: 'expired', postbackId: null })
    expect((await readdir(temp)).filter((name) => name.startsWith('adjump-inspector-expect-'))).toEqual([])
  })

  it.each([
    [['--amount=5'], /--user/],
    [['--user=u_1'], /--amount/],
    [['--user=', '--amount=5'], /Enter the user id/],
    [['--user=u_1', '--amount=5', '--timeout=soon'], /number of seconds/],
    [['--user=u_1', '--amount=5', '--timeout=0'], /at least a second/],
    [['--user=u_1', '--amount=5', '--path=hitpoint'], /--path/],
    [['--user=u_1', '--amount=5', '--ui-port=0'], /ui-port/],
  ])('ends with 2 for %j', async (args, sentence) => {
    const cli = expecting(args)
    expect(await cli.ended()).toBe(2)
    expect(cli.stderr()).toMatch(sentence)
  })

  it('ends with 3 where its port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    onTestFinished(() => void blocker.close())
    const { port } = blocker.address() as AddressInfo
    const cli = expecting(['--user=u_1', '--amount=5', '--tunnel=none', `--port=${String(port)}`])
    expect(await cli.ended()).toBe(3)
    expect(cli.stderr()).toContain(String(port))
  })

  it('ends with 3 where the tunnel does not open', async () => {
    const server = await createLocaltunnelServer()
    onTestFinished(() => server.close())
    server.setRegistration('forbidden')
    const cli = expecting(['--user=u_1', '--amount=5', '--port=0', `--tunnel-host=${server.url}`, '--timeout=2'])
    expect(await cli.ended()).toBe(3)
    expect(cli.stderr()).toContain('The tunnel did not open within 2 s.')
  })

  it('is met through a tunnel', async () => {
    const server = await createLocaltunnelServer()
    onTestFinished(() => server.close())
    const cli = expecting(['--user=u_1', '--amount=5', '--port=0', `--tunnel-host=${server.url}`, '--json'])
    const url = await urlFor(cli, 'u_1', '5')
    const answer = await get(url, { timeoutMs: 10_000, userAgent: 'Adjump' })
    expect(answer).toMatchObject({ ok: true, status: 200 })
    expect(await cli.ended()).toBe(0)
  })

  it('ends with 130 on Ctrl+C: there is no answer', async () => {
    const folder = await tempFolder()
    const cli = expecting([...u1, `--data=${folder}`, '--json'])
    await cli.line(ofDashboard)
    expect(await cli.stop('SIGINT')).toBe(130)
    const store = await openStore({ folder })
    const { items } = await store.expectations.list({ which: 'all', cursor: null, limit: 10 })
    expect(items).toMatchObject([{ userId: 'u_Abc', outcome: { state: 'cancelled' } }])
  })

  it('keeps the history where it is told to, and refuses a folder that is in use', async () => {
    const folder = await tempFolder()
    const cli = expecting([...u1, `--data=${folder}`, '--json'])
    const url = await urlFor(cli, 'u_Abc', '5')
    const second = expecting([...u1, `--data=${folder}`])
    expect(await second.ended()).toBe(3)
    await fetch(url)
    expect(await cli.ended()).toBe(0)
    const exported = runCli(['export', '--format=ndjson', `--data=${folder}`])
    expect(await exported.ended()).toBe(0)
    expect(exported.stdout()).toContain('u_Abc')
  })
})
