import { describe, expect, it, onTestFinished } from 'vitest'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import type { CallError } from '../../../src/contract/errors.ts'
import type { Input, Output, ProcedureName } from '../../../src/contract/procedures.ts'
import { ONCE, type SendRun, type Sent } from '../../../src/core/sending.ts'
import { type Backend, startBackend } from '../../support/backend.ts'
import { createLocaltunnelServer } from '../../support/localtunnel-server/server.ts'
import { sendRaw } from '../../support/raw-socket.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const BODY = Buffer.from([0x7b, 0xff, 0x00, 0x0d, 0x0a, 0x7d])

async function anInspector(tunnel: object = { provider: 'none' }): Promise<Inspector> {
  const inspector = await createInspector({
    dataFolder: await tempFolder(),
    version: '0.0.0',
    face: 'browser',
    overrides: { receiver: { port: 0 }, tunnel },
    receiverRequired: true,
    onBug(error) {
      throw error
    },
  })
  onTestFinished(() => inspector.close())
  return inspector
}

async function aBackend(...answer: Parameters<typeof startBackend>): Promise<Backend> {
  const backend = await startBackend(...answer)
  onTestFinished(() => backend.close())
  return backend
}

async function call<P extends ProcedureName>(inspector: Inspector, name: P, input: Input<P>): Promise<Output<P>> {
  return (await inspector.router.call(name, input)) as Output<P>
}

async function ended(inspector: Inspector, { id }: SendRun): Promise<{ run: SendRun; sent: readonly Sent[] }> {
  let run: SendRun | undefined
  await expect
    .poll(
      async () => {
        run = (await call(inspector, 'send.runs', {})).find((one) => one.id === id)
        return run?.state
      },
      { timeout: 10_000 },
    )
    .not.toBe('running')
  const sent = await call(inspector, 'send.results', { runId: id, from: 1, limit: 200 })
  return { run: run as SendRun, sent }
}

/** Captures one odd POST and returns its id. */
async function captureOne(inspector: Inspector): Promise<number> {
  await sendRaw(
    inspector.receiver.port ?? 0,
    Buffer.concat([
      Buffer.from(
        'POST /hitpoint?user_id=a%2bB+c&&reward_amount=5 HTTP/1.1\r\nhOst: old.example\r\nX-Odd:  two\r\nx-odd: one\r\n' +
          `Connection: close, X-Hop\r\nX-Hop: 1\r\nContent-Length: ${String(BODY.length)}\r\n\r\n`,
      ),
      BODY,
    ]),
  )
  return 1
}

const GET = (target = '/hitpoint?user_id=u_1&reward_amount=5') => ({
  method: 'GET',
  target,
  rawHeaders: [],
  bodyBase64: '',
})
const TO_RECEIVER = { to: { kind: 'receiver' }, confirmed: false } as const

