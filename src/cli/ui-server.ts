import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import type { Inspector } from '../app/inspector.ts'
import { contentSecurityPolicy, loadScreenFiles, type ScreenFile } from '../app/screen-files.ts'
import { CliError, EXIT } from './exit.ts'
import { createRequestGuard } from './request-guard.ts'
import { attachWebSocket, LARGEST_MESSAGE } from './ui-socket.ts'

/** Both from the bundle in out/main and from the source the built screen lies two folders up. */
const SCREEN_FOLDER = fileURLToPath(new URL('../../out/renderer', import.meta.url))
const PORTS_TO_TRY = 20

export interface UiServer {
  /** The address with its token: whoever has it sees the screen. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the screen on loopback. Rejects with a `CliError` where it cannot. */
export async function startUiServer(
  inspector: Inspector,
  options: { readonly port: number; readonly portTaken: 'next-free' | 'fail' },
): Promise<UiServer> {
  const files = loadScreen()
  const token = randomBytes(24).toString('base64url')
  const server = createServer({ requestTimeout: 30_000 })
  await listen(server, options)
  const { port } = server.address() as AddressInfo
  const guard = createRequestGuard(port, token)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })

  const judge = (request: IncomingMessage, needsOrigin: boolean) =>
    guard.judge(
      {
        host: request.headers.host ?? null,
        origin: request.headers.origin ?? null,
        cookie: request.headers.cookie ?? null,
        queryToken: splitTarget(request.url ?? '').token,
      },
      needsOrigin,
    )

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const verdict = judge(request, false)
    if (!verdict.allowed) refuse(response, verdict.status, verdict.reason)
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405, 'The screen is only read.')
    else sendFile(response, files.get(splitTarget(request.url ?? '').path), port, guard.cookieHeader)
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const verdict = judge(request, true)
    if (!verdict.allowed || splitTarget(request.url ?? '').path !== '/ws') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
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
      server.closeAllConnections()
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

function splitTarget(target: string): { path: string; token: string | null } {
  const [path = '', query = ''] = target.split('?', 2)
  return { path, token: new URLSearchParams(query).get('token') }
}

function securityHeaders(port: number): Record<string, string> {
  const sockets = [`ws://127.0.0.1:${String(port)}`, `ws://localhost:${String(port)}`]
  return {
    'Content-Security-Policy': contentSecurityPolicy(sockets),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}

function sendFile(response: ServerResponse, file: ScreenFile | undefined, port: number, cookie: string): void {
  if (!file) {
    refuse(response, 404, 'There is no such page.')
    return
  }
  response.writeHead(200, {
    ...securityHeaders(port),
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.length,
    'Set-Cookie': cookie,
  })
  response.end(file.bytes)
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${reason}\n`)
}
