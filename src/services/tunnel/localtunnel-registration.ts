import { isIP } from 'node:net'
import { errorsWords } from '../../words/of/errors.ts'
import { type GetAnswer, get } from './http-get.ts'
import { isLoopbackName } from './loopback-lookup.ts'
import { TunnelOpenError } from './open-error.ts'
import { plainExcerpt } from './plain-excerpt.ts'
import { isHtml } from './probe-answer.ts'

/** What a localtunnel server grants: a name, and a TCP port to connect to from here. */
export interface Registration {
  readonly id: string
  /** Without a trailing slash. */
  readonly publicUrl: string
  readonly remoteHost: string
  readonly remotePort: number
  /** How many connections may wait for requests at the server. */
  readonly maxConnections: number
}

export interface RegistrationRequest {
  /** Base URL of the server. */
  readonly host: string
  /** The name asked for; null for any. */
  readonly name: string | null
  readonly userAgent: string
  readonly signal: AbortSignal
}

const REDIRECTS = 3
/** Localtunnel's own server grants ten; a server that says a million is not followed. */
const MOST_CONNECTIONS = 10
/** The caller's signal carries the deadline; this only bounds a caller without one. */
const LONGEST_MS = 60_000

/** A question that a lost network swallowed is asked again this soon, over a connection of its own. */
const AGAIN_MS = 2_500

/**
 * Asks a localtunnel server for a tunnel: `GET /?new`, or `GET /<name>`, as the localtunnel client 2.0.2 does
 * (lib/Tunnel.js `_init`). While no answer comes it is asked again and again: a server that is only slow answers the
 * first question, one that is back the newest. Rejects with a `TunnelOpenError` that says what the server did instead.
 */
export async function register(request: RegistrationRequest): Promise<Registration> {
  const others = new AbortController()
  const signal = AbortSignal.any([request.signal, others.signal])
  let again: NodeJS.Timeout | undefined
  try {
    return await new Promise<Registration>((resolve, reject) => {
      const ask = (): void => void registerOnce({ ...request, signal }).then(resolve, reject)
      again = setInterval(ask, AGAIN_MS)
      ask()
    })
  } finally {
    clearInterval(again)
    others.abort()
  }
}

async function registerOnce(request: RegistrationRequest): Promise<Registration> {
  const base = request.host.replace(/\/+$/, '')
  const server = new URL(base)
  let url = `${base}/${request.name ?? '?new'}`
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const answer = await get(url, {
      timeoutMs: LONGEST_MS,
      userAgent: request.userAgent,
      signal: request.signal,
      headers: { accept: 'application/json' },
    })
    if (!answer.ok) {
      const w = errorsWords().localtunnel
      const late = answer.kind === 'aborted'
      throw new TunnelOpenError(late ? w.late(server.host) : w.unreachable(answer.why), 'unreachable')
    }
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined
    if (next === undefined || !URL.canParse(next, url)) return readAnswer(answer, server, request.name)
    url = new URL(next, url).href
  }
  throw new TunnelOpenError(errorsWords().localtunnel.redirects(server.host))
}

function readAnswer(answer: GetAnswer & { ok: true }, server: URL, name: string | null): Registration {
  const w = errorsWords().localtunnel
  const { host } = server
  const body = parseObject(answer.body)
  const said = typeof body?.['message'] === 'string' ? plainExcerpt(body['message']) : null
  const status = String(answer.status)
  if (answer.status === 429) {
    const after = Number(answer.headers['retry-after'] ?? Number.NaN)
    const waitMs = Number.isFinite(after) && after >= 0 ? after * 1000 : null
    throw new TunnelOpenError(w.busy(host, said), 'busy', waitMs)
  }
  if (body === null && isHtml(answer)) {
    throw new TunnelOpenError(w.page(host, status))
  }
  if (answer.status === 401 || answer.status === 403) {
    throw new TunnelOpenError(w.refused(host, name, status, said), name === null ? 'declined' : 'name-refused')
  }
  if (answer.status !== 200) throw new TunnelOpenError(w.answered(host, status, said))

  const { id, port, url, ip, max_conn_count: count } = body ?? {}
  const publicUrl = typeof url === 'string' ? url.replace(/\/+$/, '') : ''
  const understood =
    typeof id === 'string' &&
    /^[\w.-]{1,253}$/.test(id) &&
    typeof port === 'number' &&
    Number.isInteger(port) &&
    port > 0 &&
    port < 65_536 &&
    /^https?:\/\/[^\s/?#@]+/i.test(publicUrl) &&
    URL.canParse(publicUrl)
  if (!understood) throw new TunnelOpenError(w.noTunnel(host))
  return {
    id,
    publicUrl,
    remoteHost: typeof ip === 'string' && isIP(ip) !== 0 ? ip : addressable(server.hostname),
    remotePort: port,
    maxConnections: typeof count === 'number' && count >= 1 ? Math.min(Math.floor(count), MOST_CONNECTIONS) : 1,
  }
}

/** As `node:net` wants it: IPv6 without brackets, and no name that only RFC 6761 resolves. */
function addressable(hostname: string): string {
  if (isLoopbackName(hostname)) return '127.0.0.1'
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    // What is not null and an object can be read by key; each value is checked where it is used.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
