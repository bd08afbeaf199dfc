import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import type { Inspector } from '../app/inspector.ts'
import { loadScreenFiles, type ScreenFile } from '../app/screen-files.ts'
import { CliError, EXIT } from './exit.ts'
import { createRefusalBudget } from './refusal-budget.ts'
import { createRequestGuard } from './request-guard.ts'
import { CLOSED_HEADERS, screenHeaders, TEXT_HEADERS } from './ui-headers.ts'
import { attachWebSocket, LARGEST_MESSAGE } from './ui-socket.ts'
import { downloadId, sendDownload, takeUpload } from './ui-transfers.ts'

/** Both from the bundle in out/main and from the source the built screen lies two folders up. */
const SCREEN_FOLDER = fileURLToPath(new URL('../../out/renderer', import.meta.url))
const PORTS_TO_TRY = 20

/** Any program of this computer can connect: none can have more than these. An upload may take hours, a head may not. */
const HTTP_BOUNDS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 0,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}
export type HttpBounds = typeof HTTP_BOUNDS
const MOST_CONNECTIONS = 256
/** So many windows look at one inspector at most. */
const MOST_SCREENS = 32
/** Refusals that are written out: at once, and then each second. */
const REFUSALS = { burst: 50, aSecond: 10 } as const

export interface UiServer {
  /** The address with its token: whoever has it sees the screen. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the screen on loopback. Rejects with a `CliError` where it cannot. */
export async function startUiServer(
  inspector: Inspector,
  options: { readonly port: number; readonly portTaken: 'next-free' | 'fail'; readonly http?: Partial<HttpBounds> },
): Promise<UiServer> {
  const files = loadScreen()
  const token = randomBytes(24).toString('base64url')
  const server = createServer({ ...HTTP_BOUNDS, ...options.http })
  server.maxConnections = MOST_CONNECTIONS
  await listen(server, options)
  const { port } = server.address() as AddressInfo
  const guard = createRequestGuard(port, token)
  // All of them, for the end: an upgraded socket is no longer among those that the server knows.
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  // Compression would let a small message become a large one; on this computer it saves nothing.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false })
  const refusals = createRefusalBudget(REFUSALS.burst, REFUSALS.aSecond, () => performance.now())

  const judge = (request: IncomingMessage, address: Address, needsOrigin: boolean) =>
    guard.judge(
      {
        host: request.headers.host ?? null,
        origin: request.headers.origin ?? null,
        token: address.token,
        fetch: {
          site: header(request, 'sec-fetch-site'),
          mode: header(request, 'sec-fetch-mode'),
          dest: header(request, 'sec-fetch-dest'),
        },
      },
      needsOrigin,
    )

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const address = readAddress(request.url ?? '')
    const upload = request.method === 'POST' && address.path === '/import'
    // Only a page of ours may change anything, and browsers always say whose page posts.
    const verdict = judge(request, address, upload)
    const download = downloadId(address.path)
    // Nobody waits for the body of a request that has had its answer.
    response.once('finish', () => {
      if (!request.complete) request.destroy()
    })
    if (!verdict.allowed) {
      if (refusals.take()) refuse(response, verdict.status, verdict.reason)
      else request.destroy()
    } else if (upload) void takeUpload(request, response, inspector, 'archive')
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405, 'The screen is only read.')
    else if (download !== null && request.method === 'GET') void sendDownload(response, inspector, download)
    else if (address.inQuery) redirect(response, `/${token}/`)
    else sendFile(response, files.get(address.path), port)
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own listener off an upgraded socket; a reset without one would end the process.
    socket.on('error', () => socket.destroy())
    const address = readAddress(request.url ?? '')
    const verdict = judge(request, address, true)
    if (!verdict.allowed || address.path !== '/ws') {
      if (!verdict.allowed && !refusals.take()) socket.destroy()
      else endUpgrade(socket, '403 Forbidden')
      return
    }
    if (sockets.clients.size >= MOST_SCREENS) {
      endUpgrade(socket, '503 Service Unavailable')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      attachWebSocket(webSocket, inspector)
    })
  })

  return {
    url: `http://127.0.0.1:${String(port)}/?token=${token}`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      const closed = once(server, 'close')
      server.close()
      for (const socket of connections) socket.destroy()
      await closed
    },
  }
}

function loadScreen(): ReadonlyMap<string, ScreenFile> {
  try {
    return loadScreenFiles(SCREEN_FOLDER)
  } catch {
    throw new CliError(EXIT.failed, 'The screen is not built: run “npm run build” first, or serve with --no-ui.')
  }
}

async function listen(
  server: Server,
  options: { readonly port: number; readonly portTaken: 'next-free' | 'fail' },
): Promise<void> {
  const tries = options.portTaken === 'next-free' && options.port !== 0 ? PORTS_TO_TRY : 1
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = options.port + attempt
    try {
      server.listen({ host: '127.0.0.1', port, exclusive: true })
      await once(server, 'listening')
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) {
        const why = error instanceof Error ? error.message : String(error)
        throw new CliError(EXIT.failed, `The screen cannot be served on port ${String(port)}: ${why}.`)
      }
    }
  }
  throw new CliError(
    EXIT.failed,
    `Port ${String(options.port)}, wanted for the screen, is taken by another program: set another with --ui-port, or 0 for any.`,
  )
}

interface Address {
  readonly token: string | null
  /** Behind the token, with its leading slash. */
  readonly path: string
  readonly inQuery: boolean
}

/**
 * Reads `/TOKEN/path`, where the screen lives: everything that it loads is relative to it. What is printed is
 * `/?token=TOKEN`, which leads there.
 */
function readAddress(target: string): Address {
  const [path = '', query = ''] = target.split('?', 2)
  const inQuery = new URLSearchParams(query).get('token')
  if (path === '/' && inQuery !== null) return { token: inQuery, path, inQuery: true }
  const [, token = '', rest = ''] = /^\/([\w-]+)(\/.*)$/.exec(path) ?? []
  return { token: token === '' ? null : token, path: rest, inQuery: false }
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

function endUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

function sendFile(response: ServerResponse, file: ScreenFile | undefined, port: number): void {
  if (!file) {
    refuse(response, 404, 'There is no such page.')
    return
  }
  response.writeHead(200, {
    ...screenHeaders(port),
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.length,
  })
  response.end(file.bytes)
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(302, { ...CLOSED_HEADERS, Location: path })
  response.end()
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  // Each try costs a connection.
  response.writeHead(status, { ...TEXT_HEADERS, ...(status === 404 || status === 405 ? {} : { Connection: 'close' }) })
  response.end(`${reason}\n`)
}
