import { describe, expect, it, onTestFinished } from 'vitest'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import type { Input, Output, ProcedureName } from '../../../src/contract/procedures.ts'
import type { Endpoint, EndpointConfig, ReplyStep } from '../../../src/core/endpoint.ts'
import { openRaw } from '../../support/raw-socket.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const POSTBACK = '/hitpoint?user_id=u_1&reward_amount=5'

async function start(dataFolder: string) {
  const inspector: Inspector = await createInspector({
    dataFolder,
    version: '0.0.0',
    face: 'browser',
    overrides: { receiver: { port: 0, portTaken: 'fail' }, tunnel: { provider: 'none' } },
    receiverRequired: true,
    onBug(error) {
      throw error
    },
  })
  onTestFinished(() => inspector.close())
  const call = <P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> =>
    inspector.router.call(procedure, input) as Promise<Output<P>>
  const endpoint = async (): Promise<Endpoint> => {
    const [first] = (await call('app.overview', {})).endpoints
    if (!first) throw new Error('no endpoint')
    return first
  }
  const save = async (change: Partial<EndpointConfig>): Promise<Endpoint> => {
    const { id, ...config } = await endpoint()
    return call('endpoint.save', { id, config: { ...config, ...change } })
  }
  const get = async (path = POSTBACK, init: RequestInit = {}): Promise<number> =>
    (await fetch(`${inspector.receiver.url ?? ''}${path}`, init)).status
  return { inspector, call, endpoint, save, get }
}

const step = (status: number, more: Partial<ReplyStep> = {}): ReplyStep => ({
  status,
  headers: [],
  body: 'x',
  delayMs: 0,
  ending: 'complete',
  ...more,
})

describe('a reply script on a running inspector', () => {
  it.each([
    ['endpoint-reply', [500, 503, 200, 200]],
    ['repeat-last', [500, 503, 503, 503]],
    ['start-over', [500, 503, 500, 503]],
  ] as const)('answers in turn, and after its last step goes on with %s', async (afterLast, statuses) => {
    const { save, get } = await start(await tempFolder())
    await save({ replyScript: { steps: [step(500), step(503)], afterLast } })
    const got: number[] = []
    for (const _ of statuses) got.push(await get())
    expect(got).toEqual(statuses)
  })

  it('is moved on by postbacks alone, tells where it stands, and starts over', async () => {
    const { inspector, call, endpoint, save, get } = await start(await tempFolder())
    await save({ replyScript: { steps: [step(500), step(503)], afterLast: 'repeat-last' } })
    await get(POSTBACK, { method: 'HEAD' })
    await get('/favicon.ico')
    await get('/elsewhere?user_id=u_1&reward_amount=5')
    await get(POSTBACK, { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } })
    const { id } = await endpoint()
    expect(await call('endpoint.scriptPositions', {})).toEqual({ positions: [{ endpointId: id, given: 0 }] })
    expect([await get(), await get()]).toEqual([500, 503])
    expect(await call('endpoint.scriptPositions', {})).toEqual({ positions: [{ endpointId: id, given: 2 }] })
    const told = inspector.log.after(0, 1000)?.filter(({ event }) => event === 'script.moved') ?? []
    expect(told.at(-1)?.payload).toEqual({ positions: [{ endpointId: id, given: 2 }] })
    await call('endpoint.restartScript', { id })
    expect(await get()).toBe(500)
    await save({ name: 'Other' })
    expect(await get()).toBe(503)
    await save({ replyScript: { steps: [step(501)], afterLast: 'repeat-last' } })
    expect(await get()).toBe(501)
  })

  it('keeps with each request what happened to it, and a series tells of the attempts', async () => {
    const { inspector, call, save, get } = await start(await tempFolder())
    const steps = [step(500), step(200, { ending: 'reset' }), step(200, { ending: 'cut', body: 'abcd' }), step(200)]
    await save({ replyScript: { steps, afterLast: 'endpoint-reply' } })
    expect(await get()).toBe(500)
    for (const _ of [1, 2]) {
      const sender = await openRaw(inspector.receiver.port ?? 0)
      sender.write(`GET ${POSTBACK} HTTP/1.1\r\nHost: a\r\n\r\n`)
      await sender.closed
    }
    expect(await get()).toBe(200)
    const { attempts } = await call('delivery.series', { id: 1 })
    expect(attempts.map(({ reply }) => [reply.status, reply.ending])).toEqual([
      [500, undefined],
      [200, 'reset'],
      [200, 'cut'],
      [200, undefined],
    ])
  })
})

