import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type {
  NgrokClient,
  NgrokHttpEndpoint,
  NgrokListener,
  NgrokSession,
  NgrokSessionBuilder,
} from '../../src/services/tunnel/ngrok-client.ts'

/** How the service answers: with a tunnel, not at all, or with an error of this text, in which `TOKEN` is the token. */
export type FakeAnswer = 'ok' | 'never' | { readonly error: string }

/** ngrok's client and its service in one: its tunnels are servers on loopback that pass requests on. */
export interface FakeNgrok {
  readonly client: NgrokClient
  connecting: FakeAnswer
  listening: FakeAnswer
  /** Requests that reach the service are never answered. */
  frozen: boolean
  /** All sessions ever asked for, with what they were asked with. */
  readonly asked: readonly { readonly token: string; readonly clientInfo: string; readonly domain: string | null }[]
  readonly forwardedTo: readonly string[]
  /** Those that stand now, also such as the client has made anew by itself. */
  readonly sessions: number
  readonly listeners: number
  /** The connections to the service break; as the real client does, it tries to make new ones. */
  drop(error?: string): void
  /** The service ends all tunnels, without or with an error. */
  end(error?: string): void
  close(): Promise<void>
}

interface Live {
  /** A session that was made anew is another one: what was closed before does not count for it. */
  open: boolean
  readonly token: string
  readonly onDisconnect: (address: string, error: string) => boolean
  readonly listeners: Set<LiveListener>
}

interface LiveListener {
  readonly server: Server
  settle(error: string | null): void
}

const RECONNECT_MS = 30

export function createFakeNgrok(): FakeNgrok {
  const live = new Set<Live>()
  const timers = new Set<NodeJS.Timeout>()
  const asked: { token: string; clientInfo: string; domain: string | null }[] = []
  const forwardedTo: string[] = []
  const fake = { connecting: 'ok' as FakeAnswer, listening: 'ok' as FakeAnswer, frozen: false }

  async function answer(how: FakeAnswer, token: string): Promise<void> {
    if (how === 'never') await new Promise(() => {})
    else if (how !== 'ok') throw new Error(how.error.replaceAll('TOKEN', token))
  }

  async function shut(listener: LiveListener): Promise<void> {
    const closed = new Promise((resolve) => listener.server.close(resolve))
    listener.server.closeAllConnections()
    await closed
  }

  async function endListener(owner: Live, listener: LiveListener, error: string | null): Promise<void> {
    if (!owner.listeners.delete(listener)) return
    await shut(listener)
    listener.settle(error)
  }

  async function closeSession(session: Live): Promise<void> {
    session.open = false
    await Promise.all([...session.listeners].map((listener) => endListener(session, listener, null)))
  }

  async function listen(session: Live, domain: string | null, target: string): Promise<NgrokListener> {
    await answer(fake.listening, session.token)
    forwardedTo.push(target)
    const { server, port } = await startProxy(target, () => fake.frozen)
    let settle: (error: string | null) => void = () => {}
    const joined = new Promise<void>((resolve, reject) => {
      settle = (error) => (error === null ? resolve() : reject(new Error(error.replaceAll('TOKEN', session.token))))
    })
    joined.catch(() => {})
    const listener: LiveListener = { server, settle }
    session.listeners.add(listener)
    return {
      url: () => `http://${domain ?? '127.0.0.1'}:${String(port)}`,
      join: () => joined,
      close: () => endListener(session, listener, null),
    }
  }

  class SessionBuilder implements NgrokSessionBuilder {
    private token = ''
    private info = ''
    private onDisconnect: Live['onDisconnect'] = () => true
    authtoken(token: string): this {
      this.token = token
      return this
    }
    clientInfo(name: string, version: string): this {
      this.info = `${name}/${version}`
      return this
    }
    handleDisconnection(handler: Live['onDisconnect']): this {
      this.onDisconnect = handler
      return this
    }
    async connect(): Promise<NgrokSession> {
      const request = { token: this.token, clientInfo: this.info, domain: null as string | null }
      asked.push(request)
      await answer(fake.connecting, this.token)
      const session: Live = { open: true, token: this.token, onDisconnect: this.onDisconnect, listeners: new Set() }
      live.add(session)
      return {
        httpEndpoint(): NgrokHttpEndpoint {
          return {
            domain(domain) {
              request.domain = domain
              return this
            },
            listenAndForward: (url) => listen(session, request.domain, url),
          }
        },
        close: () => closeSession(session),
      }
    }
  }

  return {
    client: { SessionBuilder },
    asked,
    forwardedTo,
    get connecting() {
      return fake.connecting
    },
    set connecting(how) {
      fake.connecting = how
    },
    get listening() {
      return fake.listening
    },
    set listening(how) {
      fake.listening = how
    },
    get frozen() {
      return fake.frozen
    },
    set frozen(isFrozen) {
      fake.frozen = isFrozen
    },
    get sessions() {
      return [...live].filter(({ open }) => open).length
    },
    get listeners() {
      return [...live].reduce((sum, { listeners }) => sum + listeners.size, 0)
    },
    drop(error = 'transport error: connection reset by peer') {
      for (const session of live) {
        if (!session.open) continue
        const again = session.onDisconnect('connect.ngrok-agent.com:443', error.replaceAll('TOKEN', session.token))
        const timer = setTimeout(() => {
          timers.delete(timer)
          // What was closed meanwhile was the broken one.
          if (again) session.open = true
        }, RECONNECT_MS)
        timers.add(timer)
      }
    },
    end(error) {
      for (const session of live) {
        for (const listener of session.listeners) void endListener(session, listener, error ?? null)
      }
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
      await Promise.all([...live].map(closeSession))
    },
  }
}

async function startProxy(target: string, isFrozen: () => boolean): Promise<{ server: Server; port: number }> {
  const server = createServer((incoming, outgoing) => {
    if (isFrozen()) return
    const { hostname, port } = new URL(target)
    const inner = request(
      { host: hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers, agent: false },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(outgoing)
      },
    )
    inner.on('error', () => outgoing.writeHead(502, { 'ngrok-error-code': 'ERR_NGROK_8012' }).end())
    incoming.pipe(inner)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}
