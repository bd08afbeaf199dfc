import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type WebSocket as Peer, WebSocketServer } from 'ws'
import { createEventLog } from '../../../src/contract/event-log.ts'
import { createSession } from '../../../src/contract/session.ts'
import type { Incoming, Transport } from '../../../src/contract/transport.ts'
import { createWebSocketTransport } from '../../../src/renderer/lib/websocket-transport.ts'

interface Host {
  url: string
  log: ReturnType<typeof createEventLog>
  peers: Set<Peer>
  close(): Promise<void>
}

/** A host with the contract's own sessions, whose one procedure is answered by `call`. */
async function aHost(
  call: (procedure: string) => Promise<unknown> = async () => 'here',
  { port = 0, epoch = 'one' } = {},
): Promise<Host> {
  const log = createEventLog(epoch)
  const server: Server = createServer()
  const sockets = new WebSocketServer({ server, path: '/ws' })
  const peers = new Set<Peer>()
  sockets.on('connection', (peer) => {
    peers.add(peer)
    const session = createSession({ call }, log, {
      send: (message) => peer.send(JSON.stringify(message)),
      congested: () => false,
    })
    peer.on('message', (data: Buffer) => void session.receive(JSON.parse(data.toString())))
    peer.on('close', () => {
      peers.delete(peer)
      session.close()
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an address with a port.
  const address = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${String(address.port)}/ws`,
    log,
    peers,
    async close() {
      for (const peer of peers) peer.terminate()
      sockets.close()
      server.close()
      await once(server, 'close')
    },
  }
}

const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of opened.splice(0).toReversed()) await thing.close()
})

function connect(url: string): { transport: Transport; heard: Incoming[]; states: string[] } {
  const transport = createWebSocketTransport(url)
  opened.push(transport)
  const heard: Incoming[] = []
  const states: string[] = []
  transport.subscribe((incoming) => heard.push(incoming))
  transport.onState((state) => states.push(state))
  return { transport, heard, states }
}

const aChange = (why: string) => ({ state: 'ok' as const, since: 1, why })

describe('the screen’s WebSocket', () => {
  it('sends a call that was made before it was open', async () => {
    const host = await aHost()
    opened.push(host)
    const { transport, states } = connect(host.url)
    expect(await transport.call('any.thing', {})).toBe('here')
    expect(states).toEqual(['connecting', 'connected'])
  })

  it('asks after a drop for what it missed, and hears each event once', async () => {
    const host = await aHost()
    opened.push(host)
    const { transport, heard, states } = connect(host.url)
    await transport.call('any.thing', {})
    host.log.emit('store.changed', aChange('first'))
    await vi.waitFor(() => expect(heard).toHaveLength(1))

    for (const peer of host.peers) peer.terminate()
    await vi.waitFor(() => expect(states.at(-1)).toBe('disconnected'))
    host.log.emit('store.changed', aChange('while away'))

    await vi.waitFor(() => expect(states.at(-1)).toBe('connected'), { timeout: 10_000 })
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    expect(heard.map((incoming) => (incoming.type === 'event' ? incoming.payload : incoming))).toEqual([
      aChange('first'),
      aChange('while away'),
    ])
  })

  it('rejects the calls under way when it drops, and new ones until it is back', async () => {
    const host = await aHost(() => new Promise(() => undefined))
    opened.push(host)
    const { transport, states } = connect(host.url)
    const call = transport.call('any.thing', {})
    await vi.waitFor(() => expect(host.peers.size).toBe(1))
    for (const peer of host.peers) peer.terminate()
    await expect(call).rejects.toMatchObject({ code: 'disconnected' })
    expect(states.at(-1)).toBe('disconnected')
    await expect(transport.call('any.thing', {})).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('says that everything is stale when another run of the host answers', async () => {
    const host = await aHost()
    const { transport, heard, states } = connect(host.url)
    await transport.call('any.thing', {})
    await host.close()
    await vi.waitFor(() => expect(states.at(-1)).toBe('disconnected'))

    const next = await aHost(undefined, { port: Number(new URL(host.url).port), epoch: 'two' })
    opened.push(next)
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), { timeout: 10_000 })
  })
})
