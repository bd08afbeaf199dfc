import { Agent, type AgentOptions } from 'node:http'
import { type AddressInfo, createServer, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** A name's place at the server: the TCP port its client connects to, and the connections waiting there. */
export interface TunnelClient {
  readonly id: string
  readonly port: number
  readonly connected: number
  /** Requests sent over this agent travel through the tunnel; its connections are kept alive and used again. */
  readonly agent: Agent
  /** Closes the connections and goes on listening, as a network fault would. */
  dropSockets(): void
  close(): void
}

export interface TunnelClientOptions {
  readonly id: string
  readonly maxSockets: number
  /** How long the name is kept after the last connection is gone, and before the first. */
  readonly graceMs: number
  readonly bind: string
  readonly onGone: () => void
  /** True while every connection is closed as soon as it stands. */
  readonly slamming: () => boolean
}

type Taker = (error: Error | null, socket: Duplex) => void

export async function createTunnelClient(options: TunnelClientOptions): Promise<TunnelClient> {
  const sockets = new Set<Socket>()
  let free: Socket[] = []
  let takers: Taker[] = []
  let closed = false
  let grace: NodeJS.Timeout | undefined

  const server = createServer((socket) => {
    if (sockets.size >= options.maxSockets || closed || options.slamming()) {
      socket.destroy()
      return
    }
    clearTimeout(grace)
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      free = free.filter((other) => other !== socket)
      if (sockets.size === 0) startGrace()
    })
    const taker = takers.shift()
    if (taker === undefined) free.push(socket)
    else taker(null, socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, options.bind, resolve)
  })

  class TunnelAgent extends Agent {
    override createConnection(_options: unknown, callback?: Taker): undefined {
      const socket = free.shift()
      if (callback === undefined) throw new Error('the agent always brings a callback')
      if (socket !== undefined) callback(null, socket)
      else if (sockets.size === 0) refuse(callback)
      else takers.push(callback)
    }
  }
  const agentOptions: AgentOptions = { keepAlive: true, maxFreeSockets: 1 }
  const agent = new TunnelAgent(agentOptions)

  function startGrace(): void {
    clearTimeout(grace)
    for (const taker of takers) refuse(taker)
    takers = []
    grace = setTimeout(close, options.graceMs)
  }

  function close(): void {
    if (closed) return
    closed = true
    clearTimeout(grace)
    agent.destroy()
    server.close()
    for (const socket of sockets) socket.destroy()
    for (const taker of takers) refuse(taker)
    takers = []
    options.onGone()
  }

  startGrace()
  return {
    id: options.id,
    // A TCP server that listens has an address object.
    port: (server.address() as AddressInfo).port,
    get connected() {
      return sockets.size
    },
    agent,
    dropSockets() {
      for (const socket of sockets) socket.destroy()
    },
    close,
  }
}

/** The agent's signature wants a socket beside the error too; it looks at neither of its sides. */
function refuse(taker: Taker): void {
  taker(new Error('no connection'), new Socket())
}
