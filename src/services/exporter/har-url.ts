import type { Target } from '../../core/query.ts'

/** A host as it may stand in a URL, with its port; anything else is not put into one. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** Where the receiver listens, for requests that do not say whom they were meant for. */
const UNKNOWN_HOST = '127.0.0.1'

/**
 * The absolute URL that HAR wants, without a fragment: the sender's own where it sent one; else put together of
 * `X-Forwarded-Proto` (tunnels set it; `http` without it), `Host` and the target as it stood. Made for other
 * programs to show and repeat; the exact target stands beside it.
 */
export function harUrl(target: Target, header: (name: string) => string | null): string {
  const shown = target.fragment === null ? target.raw : target.raw.slice(0, target.fragment.span.start - 1)
  // A `#` that belongs to a value; raw, it would cut the URL for whoever reads it.
  const path = shown.replaceAll('#', '%23')
  if (target.form === 'absolute') return path
  if (target.form === 'authority') return `http://${HOST.test(target.raw) ? target.raw : UNKNOWN_HOST}/`
  const scheme = header('x-forwarded-proto')?.trim().toLowerCase() === 'https' ? 'https' : 'http'
  const host = header('host')?.trim() ?? ''
  return `${scheme}://${HOST.test(host) ? host : UNKNOWN_HOST}${target.form === 'origin' ? '' : '/'}${path}`
}
