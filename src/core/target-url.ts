import { checksWords } from '../words/of/checks.ts'

/**
 * A URL that the user typed as the place to send requests to, split without changing a byte of it. Node's and the
 * browser's `URL` would re-encode its path.
 */
export interface TargetUrl {
  /** `http://host:port` without a trailing slash; the host in lower case, the port only where it was given. */
  readonly origin: string
  /** Lower case, without a port; IPv6 without brackets. */
  readonly host: string
  readonly port: number
  /** From the first `/` on, `/` where there is none; up to `?` or `#`. */
  readonly path: string
  /** Behind the first `?`, null where there is none. */
  readonly query: string | null
  /** Loopback or a private network: nothing that could harm a stranger. */
  readonly local: boolean
}

export type ReadTargetUrl =
  | { readonly ok: true; readonly url: TargetUrl }
  /** `sentence`: what is wrong and what to do. */
  | { readonly ok: false; readonly sentence: string }

const SHAPE = /^(https?):\/\/(?:\[([0-9a-f:.]+)\]|([^\s/?#@:[\]]+))(?::(\d{1,5}))?([/?#].*)?$/is

/** Reads what was typed. Surrounding whitespace is not part of it. */
export function readTargetUrl(text: string): ReadTargetUrl {
  const w = checksWords().url
  const typed = text.trim()
  if (typed === '') return refuse(w.empty)
  if (/^https?:\/\/[^/?#]*@/i.test(typed)) return refuse(w.hasUser)
  const match = SHAPE.exec(typed)
  if (match === null) return refuse(w.noUrl)
  const scheme = (match[1] ?? '').toLowerCase()
  const ipv6 = match[2]?.toLowerCase()
  const host = ipv6 ?? (match[3] ?? '').toLowerCase()
  const port = match[4] === undefined ? (scheme === 'https' ? 443 : 80) : Number(match[4])
  if (port < 1 || port > 65_535) return refuse(w.wrongPort)
  const rest = match[5] ?? ''
  if (/[^\x21-\x7e]/.test(rest)) return refuse(w.notAscii)
  if (rest.includes('#')) return refuse(w.hasFragment)
  const mark = rest.indexOf('?')
  const path = mark < 0 ? rest : rest.slice(0, mark)
  const hostText = ipv6 === undefined ? host : `[${ipv6}]`
  return {
    ok: true,
    url: {
      origin: `${scheme}://${hostText}${match[4] === undefined ? '' : `:${String(port)}`}`,
      host,
      port,
      path: path === '' ? '/' : path,
      query: mark < 0 ? null : rest.slice(mark + 1),
      local: isLocal(host),
    },
  }
}

function refuse(sentence: string): ReadTargetUrl {
  return { ok: false, sentence }
}

/** RFC 6761 names, RFC 1918 and RFC 4193 networks, link-local and loopback addresses. */
function isLocal(host: string): boolean {
  if (isLoopback(host)) return true
  if (/^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host)) return true
  if (/^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/.test(host)) return true
  return host.endsWith('.local') || host.endsWith('.internal') || host.endsWith('.test')
}

/** This very computer. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  if (/^127(\.\d{1,3}){3}$/.test(host) || host === '0.0.0.0') return true
  return host === '::1' || host === '::' || /^::ffff:(127\.|7f)/.test(host)
}
