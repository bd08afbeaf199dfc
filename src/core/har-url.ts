import type { Target } from './query.ts'

/** A host as it may stand in a URL, with its port; anything else is not put into one. */
const HOST = /^([\w.~-]+|\[[\da-f:]+\])(?::(\d{1,5}))?$/i
/** A name that ends so is an IPv4 address to whoever reads the URL, or nothing at all. */
const NUMBER_AT_END = /(?:^|\.)(?:\d+|0x[\da-f]*)\.?$/i
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

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
    if (start !== undefined && isHost(host)) return `${start}${host}${escaped(rest)}`
    return `http://${UNKNOWN_HOST}/${path}`
  }
  if (target.form === 'authority') return `http://${isHost(target.raw) ? target.raw : UNKNOWN_HOST}/`
  const scheme = header('x-forwarded-proto')?.trim().toLowerCase() === 'https' ? 'https' : 'http'
  const host = header('host')?.trim() ?? ''
  return `${scheme}://${isHost(host) ? host : UNKNOWN_HOST}${target.form === 'origin' ? '' : '/'}${path}`
}

function isHost(text: string): boolean {
  const [, name = '', port = '0'] = HOST.exec(text) ?? []
  if (name === '' || Number(port) > 65_535) return false
  if (name.startsWith('[')) return isIpv6(name.slice(1, -1))
  return !/^\.|\.\./.test(name) && (!NUMBER_AT_END.test(name) || IPV4.test(name))
}

function isIpv6(text: string): boolean {
  const groups = text.split(':')
  const [, ...more] = text.split('::')
  const written = groups.filter((group) => group !== '')
  const whole =
    more.length === 0 ? written.length === 8 && groups.length === 8 : more.length === 1 && written.length < 8
  return whole && !/^:[^:]|[^:]:$|:::/.test(text) && written.every((group) => group.length <= 4)
}

/** What may not stand in a URL, percent-encoded: one character is one byte. */
function escaped(text: string): string {
  return text.replace(NOT_IN_URL, (character) => {
    const code = character.charCodeAt(0)
    return code > 0xff ? '%EF%BF%BD' : `%${code.toString(16).toUpperCase().padStart(2, '0')}`
  })
}