describe('a secret path on a running inspector', () => {
  it('is made by the host, rotated and removed; the old URL is unknown at once', async () => {
    const { call, endpoint, get } = await start(await tempFolder())
    const { id } = await endpoint()
    const first = (await call('endpoint.rotateToken', { id })).pathToken ?? ''
    expect(first).toMatch(/^[A-Za-z0-9_-]{22}$/)
    const secret = POSTBACK.replace('/hitpoint', `/hitpoint/${first}`)
    expect([await get(secret), await get()]).toEqual([200, 404])
    const second = (await call('endpoint.rotateToken', { id })).pathToken
    expect(second).not.toBe(first)
    expect(await get(secret)).toBe(404)
    const late = await call('postback.detail', { id: 3 })
    expect(late?.findings[0]).toMatchObject({ code: 'path-unknown', detail: expect.stringContaining('former secret') })
    expect(await call('postback.detail', { id: 1 })).toMatchObject({ findings: [] })
    expect((await call('endpoint.restoreToken', { id })).pathToken).toBe(first)
    expect(await get(secret)).toBe(200)
    expect((await call('endpoint.removeToken', { id })).pathToken).toBeNull()
    expect(await get()).toBe(200)
    expect((await endpoint()).formerPathTokens.map(({ token }) => token)).toEqual([null, first, second, first])
  })

  it('is not brought back by a form that knows only the old one', async () => {
    const { call, endpoint } = await start(await tempFolder())
    const { id, ...stale } = await endpoint()
    const { pathToken } = await call('endpoint.rotateToken', { id })
    const saved = await call('endpoint.save', { id, config: { ...stale, name: 'Other' } })
    expect(saved).toMatchObject({ name: 'Other', pathToken })
    expect(saved.formerPathTokens).toHaveLength(1)
  })

  it('says that the dashboard still has the old path, over a restart, until that is dismissed or it is back', async () => {
    const folder = await tempFolder()
    const first = await start(folder)
    const { id } = await first.endpoint()
    const { pathToken } = await first.call('endpoint.rotateToken', { id })
    const change = { endpointId: id, oldPath: '/hitpoint', newPath: `/hitpoint/${pathToken ?? ''}` }
    await expect.poll(async () => (await first.call('path.changes', {})).changes).toMatchObject([change])
    await first.inspector.close()
    const second = await start(folder)
    expect((await second.call('path.changes', {})).changes).toMatchObject([change])
    const rotated = (await second.call('endpoint.rotateToken', { id })).pathToken ?? ''
    await expect
      .poll(async () => (await second.call('path.changes', {})).changes)
      .toMatchObject([{ ...change, newPath: `/hitpoint/${rotated}` }])
    await second.call('endpoint.removeToken', { id })
    await expect.poll(async () => (await second.call('path.changes', {})).changes).toEqual([])
    await second.call('endpoint.rotateToken', { id })
    await expect.poll(async () => (await second.call('path.changes', {})).changes).toHaveLength(1)
    await second.call('path.dismissChange', { id })
    expect((await second.call('path.changes', {})).changes).toEqual([])
  })

  it('says the same of a changed path once anything was sent to the endpoint, and not while it is set up', async () => {
    const { call, save, get } = await start(await tempFolder())
    await save({ path: '/cb' })
    expect((await call('path.changes', {})).changes).toEqual([])
    await get('/cb?user_id=u_1&reward_amount=5')
    await save({ path: '/cb2' })
    await expect
      .poll(async () => (await call('path.changes', {})).changes)
      .toMatchObject([{ oldPath: '/cb', newPath: '/cb2' }])
  })
})
