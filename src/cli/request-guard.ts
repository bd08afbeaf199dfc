import { timingSafeEqual } from 'node:crypto'

/** What a request to the screen's server shows of itself. Header values are null where they are absent. */
export interface GuardedRequest {
  readonly host: string | null
  readonly origin: string | null
  /** The token of the address, where one was given. */
  readonly token: string | null
  /** What a browser says of whose page asks, and for what: `Sec-Fetch-Site`, `-Mode` and `-Dest`. No browser: nothing. */
  readonly fetch?: { readonly site: string | null; readonly mode: string | null; readonly dest: string | null }
}

export type GuardVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: 401 | 403; readonly reason: string }

/**
 * Keeps strangers off the screen: the Host must be this server's own (against DNS rebinding), an Origin must be its
 * own (against other sites), and the token must be in the address. What a browser asks for on behalf of another page
 * has no access even with the token, but to open the screen as a page of its own: as where its address is a link. There
 * is no cookie: browsers send a cookie to every port of a host, and so to whatever else runs on this computer.
 */
export function createRequestGuard(port: number, token: string) {
  const hosts = new Set([`127.0.0.1:${String(port)}`, `localhost:${String(port)}`])
  const origins = new Set([...hosts].map((host) => `http://${host}`))

  return {
    /** `needsOrigin`: a WebSocket is only opened for a page of ours, and browsers always say whose page asks. */
    judge(request: GuardedRequest, needsOrigin: boolean): GuardVerdict {
      if (request.host === null || !hosts.has(request.host.toLowerCase())) {
        return { allowed: false, status: 403, reason: 'This address is not the inspector’s own.' }
      }
      const ownOrigin = request.origin !== null && origins.has(request.origin.toLowerCase())
      if ((request.origin === null ? needsOrigin : !ownOrigin) || isForAnotherPage(request.fetch)) {
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

/** Programs and old browsers send none of the three; a page cannot leave them out or change them. */
function isForAnotherPage(fetch: GuardedRequest['fetch']): boolean {
  const { site = null, mode, dest } = fetch ?? {}
  if (site === null || site === 'none' || site === 'same-origin') return false
  return mode !== 'navigate' || dest !== 'document'
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