describe('a replay', () => {
  it('reaches a backend byte for byte, with its own Host and without the old connection’s headers', async () => {
    const inspector = await anInspector()
    const backend = await aBackend((_request, reply) => {
      reply.writeHead(201, { 'X-Back': 'end' }).end('credited')
    })
    const id = await captureOne(inspector)
    const to = { kind: 'url', url: backend.url } as const
    const { run, sent } = await ended(
      inspector,
      await call(inspector, 'send.replay', { id, edits: {}, to, confirmed: false, plan: ONCE }),
    )
    expect(run).toMatchObject({ state: 'done', replayOf: 1, done: 1, accepted: 1 })
    const [got] = backend.requests
    expect(got).toMatchObject({ method: 'POST', target: '/hitpoint?user_id=a%2bB+c&&reward_amount=5' })
    expect(got?.body).toEqual(BODY)
    expect(got?.rawHeaders.slice(0, 6)).toEqual([
      ...['hOst', backend.url.slice('http://'.length), 'X-Odd', 'two', 'x-odd', 'one'],
    ])
    expect(got?.rawHeaders.map((name) => name.toLowerCase())).not.toContain('x-hop')
    expect(got?.rawHeaders.join().toLowerCase()).not.toContain('adjump')
    expect(sent[0]?.outcome.reply).toMatchObject({
      status: 201,
      bodyBase64: Buffer.from('credited').toString('base64'),
    })
    expect(sent[0]?.capturedId).toBeNull()
  })

  it('goes to the path of the URL that was typed', async () => {
    const inspector = await anInspector()
    const backend = await aBackend()
    const id = await captureOne(inspector)
    const to = { kind: 'url', url: `${backend.url}/credit` } as const
    await ended(inspector, await call(inspector, 'send.replay', { id, edits: {}, to, confirmed: false, plan: ONCE }))
    expect(backend.requests[0]?.target).toBe('/credit?user_id=a%2bB+c&&reward_amount=5')
  })

  it('sends what was edited, and the rest as it was', async () => {
    const inspector = await anInspector()
    const backend = await aBackend()
    const id = await captureOne(inspector)
    const edits = { method: 'PUT', target: '/other?x=1', rawHeaders: ['Host', 'chosen', 'A', '1'] }
    const to = { kind: 'url', url: backend.url } as const
    await ended(inspector, await call(inspector, 'send.replay', { id, edits, to, confirmed: false, plan: ONCE }))
    expect(backend.requests[0]).toMatchObject({ method: 'PUT', target: '/other?x=1', body: BODY })
    expect(backend.requests[0]?.rawHeaders.slice(0, 4)).toEqual(['Host', 'chosen', 'A', '1'])
  })

  it('to ourselves is linked to the postbacks that it became', async () => {
    const inspector = await anInspector()
    const id = await captureOne(inspector)
    const plan = { ...ONCE, times: 7, atOnce: 3 }
    const run = await call(inspector, 'send.replay', { id, edits: {}, ...TO_RECEIVER, plan })
    await expect.poll(async () => (await call(inspector, 'send.runs', {}))[0]?.captured).toBe(7)
    const { sent } = await ended(inspector, run)
    expect(new Set(sent.map(({ capturedId }) => capturedId))).toEqual(new Set([2, 3, 4, 5, 6, 7, 8]))
    const again = await call(inspector, 'postback.detail', { id: 5 })
    expect(again).toMatchObject({ method: 'POST', bodyBase64: BODY.toString('base64') })
  })

  it('through the tunnel needs no yes, and arrives', async () => {
    const server = await createLocaltunnelServer()
    onTestFinished(() => server.close())
    const inspector = await anInspector({ provider: 'localtunnel', host: server.url })
    await expect.poll(() => inspector.tunnel.state).toBe('open')
    const order = { request: GET(), to: { kind: 'public' }, confirmed: false, plan: ONCE } as const
    const run = await call(inspector, 'send.start', order)
    await expect.poll(async () => (await call(inspector, 'send.runs', {}))[0]?.captured).toBe(1)
    expect((await ended(inspector, run)).run).toMatchObject({ accepted: 1, origin: inspector.tunnel.url })
  })

  it('of a request that is not there, or was none, is refused', async () => {
    const inspector = await anInspector()
    const replay = { edits: {}, ...TO_RECEIVER, plan: ONCE }
    await expect(call(inspector, 'send.replay', { id: 9, ...replay })).rejects.toMatchObject({ code: 'not-found' })
    await sendRaw(inspector.receiver.port ?? 0, 'GET /a b c HTTP/1.1\r\n\r\n')
    await expect(call(inspector, 'send.replay', { id: 1, ...replay })).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('sending', () => {
  it('to a host that is not local is refused on the host without a yes, beside the field', async () => {
    const inspector = await anInspector()
    const order = { request: GET(), to: { kind: 'url', url: 'https://shop.example.com/x' }, plan: ONCE } as const
    const error = (await call(inspector, 'send.start', { ...order, confirmed: false }).catch(
      (thrown: unknown) => thrown,
    )) as CallError
    expect(error).toMatchObject({ code: 'refused', issues: [{ path: ['to', 'url'] }] })
    expect(await call(inspector, 'send.runs', {})).toEqual([])
  })

  it.each([
    [{ to: { kind: 'url', url: 'nonsense' } }, 'invalid-input'],
    [{ to: { kind: 'public' } }, 'unavailable'],
    [{ request: { ...GET(), target: '/a b' } }, 'invalid-input'],
    [{ request: { ...GET(), method: 'G T' } }, 'invalid-input'],
    [{ plan: { ...ONCE, times: 1001 } }, 'invalid-input'],
    [{ plan: { ...ONCE, atOnce: 11 } }, 'invalid-input'],
  ] as const)('is refused with a sentence: %j', async (wrong, code) => {
    const inspector = await anInspector()
    const order = { request: GET(), ...TO_RECEIVER, plan: ONCE, ...wrong }
    await expect(call(inspector, 'send.start', order)).rejects.toMatchObject({ code })
  })

  it('many times keeps to how many may be under way at once, and counts what came', async () => {
    const inspector = await anInspector()
    const backend = await aBackend((_request, reply, nth) => {
      setImmediate(() => reply.writeHead(nth % 3 === 0 ? 500 : 200).end('x'.repeat(100_000)))
    })
    const to = { kind: 'url', url: backend.url } as const
    const plan = { ...ONCE, times: 90, atOnce: 4 }
    const { run, sent } = await ended(
      inspector,
      await call(inspector, 'send.start', { request: GET(), to, confirmed: false, plan }),
    )
    expect(run).toMatchObject({ state: 'done', done: 90, accepted: 60, refused: 30, unanswered: 0 })
    expect(sent.map(({ nth }) => nth)).toEqual(Array.from({ length: 90 }, (_none, index) => index + 1))
    expect(backend.mostAtOnce()).toBeLessThanOrEqual(4)
    // Many replies are kept in part; their true length is known.
    expect(sent[0]?.outcome.reply?.bodyLength).toBe(100_000)
    expect(sent[0]?.outcome.reply?.bodyBase64.length).toBeLessThan(100_000)
  })

  it('that nobody answers is cancelled at once, and says so', async () => {
    const inspector = await anInspector()
    const backend = await aBackend(() => undefined)
    const to = { kind: 'url', url: backend.url } as const
    const plan = { ...ONCE, times: 1000, atOnce: 10 }
    const run = await call(inspector, 'send.start', { request: GET(), to, confirmed: false, plan })
    await expect.poll(() => backend.requests.length).toBe(10)
    expect(await call(inspector, 'send.cancel', { runId: run.id })).toMatchObject({ state: 'cancelled' })
    const { sent } = await ended(inspector, run)
    expect(sent.every(({ outcome }) => outcome.failure?.code === 'aborted')).toBe(true)
    expect(backend.requests).toHaveLength(10)
    await expect(call(inspector, 'send.cancel', { runId: 99 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('a run in its pause is cancelled as well', async () => {
    const inspector = await anInspector()
    const backend = await aBackend()
    const to = { kind: 'url', url: backend.url } as const
    const plan = { ...ONCE, times: 2, pauseMs: 60_000 }
    const run = await call(inspector, 'send.start', { request: GET(), to, confirmed: false, plan })
    await expect.poll(async () => (await call(inspector, 'send.runs', {}))[0]?.done).toBe(1)
    await call(inspector, 'send.cancel', { runId: run.id })
    await inspector.close()
    expect(backend.requests).toHaveLength(1)
  })

  it('tells of its progress as events', async () => {
    const inspector = await anInspector()
    const run = await call(inspector, 'send.start', { request: GET(), ...TO_RECEIVER, plan: { ...ONCE, times: 3 } })
    await expect
      .poll(() =>
        inspector.log
          .after(0, Number.POSITIVE_INFINITY)
          ?.flatMap((event) => (event.event === 'send.progressed' ? [event.payload.run] : []))
          .at(-1),
      )
      .toMatchObject({ id: run.id, state: 'done', done: 3, captured: 3 })
  })
})
