import { describe, expect, it, onTestFinished } from 'vitest'
import { createInspector } from '../../src/app/inspector.ts'
import { type ProcedureName, procedures } from '../../src/contract/procedures.ts'
import { createSession } from '../../src/contract/session.ts'
import { type HostMessage, hostMessageFromText, hostMessageSchema, hostMessageToText } from '../../src/contract/wire.ts'
import { isLongRun, rounds } from '../support/long-run.ts'
import { seededRandom } from '../support/random-decimals.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { valueFor } from './engine/values.ts'

const SEED = Number(process.env['ADJUMP_INSPECTOR_FUZZ_SEED'] ?? (isLongRun ? Date.now() % 1_000_000 : 2))
/** What opens windows of the system, or connections to elsewhere, is no matter of this test. */
const LEFT_OUT = /choose|reveal|folder|ngrok/i
const CALL_SLOWER_THAN_MS = 10_000

/** A stack, or a path of this program, where only a sentence belongs. */
const STACK = /\n\s+at |node:internal|file:\/\/|\.(?:ts|js):\d+/

/** Keeps what is sent and where it listens on this computer, and short. */
function tamed(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => tamed(key, one))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tamed(name, one)]))
  }
  if (key === 'provider' || key === 'mode') return value === 'localtunnel' || value === 'own-url' ? 'none' : value
  if (/url|host|origin|backend|target/i.test(key) && typeof value === 'string') {
    return key === 'target' ? value : 'http://127.0.0.1:9/x'
  }
  if (typeof value !== 'number') return value
  if (key === 'port') return 0
  if (key === 'times' || key === 'retries' || key === 'atOnce') return Math.min(value, 2)
  return /ms$/i.test(key) && key !== 'bucketMs' ? Math.min(value, 1_000) : value
}

async function aSession() {
  const bugs: unknown[] = []
  const inspector = await createInspector({
    dataFolder: await tempFolder(),
    version: '0.0.0',
    face: 'browser',
    overrides: { receiver: { port: 0 }, tunnel: { provider: 'none' } },
    receiverRequired: true,
    onBug: (error) => bugs.push(error),
  })
  const sent: HostMessage[] = []
  const session = createSession(inspector.router, inspector.log, {
    send: (message) => {
      sent.push(message)
    },
    congested: () => false,
  })
  onTestFinished(async () => {
    session.close()
    await inspector.close()
  })
  return { bugs, session, sent, port: inspector.receiver.port ?? 0 }
}

describe('the contract, under any message', () => {
  it('answers every call with what is promised or a sentence, and never with a fault of its own', async () => {
    const random = seededRandom(SEED)
    const { bugs, session, port } = await aSession()
    for (let n = 0; n < 20; n += 1)
      await fetch(`http://127.0.0.1:${String(port)}/hitpoint?user_id=u_1&reward_amount=${n}`)
    const names = (Object.keys(procedures) as ProcedureName[]).filter((name) => !LEFT_OUT.test(name))
    const calls = rounds(1_000, 60_000)
    const counts = { output: 0, error: 0 }
    let longest = { ms: 0, name: '' }
    const start = performance.now()
    for (let n = 0; n < calls; n += 1) {
      const name = names[n % names.length] ?? 'app.overview'
      const wild = [0, 0, 0.03, 0.3][Math.floor(random() * 4)] ?? 0
      const input = tamed('', valueFor(procedures[name].input, random, wild))
      const repeat = `seed ${String(SEED)}, call ${String(n)}: ${name} ${JSON.stringify(input).slice(0, 2_000)}`
      const from = performance.now()
      // As it comes out of every transport.
      const message = hostMessageFromText(
        hostMessageToText(await session.answer({ type: 'call', id: n, procedure: name, input })),
      )
      const ms = performance.now() - from
      if (ms > longest.ms) longest = { ms, name }
      expect(ms, repeat).toBeLessThan(CALL_SLOWER_THAN_MS)
      if (message?.type === 'error') {
        counts.error += 1
        expect(message.error.code, `${repeat} ${String(bugs.at(-1))}`).not.toBe('internal')
        expect(JSON.stringify(message.error), repeat).not.toMatch(STACK)
      } else {
        expect(message?.type, repeat).toBe('output')
        if (message?.type !== 'output') continue
        counts.output += 1
        const parsed = procedures[name].output.safeParse(message.output)
        expect(parsed.success, `${repeat} ${String(parsed.error)}`).toBe(true)
      }
    }
    const seconds = (performance.now() - start) / 1000
    console.log(
      `contract: seed ${String(SEED)}, ${String(calls)} calls, ${(calls / seconds).toFixed(0)}/s, ${String(counts.output)} answered, ${String(counts.error)} refused, longest ${longest.ms.toFixed(0)} ms (${longest.name})`,
    )
    expect(bugs).toEqual([])
  })

  it('answers what is no message with a sentence, and goes on', async () => {
    const random = seededRandom(SEED + 1)
    const { bugs, session, sent } = await aSession()
    const messages = rounds(1_000, 60_000)
    const { clientMessageSchema } = await import('../../src/contract/wire.ts')
    for (let n = 0; n < messages; n += 1) {
      const message = valueFor(clientMessageSchema, random, 0.3)
      await session.receive(message)
    }
    for (const message of sent) {
      expect(hostMessageSchema.safeParse(message).success).toBe(true)
      expect(JSON.stringify(message)).not.toMatch(STACK)
    }
    expect(bugs).toEqual([])
    const overview = await session.answer({ type: 'call', id: 1, procedure: 'app.overview', input: {} })
    expect(overview.type).toBe('output')
  })
})
