import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Overview } from '../../../src/contract/procedures.ts'
import type { ConformanceRun } from '../../../src/core/conformance/run.ts'
import type { ForwardAttempt } from '../../../src/core/forward-records.ts'
import { ONCE, type SendRun, type Sent } from '../../../src/core/sending.ts'
import { createLocaltunnelServer } from '../../support/localtunnel-server/server.ts'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { aScreen, type Screen } from './a-screen.ts'

const endpointOf = async ({ call }: Screen) => {
  const [endpoint] = ((await call('app.overview', {})) as Overview).endpoints
  if (endpoint === undefined) throw new Error('There is no endpoint.')
  return endpoint
}

describe('from elsewhere the screen’s server', () => {
  it('cannot be connected to by any address but loopback', async () => {
    const { port } = await aScreen()
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ port, host: address })
        socket.on('connect', () => {
          socket.destroy()
          resolve(true)
        })
        socket.on('error', () => resolve(false))
      })
      expect(reached).toBe(false)
    }
    console.log(`${String(others.length)} other addresses of this computer tried`)
  })

  it('is not behind the tunnel: whatever is asked for there comes to the receiver, as a request like any other', async () => {
    const server = await createLocaltunnelServer()
    onTestFinished(() => server.close())
    const screen = await aScreen({
      tunnel: { provider: 'localtunnel', host: server.url, subdomain: 'hostile' },
    })
    await expect.poll(() => screen.inspector.tunnel.state, { timeout: 15_000 }).toBe('open')
    const { token, port } = screen
    const name = `hostile.localhost:${String(server.port)}`
    const ui = `127.0.0.1:${String(port)}`
    const heads: readonly (readonly [string, string])[] = [
      [`/${token}/`, name],
      [`/?token=${token}`, name],
      [`/${token}/ws`, name],
      [`/${token}/import`, name],
      [`http://${ui}/${token}/`, name],
      [`/.adjump-inspector/${token}/`, name],
    ]
    for (const [target, host] of heads) {
      const reply = await sendRaw(
        server.port,
        `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${ui}\r\nOrigin: http://${ui}\r\nConnection: close\r\n\r\n`,
      )
      expect(reply.status).toBeGreaterThanOrEqual(400)
      expect(reply.body).not.toContain('<div id="root">')
    }
    // A Host of ours does not choose the server: the tunnel goes to the receiver's port and nowhere else.
    const direct = await sendRaw(
      Number(new URL(screen.receiver).port),
      `GET /${token}/ HTTP/1.1\r\nHost: ${ui}\r\nConnection: close\r\n\r\n`,
    )
    expect(direct.status).toBe(404)
    const upgrade = await openRaw(server.port)
    onTestFinished(() => upgrade.destroy())
    upgrade.write(
      `GET /${token}/ws HTTP/1.1\r\nHost: ${name}\r\nOrigin: http://${ui}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    await upgrade.response().then(
      ({ status }) => expect(status).not.toBe(101),
      () => {},
    )
  }, 30_000)
})

describe('what the inspector sends itself', () => {
  /** What the backend would do for whoever has no key. */
  const refused = { status: 401 }

  it('gets nothing from the screen’s server by a postback that is composed for it', async () => {
    const screen = await aScreen()
    const { call, origin } = screen
    const request = { method: 'POST', target: '/import', rawHeaders: ['Origin', origin], bodyBase64: '' }
    const run = (await call('send.start', {
      to: { kind: 'url', url: origin },
      confirmed: false,
      plan: ONCE,
      request,
    })) as SendRun
    await expect
      .poll(async () => (await call('send.results', { runId: run.id, from: 1, limit: 1 })) as readonly Sent[])
      .toMatchObject([{ outcome: { reply: refused } }])
  })

  it.each(['observe', 'relay'] as const)('gets nothing from it by forwarding (%s)', async (mode) => {
    const screen = await aScreen()
    const { call, origin, receiver } = screen
    const { id, ...config } = await endpointOf(screen)
    await call('endpoint.save', { id, config: { ...config, forward: { ...config.forward, mode, url: origin } } })
    // The sender says whatever he likes of whose page asks.
    const reply = await fetch(`${receiver}/hitpoint?user_id=u_1&reward_amount=5&token=guess`, { headers: { origin } })
    expect(reply.status).toBe(mode === 'relay' ? 401 : 200)
    await expect
      .poll(async () => (await call('forward.attempts', { postbackId: 1 })) as readonly ForwardAttempt[])
      .toMatchObject([{ reply: refused }])
    expect((await endpointOf(screen)).forward.url).toBe(origin)
  })

  it('gets nothing from it by a conformance check', async () => {
    const screen = await aScreen()
    const { call, origin } = screen
    const options = {
      url: `${origin}/hitpoint`,
      names: { userIdParam: 'user_id', rewardAmountParam: 'reward_amount', transactionIdParam: null, constants: [] },
      ...{ scenarioIds: [], balanceUrl: null, balanceField: null, knownUser: null },
      ...{ timeoutMs: 2000, confirmed: false },
    }
    const { id } = (await call('conformance.start', { options })) as ConformanceRun
    const run = async () => (await call('conformance.run', { runId: id })) as ConformanceRun
    await expect.poll(async () => (await run()).state, { timeout: 25_000 }).not.toBe('running')
    const statuses = (await run()).results.flatMap(({ exchanges }) =>
      exchanges.flatMap(({ replies }) => replies.map(({ status }) => status)),
    )
    // No reply: more refusals than are written out.
    expect([...new Set(statuses)].every((status) => status === null || status >= 400)).toBe(true)
  }, 40_000)
})
