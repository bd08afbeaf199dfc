import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server of somebody else, on this computer; it keeps what it was asked for. */
export interface Outside {
  readonly url: string
  readonly asked: readonly string[]
  close(): void
}

export async function startOutside(): Promise<Outside> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/redirect') response.writeHead(302, { Location: '/landed' }).end()
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>outside</title>outside')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
