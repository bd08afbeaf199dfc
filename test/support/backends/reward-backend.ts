/** What the project's own backends have in common: a real server with `/hitpoint` and `/balance`. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request of a query, its pieces as they stand on the wire. */
export interface Arrived {
  readonly method: string
  readonly target: string
  /** Raw name and raw value, in order. */
  readonly pieces: readonly (readonly [name: string, value: string])[]
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** How a backend treats postbacks and tells balances; both are given what arrived. */
export interface RewardBackend {
  credit(arrived: Arrived): Answer | Promise<Answer>
  balance(arrived: Arrived): Answer
}

export interface RunningBackend {
  /** `http://127.0.0.1:PORT/hitpoint` */
  readonly url: string
  /** `http://127.0.0.1:PORT/balance?user={user_id}` */
  readonly balanceUrl: string
  /** Targets in order of arrival, balances left out. */
  readonly arrived: readonly string[]
  close(): Promise<void>
}

/** Serves a backend on a free port of loopback. */
export async function serveBackend(backend: RewardBackend): Promise<RunningBackend> {
  const arrived: string[] = []
  const server = createServer((request, response) => {
    const target = request.url ?? ''
    const [path = '', query = ''] = target.split(/\?(.*)/s)
    const pieces = query.split('&').map((piece): [string, string] => {
      const [name = '', value = ''] = piece.split(/=(.*)/s)
      return [name, value]
    })
    const given = { method: request.method ?? '', target, pieces }
    if (path !== '/balance') arrived.push(`${given.method} ${target}`)
    const answer = path === '/balance' ? backend.balance(given) : backend.credit(given)
    void Promise.resolve(answer).then(({ status, body, headers }) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
      response.end(body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    url: `${origin}/hitpoint`,
    balanceUrl: `${origin}/balance?user={user_id}`,
    arrived,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Decoded once, as forms are; null where an escape is broken. */
export function decodeOnce(raw: string): string | null {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '))
  } catch {
    return null
  }
}
