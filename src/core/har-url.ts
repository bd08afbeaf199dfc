import type { Target } from './query.ts'

/** A host as it may stand in a URL, with its port; anything else is not put into one. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** Scheme, authority and the rest. */
const ABSOLUTE = /^(https?:\/\/)([^/?#]*)(.*)$/is

/** What RFC 3986 does not let stand in a path or query. */
const NOT_IN_URL = /%(?![\da-f]{2})|[^\w.~!$&'()*+,;=:@/?%-]/gi

/** Where the receiver listens, for requests that do not say whom they were meant for. */
const UNKNOWN_HOST = '127.0.0.1'

/**
 * The absolute URL that HAR wants, without a fragment: the sender's own where it sent one; else put together of
 * `X-Forwarded-Proto` (tunnels set it; `http` without it), `Host` and the target as it stood. Made for other
 * programs to show and repeat; the exact target stands beside it.
 */
export function harUrl(target: Target, header: (name: string) => string | null): string {
  const shown = target.fragment === null ? target.raw : target.raw.slice(0, target.fragment.span.start - 1)
  // A `#` that belongs to a value would cut the URL for whoever reads it.
  const path = escaped(shown)
  if (target.form === 'absolute') {
    const [, start, host = '', rest = ''] = ABSOLUTE.exec(shown) ?? []
    if (start !== undefined && HOST.test(host)) return `${start}${host}${escaped(rest)}`
    return `http://${UNKNOWN_HOST}/${path}`
  }
  if (target.form === 'authority') return `http://${HOST.test(target.raw) ? target.raw : UNKNOWN_HOST}/`
  const scheme = header('x-forwarded-proto')?.trim().toLowerCase() === 'https' ? 'https' : 'http'
  const host = header('host')?.trim() ?? ''
  return `${scheme}://${HOST.test(host) ? host : UNKNOWN_HOST}${target.form === 'origin' ? '' : '/'}${path}`
}

/** What may not stand in a URL, percent-encoded: one character is one byte. */
function escaped(text: string): string {
  return text.replace(NOT_IN_URL, (character) => {
    const code = character.charCodeAt(0)
    return code > 0xff ? '%EF%BF%BD' : `%${code.toString(16).toUpperCase().padStart(2, '0')}`
  })
}
