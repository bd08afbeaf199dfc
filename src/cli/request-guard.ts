import { timingSafeEqual } from 'node:crypto'

/** What a request to the screen's server shows of itself. Header values are null where they are absent. */
export interface GuardedRequest {
  readonly host: string | null
  readonly origin: string | null
  /** The token of the address, where one was given. */
  readonly token: string | null
}

export type GuardVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: 401 | 403; readonly reason: string }

/**
 * Keeps strangers off the screen: the Host must be this server's own (against DNS rebinding), an Origin must be its
 * own (against other sites), and the token must be in the address. There is no cookie: browsers send a cookie to
 * every port of a host, and so to whatever else runs on this computer.
 */
export function createRequestGuard(port: number, token: string) {
  const hosts = new Set([`127.0.0.1:${String(port)}`, `localhost:${String(port)}`])

  return {
    /** `needsOrigin`: a WebSocket is only opened for a page of ours, and browsers always say whose page asks. */
    judge(request: GuardedRequest, needsOrigin: boolean): GuardVerdict {
      if (request.host === null || !hosts.has(request.host.toLowerCase())) {
        return { allowed: false, status: 403, reason: 'This address is not the inspector’s own.' }
      }
      const ownOrigin = request.origin !== null && hosts.has(request.origin.toLowerCase().replace(/^http:\/\//, ''))
      if (request.origin === null ? needsOrigin : !ownOrigin) {
        return { allowed: false, status: 403, reason: 'Other sites have no access to the inspector.' }
      }
      if (request.token === null || !sameText(request.token, token)) {
        return {
          allowed: false,
          status: 401,
          reason:
            'Open the address that the inspector printed when it was started: it holds the key, a new one each time.',
        }
      }
      return { allowed: true }
    },
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
