import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it reached the local side, byte for byte. */
export interface Arrival {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

/** What stands behind a tunnel in these tests: keeps what arrives, answers probes, else says OK. */
export interface EchoServer {
  readonly port: number
  readonly arrivals: readonly Arrival[]
  readonly targets: readonly string[]
  close(): Promise<void>
}

/** `answer` gives the body for a target, null for the ordinary one: the request's own body, or `OK`. */
export async function startEchoServer(
  answer: (target: string) => string | null = () => null,
  port = 0,
): Promise<EchoServer> {
  const arrivals: Arrival[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const target = request.url ?? ''
      const echo = answer(target)
      if (echo === null) arrivals.push({ method: request.method ?? '', target, rawHeaders: request.rawHeaders, body })
      response.setHeader('content-type', 'text/plain')
      response.end(echo ?? (body.length > 0 ? body : 'OK'))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    // A TCP server that listens has an address object.
    port: (server.address() as AddressInfo).port,
    arrivals,
    get targets() {
      return arrivals.map((arrival) => arrival.target)
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    // Without an encoding set, a request's pieces are buffers.
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    // The sender has gone; what came of it is still worth looking at.
  }
  return Buffer.concat(chunks)
}
