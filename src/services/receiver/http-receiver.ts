import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { CaptureDesk, Receiver } from '../../core/ports.ts'
import { announcesBody, NO_BODY } from './capture-body.ts'
import type { Connection } from './connection.ts'
import { type Connections, trackConnections } from './connections.ts'
import { type Desk, describe, exchange } from './exchange.ts'
import { DEFAULT_LIMITS, type ReceiverLimits } from './limits.ts'
import { listen } from './listen.ts'
import { sendableReply } from './planned-reply.ts'
import { AMBIGUOUS } from './refusals.ts'
import { captureAndClose, onClientError, reject } from './rejected.ts'

export interface HttpReceiverOptions {
  /** 0 for any free one. */
  readonly port: number
  readonly desk: CaptureDesk
  readonly limits?: Partial<ReceiverLimits>
  /** Ms since the epoch. */
  readonly now?: () => number
}

/**
 * Listens on 127.0.0.1 and hands the desk every request exactly as it came. A reply goes out only after the desk
 * has stored its request. Rejects with a `ReceiverError` where the port cannot be had.
 */
export async function createHttpReceiver(options: HttpReceiverOptions): Promise<Receiver> {
  /** One object for the receiver's life: a change of the limits is written into it. */
  const limits: ReceiverLimits = { ...DEFAULT_LIMITS, ...options.limits }
  const shared: Desk = {
    desk: options.desk,
    limits,
    budget: { left: limits.bodiesKeptTogether },
    now: options.now ?? Date.now,
    closing: false,
  }
  const server = createServer({
    connectionsCheckingInterval: limits.checkInterval,
    // Whatever the process was started with: what may be read in two ways is refused.
    insecureHTTPParser: false,
    // A postback without a Host header is one all the same.
    requireHostHeader: false,
    // Older runtimes do not know it and ignore it.
    optimizeEmptyRequests: true,
  })
  // Node would drop headers beyond its own count without a word; the bytes are bounded, the count is checked later.
  server.maxHeadersCount = 0
  // Not in the types, and in every Node since 0.x: a sender that ends its side after the request (`nc -N`) still
  // waits for the reply, which comes after the commit.
  Object.assign(server, { httpAllowHalfOpen: true })

  applyTo(server, limits)
  const connections = trackConnections(server, limits, (connection, code) => reject(connection, code, shared))
  wire(server, connections, shared)
  try {
    const port = await listen(server, options.port)
    return {
      port,
      setLimits(next) {
        shared.budget.left += next.bodiesKeptTogether - limits.bodiesKeptTogether
        Object.assign(limits, next)
        applyTo(server, limits)
        connections.limitsChanged()
      },
      close: closeOnce(server, connections, shared),
    }
  } catch (error) {
    connections.stop()
    throw error
  }
}

/** Node looks at these when a connection opens (the first), at each turn of its clock, and after each reply. */
function applyTo(server: Server, limits: ReceiverLimits): void {
  // Node refuses what is as long as its bound, and has no type for this one. A head at the limit is let through.
  Object.assign(server, { maxHeaderSize: limits.headBytes + 1 })
  server.headersTimeout = Math.min(limits.headTimeout, limits.requestTimeout)
  server.requestTimeout = limits.requestTimeout
  server.keepAliveTimeout = limits.keepAliveTimeout
}

function wire(server: Server, connections: Connections, shared: Desk): void {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const connection = connections.of(request.socket)
    // None: a connection above the limit, which has its refusal already.
    if (connection === undefined) return
    // The parser reads on to the end of a packet; what it sees there is kept with what was rejected before it.
    if (connection.finished) return
    if (endsAmbiguously(request)) {
      reject(connection, AMBIGUOUS, shared)
      return
    }
    const left = leftAfterUpgrade(request, connection)
    // What cannot be answered after all (a reply that Node refuses) must not take the others along.
    exchange(shared, connection, request, response).catch(() => {
      connection.socket.destroy()
      connection.answered()
    })
    if (left !== null) reject(connection, 'AFTER_UPGRADE', shared, left)
  }
  server.on('request', onRequest)
  server.on('checkExpectation', onRequest)

  server.on('connect', (request, socket, firstBytes) => {
    const connection = socket instanceof Socket ? connections.of(socket) : undefined
    if (connection === undefined) return
    connection.finished = true
    const body = { ...NO_BODY, bytes: new Uint8Array(firstBytes), length: firstBytes.length }
    const captured = describe(shared.now(), connection, request, body)
    // What Node has let go of cannot end otherwise than complete.
    const planned = sendableReply(shared.desk, captured.method ?? '', captured.target ?? '', captured.rawHeaders)
    const reply = { ...planned, ending: 'complete' as const }
    connection.socket.resume()
    void captureAndClose(captured, reply, true, connection, shared.desk, shared.now)
  })

  server.on('clientError', (error, socket) => {
    const connection = socket instanceof Socket ? connections.of(socket) : undefined
    if (connection === undefined) socket.destroy()
    else onClientError(error, connection, shared)
  })
}

/**
 * RFC 9112, 6.1: HTTP before 1.1 has no chunks, so a server before us may see the end elsewhere. The parser refuses
 * all other shapes of this kind.
 */
function endsAmbiguously({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion !== '1.1' && headers['transfer-encoding'] !== undefined
}

const HEAD_END = '\r\n\r\n'

/**
 * After a request that asks for another protocol Node drops the rest of its packet, also where it stays with HTTP. A
 * sender that does not wait for the answer is speaking the other one: what it said is kept as rejected.
 */
function leftAfterUpgrade(request: IncomingMessage, connection: Connection): Uint8Array | null {
  if (request.headers.upgrade === undefined || announcesBody(request)) return null
  // Empty where another request stood before it in the packet, and never all of a long head.
  const head = Buffer.from(connection.head.bytes())
  const ends = head.indexOf(HEAD_END)
  if (ends !== -1) return ends + HEAD_END.length === head.length ? null : head.subarray(ends + HEAD_END.length)
  // A copy: the packet is Node's.
  const packet = Buffer.from(connection.packet ?? [])
  const starts = packet.indexOf(`${request.method ?? ''} ${request.url ?? ''} HTTP/`, 0, 'latin1')
  const end = packet.indexOf(HEAD_END, Math.max(starts, 0))
  return end === -1 || end + HEAD_END.length === packet.length ? null : packet.subarray(end + HEAD_END.length)
}

/** Stops accepting, waits for what is under way, then closes what is left. */
function closeOnce(server: Server, connections: Connections, shared: Desk): () => Promise<void> {
  let closed: Promise<void> | null = null
  const close = async (): Promise<void> => {
    shared.closing = true
    const ended = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    connections.closeIdle()
    const timer = setTimeout(() => {
      connections.closeAll()
      server.closeAllConnections()
    }, shared.limits.closeTimeout)
    await ended
    clearTimeout(timer)
    connections.stop()
  }
  return () => {
    closed ??= close()
    return closed
  }
}
