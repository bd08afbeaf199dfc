import { createRequire } from 'node:module'
import localtunnel from 'localtunnel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { get } from '../../../src/services/tunnel/http-get.ts'
import { type EchoServer, startEchoServer } from '../../support/localtunnel-server/echo-server.ts'
import { createLocaltunnelServer, type LocaltunnelServer } from '../../support/localtunnel-server/server.ts'

const look = (url: string) => get(url, { timeoutMs: 5000, userAgent: 'test' })

describe('the test server, tried with the localtunnel package as it is', () => {
  let server: LocaltunnelServer
  let local: EchoServer
  const open: localtunnel.Tunnel[] = []

  async function tunnel(subdomain?: string): Promise<localtunnel.Tunnel> {
    const opened = await localtunnel({ port: local.port, host: server.url, ...(subdomain ? { subdomain } : {}) })
    opened.on('error', () => {})
    open.push(opened)
    return opened
  }

  beforeEach(async () => {
    server = await createLocaltunnelServer({ graceMs: 100 })
    local = await startEchoServer()
  })
  afterEach(async () => {
    for (const opened of open.splice(0)) opened.close()
    await server.close()
    await local.close()
  })

  it('is the version whose inner class the provider uses', () => {
    const { version } = createRequire(import.meta.url)('localtunnel/package.json') as { version: string }
    expect(version).toBe('2.0.2')
  })

  it('gives a random name, and the name asked for', async () => {
    expect((await tunnel()).url).toMatch(/^http:\/\/random-[0-9a-f]+\.localhost:\d+$/)
    expect((await tunnel('myshop')).url).toBe(`http://myshop.localhost:${String(server.port)}`)
    expect(server.names).toContain('myshop')
  })

  it('gives another name where the one asked for is taken', async () => {
    await tunnel('myshop')
    expect((await tunnel('myshop')).url).toContain('random-')
  })

  it('carries requests to the local port', async () => {
    const { url } = await tunnel()
    expect(await look(`${url}/hitpoint?user_id=a%20b&reward_amount=1`)).toMatchObject({ status: 200, body: 'OK' })
    expect(local.targets).toEqual(['/hitpoint?user_id=a%20b&reward_amount=1'])
  })

  it('carries many requests at once, and uses its connections again', async () => {
    const { url } = await tunnel()
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => look(`${url}/n/${String(index)}`)))
    expect(answers.every((answer) => answer.ok && answer.status === 200)).toBe(true)
    expect(new Set(local.targets).size).toBe(60)
  })

  it('answers 404 for a name that nobody holds, and forgets a name after its grace time', async () => {
    expect(await look(`http://nobody.localhost:${String(server.port)}/`)).toMatchObject({ status: 404 })
    const opened = await tunnel('myshop')
    await expect.poll(() => server.connected('myshop')).toBe(10)
    opened.close()
    await expect.poll(() => server.names).toEqual([])
    expect(await look(`${opened.url}/`)).toMatchObject({ status: 404 })
  })

  it('answers 503 while a name has no connection', async () => {
    server.setRegistration('normal')
    const registered = await look(`${server.url}/lonely`)
    expect(registered).toMatchObject({ status: 200 })
    expect(await look(`http://lonely.localhost:${String(server.port)}/`)).toMatchObject({ status: 503 })
  })

  it('answers 429 over its limit', async () => {
    const { url } = await tunnel()
    server.rateLimit(1)
    expect(await look(`${url}/`)).toMatchObject({ status: 200 })
    expect(await look(`${url}/`)).toMatchObject({ status: 429 })
  })

  it('answers 502 where the connection breaks under a request', async () => {
    const { url } = await tunnel('myshop')
    await local.close()
    const answer = look(`${url}/`)
    await expect.poll(() => server.connected('myshop')).toBeGreaterThan(0)
    server.dropSockets('myshop')
    expect(await answer).toMatchObject({ ok: true, status: expect.toBeOneOf([502, 503]) })
    local = await startEchoServer()
  })

  it('refuses a name that breaks its rule', async () => {
    expect(await look(`${server.url}/A_b`)).toMatchObject({ status: 403 })
  })
})
