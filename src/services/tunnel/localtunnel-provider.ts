import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type Tunnel from 'localtunnel/lib/Tunnel.js'
import type { TunnelProvider, TunnelSession } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { type Registration, type RegistrationRequest, register } from './localtunnel-registration.ts'
import { hasNetwork, readNetworkError } from './network-failure.ts'
import { TunnelOpenError } from './open-error.ts'
import { socketsMadeBy } from './socket-watch.ts'

export interface LocaltunnelProviderOptions {
  /** Base URL of the server, for example `https://localtunnel.me`. */
  readonly host: string
  /** The wanted name; null for any. */
  readonly subdomain: string | null
  /** The name that was had last, asked for again where none is wanted, so that the URL stays. */
  readonly lastName?: string | null
  /** Hears of every name that is given, and whether it stands in for the one that was asked for. */
  readonly onName?: (name: string, isSubstitute: boolean) => void
  readonly userAgent?: string
}

/** A server keeps a name for about a second after its last connection is gone: our own ghost may still hold it. */
const GHOST_MS = 1_500
/** A connection whose answer is written has this long to be closed by the server. */
const LINGER_MS = 250
/** So many connections in a row that the server closes without a single request: it does not want us. */
const MOST_REFUSALS = 100

/**
 * Tunnels through a localtunnel server, with the localtunnel client 2.0.2's connections but not its registration:
 * that retries every second for ever on anything but a 200 and cannot be stopped from outside, where
 * `localtunnel-registration.ts` gives up on a signal and says why. What the client does not tell is read off its sockets,
 * caught as they are made: which are alive, and that none is left when `close` has returned.
 */
export function createLocaltunnelProvider(options: LocaltunnelProviderOptions): TunnelProvider {
  const { host, subdomain, userAgent = 'adjump-inspector' } = options
  let lastName = options.lastName ?? null

  async function registerName(signal: AbortSignal): Promise<Registration & { asked: string | null }> {
    const asked = subdomain ?? lastName
    const request: RegistrationRequest = { host, name: asked, userAgent, signal }
    try {
      const first = await register(request)
      if (asked === null || first.id === asked || asked !== lastName) return { ...first, asked }
    } catch (error) {
      // A remembered name that is not to be had any more must not stand in the way of another.
      if (subdomain === null && error instanceof TunnelOpenError && error.code === 'name-refused') lastName = null
      throw error
    }
    await delay(GHOST_MS, undefined, { signal }).catch(() => {})
    return { ...(await register(request)), asked }
  }

  return {
    name: 'localtunnel',
    async open({ localPort, signal }) {
      // Loaded when needed, for it brings axios, and before registering: a name without connections soon expires.
      const { default: TunnelClass } = await import('localtunnel/lib/Tunnel.js')
      const given = await registerName(signal)
      const tunnel = new TunnelClass({ host, port: localPort })
      const session = await connect(tunnel, given, localPort, signal)
      // A name given in place of ours is not the dashboard's: ours is asked for again next time.
      const isSubstitute = given.asked !== null && given.id !== given.asked
      if (!isSubstitute) lastName = given.id
      options.onName?.(given.id, isSubstitute)
      return {
        ...session,
        publicUrl: given.publicUrl,
        otherNameGiven: isSubstitute,
      }
    },
  }
}

/** Resolves once the first connection to the server stands. */
async function connect(
  tunnel: Tunnel,
  given: Registration,
  localPort: number,
  signal: AbortSignal,
): Promise<Pick<TunnelSession, 'onEnd' | 'lastArrivalAt' | 'close'>> {
  const server = `${given.remoteHost}:${String(given.remotePort)}`
  const alive = new Set<Socket>()
  let endListener: ((why: string) => void) | null = null
  let ended: string | null = null
  const endReason = (): string | null => ended
  let closed = false
  let refusals = 0
  let lastArrivalAt: number | null = null
  let onFirst: () => void = () => {}

  function end(why: string): void {
    if (closed || ended !== null) return
    ended = why
    endListener?.(why)
    onFirst()
  }

  function watch(socket: Socket): void {
    let why = errorsWords().localtunnel.lastClosed(server)
    alive.add(socket)
    let connected = false
    let lingering: NodeJS.Timeout | undefined
    socket.once('connect', () => {
      connected = true
      onFirst()
    })
    socket.once('finish', () => {
      lingering = setTimeout(() => socket.destroy(), LINGER_MS)
    })
    socket.on('error', (error) => {
      const failure = readNetworkError(error, server, hasNetwork)
      why = errorsWords().localtunnel.lost(failure.why)
    })
    socket.once('close', () => {
      clearTimeout(lingering)
      alive.delete(socket)
      // The client opens a new one in this same turn, or never. It forgets to where our receiver broke off a request
      // with an error: a few such requests would use up all connections.
      setImmediate(() => {
        if (connected) cluster.open()
        if (alive.size === 0) end(why)
      })
    })
  }

  // A dead server gives an `error` event for each connection, at any time; without a listener each would be fatal.
  tunnel.on('error', () => {})
  tunnel.on('request', () => {
    refusals = 0
    lastArrivalAt = Date.now()
  })
  for (const socket of socketsMadeBy(() => {
    tunnel._establish({
      name: given.id,
      url: given.publicUrl,
      max_conn: given.maxConnections,
      remote_host: given.remoteHost,
      remote_port: given.remotePort,
      local_port: localPort,
    })
  })) {
    watch(socket)
  }
  const cluster = tunnel.tunnelCluster
  const openOne = cluster.open.bind(cluster)
  cluster.open = () => {
    if (closed || ended !== null || alive.size >= given.maxConnections) return
    refusals += 1
    if (refusals > MOST_REFUSALS) end(errorsWords().localtunnel.closesAll(server))
    else for (const socket of socketsMadeBy(openOne)) watch(socket)
  }

  async function close(): Promise<void> {
    closed = true
    tunnel.close()
    const gone = [...alive].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of alive) socket.destroy()
    await Promise.all(gone)
  }

  await new Promise<void>((resolve) => {
    onFirst = () => {
      signal.removeEventListener('abort', onFirst)
      resolve()
    }
    signal.addEventListener('abort', onFirst)
    if (signal.aborted) onFirst()
  })
  // Read anew: it is set from events, where the compiler cannot see it.
  const endedMeanwhile = endReason()
  if (signal.aborted || endedMeanwhile !== null) {
    await close()
    const blocked = errorsWords().localtunnel.blocked(server)
    throw new TunnelOpenError(endedMeanwhile === null ? blocked : `${blocked} ${endedMeanwhile}`)
  }
  return {
    onEnd(listener) {
      endListener = listener
      if (ended !== null) listener(ended)
    },
    lastArrivalAt: () => lastArrivalAt,
    close,
  }
}
