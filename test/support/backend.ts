import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a backend got it. */
export interface BackendRequest {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

/** A user's backend on loopback that keeps what it got. */
export interface Backend {
  readonly url: string
  readonly requests: readonly BackendRequest[]
  /** How many were under way together at most. */
  readonly mostAtOnce: () => number
  close(): Promise<void>
}

/** Starts one. Without `answer` it says 200 OK. The caller must close it. */
export async function startBackend(
  answer: (request: BackendRequest, reply: ServerResponse, nth: number) => void = (_request, reply) => {
    reply.end('OK')
  },
): Promise<Backend> {
  const requests: BackendRequest[] = []
  let open = 0
  let most = 0
  const server = createServer((incoming: IncomingMessage, reply) => {
    open += 1
    most = Math.max(most, open)
    reply.on('close', () => {
      open -= 1
    })
    const pieces: Buffer[] = []
    incoming.on('data', (piece: Buffer) => pieces.push(piece))
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        target: incoming.url ?? '',
        rawHeaders: incoming.rawHeaders,
        body: Buffer.concat(pieces),
      }
      requests.push(request)
      answer(request, reply, requests.length)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    requests,
    mostAtOnce: () => most,
    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
