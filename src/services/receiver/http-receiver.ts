import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { CaptureDesk, Receiver } from '../../core/ports.ts'
import { NO_BODY } from './capture-body.ts'
import { type Connections, trackConnections } from './connections.ts'
import { type Desk, describe, exchange } from './exchange.ts'
import { DEFAULT_LIMITS, type ReceiverLimits } from './limits.ts'
import { listen } from './listen.ts'
import { sendableReply } from './planned-reply.ts'
import { captureAndClose, onClientError } from './rejected.ts'

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
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const shared: Desk = {
    desk: options.desk,
    limits,
    budget: { left: limits.bodiesKeptTogether },
    now: options.now ?? Date.now,
    closing: false,
  }
  const server = createServer({
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: limits.checkInterval,
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

  const connections = trackConnections(server, limits)
  wire(server, connections, shared)
  try {
    const port = await listen(server, options.port)
    return { port, close: closeOnce(server, connections, shared) }
  } catch (error) {
    connections.stop()
    throw error
  }
}

function wire(server: Server, connections: Connections, shared: Desk): void {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const connection = connections.of(request.socket)
    // None: a connection above the limit, which has its refusal already.
    if (connection === undefined) return
    // What cannot be answered after all (a reply that Node refuses) must not take the others along.
    exchange(shared, connection, request, response).catch(() => {
      connection.socket.destroy()
      connection.answered()
    })
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
    else onClientError(error, connection.socket, connection, shared.desk, shared.limits, shared.now)
  })
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
