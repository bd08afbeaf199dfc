import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { RegistrationMode, StandIn } from './behaviour.ts'
import { createTunnelClient, type TunnelClient } from './tunnel-client.ts'

export interface LocaltunnelServerOptions {
  /** 0 for any. */
  readonly port?: number
  /** Names are `<id>.<domain>`. */
  readonly domain?: string
  readonly maxSockets?: number
  readonly graceMs?: number
  /** The address it listens on; 127.0.0.1 where none is given. */
  readonly bind?: string
  /** Names given in place of one that is taken or not wanted; random ones where there are none. */
  readonly spareNames?: readonly string[]
  /** Hears of each answer that stands in for a tunnel's. */
  readonly onStandIn?: () => void
  /** The port at which clients find that one of its ports: where a way of its own lies between them. */
  readonly seenAt?: (port: number) => Promise<number>
}

/** A localtunnel server for tests, on 127.0.0.1, with everything that can go wrong at hand. */
export interface LocaltunnelServer {
  readonly port: number
  /** What clients take as their `host`. */
  readonly url: string
  /** The names that are held now. */
  readonly names: readonly string[]
  /** How many registrations have been asked for. */
  readonly registrations: number
  connected(name: string): number
  /** Everything ends at once: listener, ports, connections, names. */
  die(): Promise<void>
  /** Listens again on the same port, knowing no names. */
  restart(): Promise<void>
  /** Accepts, and answers nothing until `thaw`. */
  freeze(): void
  thaw(): void
  /** Closes a name's connections; its port goes on listening. */
  dropSockets(name: string): void
  /** From now on closes every connection of a client as soon as it stands. */
  slamConnections(on: boolean): void
  /** Forgets a name at once. */
  forget(name: string): void
  /** From now on somebody else answers for the name; it counts as taken. Null gives it back. */
  stealName(name: string | null): void
  /** Answers in place of every tunnel; null ends that. */
  standIn(answer: StandIn | null): void
  setRegistration(mode: RegistrationMode): void
  /** Answers 429 after so many requests for tunnels from now on; null for no limit. */
  rateLimit(requests: number | null): void
  close(): Promise<void>
}

/** The rule of localtunnel's own server (server.js): 4 to 63 small letters, digits and inner hyphens. */
const VALID_NAME = /^(?:[a-z0-9][a-z0-9-]{4,63}[a-z0-9]|[a-z0-9]{4,63})$/

export async function createLocaltunnelServer(options: LocaltunnelServerOptions = {}): Promise<LocaltunnelServer> {
  const { domain = 'localhost', maxSockets = 10, graceMs = 1000, bind = '127.0.0.1' } = options
  const seenAt = options.seenAt ?? (async (own: number) => own)
  const spareNames = [...(options.spareNames ?? [])]
  const clients = new Map<string, TunnelClient>()
  const sockets = new Set<Socket>()
  let server: Server | null = null
  let port = options.port ?? 0
  let gate: { readonly opened: Promise<void>; readonly open: () => void } | null = null
  let stolen: string | null = null
  let standIn: StandIn | null = null
  let registration: RegistrationMode = 'normal'
  let requestsLeft: number | null = null
  let registrations = 0
  let slamming = false

  async function listen(): Promise<void> {
    const listening = createServer((incoming, response) => void handle(incoming, response))
    listening.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject)
      listening.listen(port, bind, resolve)
    })
    // A TCP server that listens has an address object.
    port = (listening.address() as AddressInfo).port
    server = listening
  }

  async function die(): Promise<void> {
    for (const client of [...clients.values()]) client.close()
    for (const socket of sockets) socket.destroy()
    const dying = server
    server = null
    if (dying !== null) await new Promise((resolve) => dying.close(resolve))
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    await gate?.opened
    const hostname = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    if (hostname.endsWith(`.${domain}`)) forward(hostname.slice(0, -domain.length - 1), incoming, response)
    else await registerName(incoming.url ?? '/', response)
  }

  async function registerName(target: string, response: ServerResponse): Promise<void> {
    const wanted = /^\/([^/?#]+)$/.exec(target)?.[1]
    if (wanted === undefined && target !== '/?new') {
      json(response, 404, { message: 'not found' })
      return
    }
    registrations += 1
    switch (registration) {
      case 'never':
        return
      case 'html':
        send(response, 200, 'text/html', '<html><title>Closed</title><body>No tunnels here</body></html>')
        return
      case 'forbidden':
        json(response, 403, { message: 'This server is private.' })
        return
      case 'busy':
        json(response, 429, { message: 'Slow down.' })
        return
      case 'nonsense':
        json(response, 200, { hello: 'world' })
        return
      case 'garbage':
        send(response, 200, 'application/json', '{"id":"myshop","port":')
        return
      case 'endless':
        pour(response)
        return
      case 'drip':
        drip(response)
        return
      case 'refusing-port':
        json(response, 200, {
          id: 'refused',
          port: await closedPort(bind),
          url: `http://refused.${domain}:${String(port)}`,
        })
        return
      case 'normal':
    }
    if (wanted !== undefined && !VALID_NAME.test(wanted)) {
      json(response, 403, { message: 'Invalid subdomain. Subdomains have 4 to 63 small letters and digits.' })
      return
    }
    const free = wanted !== undefined && !clients.has(wanted) && wanted !== stolen
    const id = free ? wanted : (spareNames.shift() ?? `random-${randomBytes(5).toString('hex')}`)
    const client = await createTunnelClient({
      id,
      maxSockets,
      graceMs,
      bind,
      onGone: () => clients.delete(id),
      slamming: () => slamming,
    })
    clients.set(id, client)
    const url = `http://${id}.${domain}:${String(await seenAt(port))}`
    json(response, 200, { id, port: await seenAt(client.port), max_conn_count: maxSockets, url })
  }

  function forward(name: string, incoming: IncomingMessage, response: ServerResponse): void {
    if (requestsLeft !== null && requestsLeft-- <= 0) {
      send(response, 429, 'text/plain', 'Too many requests')
      return
    }
    const passes = standIn?.bypassable === true && incoming.headers['bypass-tunnel-reminder'] !== undefined
    if (standIn !== null && !passes) {
      options.onStandIn?.()
      send(response, standIn.status, standIn.contentType, standIn.body, standIn.headers)
      return
    }
    if (name === stolen) {
      send(response, 200, 'text/plain', 'hello from somebody else')
      return
    }
    const client = clients.get(name)
    if (client === undefined) {
      send(response, 404, 'text/plain', '404')
      return
    }
    if (client.connected === 0) {
      send(response, 503, 'text/plain', '503')
      return
    }
    const outgoing = request({
      agent: client.agent,
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: incoming.rawHeaders,
    })
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    outgoing.on('error', () => {
      if (response.headersSent) response.destroy()
      else send(response, 502, 'text/plain', 'Bad gateway')
    })
    response.on('close', () => {
      if (!response.writableFinished) outgoing.destroy()
    })
    incoming.pipe(outgoing)
  }

  function freeze(): void {
    if (gate !== null) return
    let open: () => void = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    gate = { opened, open }
  }

  function thaw(): void {
    gate?.open()
    gate = null
  }

  await listen()
  return {
    get port() {
      return port
    },
    get url() {
      return `http://${bind === '127.0.0.1' ? bind : domain}:${String(port)}`
    },
    get names() {
      return [...clients.keys()]
    },
    get registrations() {
      return registrations
    },
    connected: (name) => clients.get(name)?.connected ?? 0,
    die,
    restart: listen,
    freeze,
    thaw,
    dropSockets(name) {
      clients.get(name)?.dropSockets()
    },
    slamConnections(on) {
      slamming = on
    },
    forget(name) {
      clients.get(name)?.close()
    },
    stealName(name) {
      stolen = name
    },
    standIn(answer) {
      standIn = answer
    },
    setRegistration(mode) {
      registration = mode
    },
    rateLimit(requests) {
      requestsLeft = requests
    },
    async close() {
      thaw()
      await die()
    },
  }
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body)
}

/** Writes as fast as it is read, until nobody reads any more. */
function pour(response: ServerResponse): void {
  const piece = 'x'.repeat(16 * 1024)
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.on('drain', more)
  more()
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}

/** A port that has just been let go, so that it refuses. */
async function closedPort(bind: string): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, bind, resolve)
  })
  // A TCP server that listens has an address object.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function json(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', JSON.stringify(body))
}
