import type { SendFailure } from '../../core/outgoing.ts'
import type { TargetUrl } from '../../core/target-url.ts'
import { errorsWords } from '../../words/of/errors.ts'

/** What went wrong with a request that was sent, in words for whoever runs the server. */
export function failureOf(error: unknown, url: TargetUrl): SendFailure {
  const code = codeOf(error)
  const place = `${url.host.includes(':') ? `[${url.host}]` : url.host}:${String(url.port)}`
  const w = errorsWords().sendFailure
  switch (code) {
    case 'ECONNREFUSED':
      return { code: 'refused', sentence: refused(error, url, place) }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return { code: 'dns', sentence: w.dns(url.host) }
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return { code: 'reset', sentence: w.reset(place) }
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EHOSTDOWN':
      return { code: 'unreachable', sentence: w.unreachable(place) }
    case 'METHOD_NOT_IN_CAPITALS':
      return { code: 'not-sendable', sentence: w.smallLetters }
    case 'HPE_HEADER_OVERFLOW':
      return { code: 'protocol', sentence: w.longHeaders(place) }
    case 'ERR_UNESCAPED_CHARACTERS':
      return { code: 'not-sendable', sentence: w.rawTarget }
    case 'ERR_INVALID_HTTP_TOKEN':
    case 'ERR_INVALID_CHAR':
      return { code: 'not-sendable', sentence: w.rawHeader }
    default:
      break
  }
  if (code.startsWith('HPE_')) return { code: 'protocol', sentence: w.noHttp(place) }
  if (isTls(code)) return { code: 'tls', sentence: tlsSentence(code, place) }
  const why = error instanceof Error ? error.message : String(error)
  return { code: 'protocol', sentence: w.failed(place, why) }
}

function refused(error: unknown, url: TargetUrl, place: string): string {
  const w = errorsWords().sendFailure
  const tried = addressesOf(error)
  if (url.host === 'localhost') {
    if (tried.length > 1) return w.refusedByAll(place, tried)
    const other = tried[0] === '::1' ? '127.0.0.1' : '[::1]'
    return w.refusedByName(place, tried[0] ?? null, `http://${other}:${String(url.port)}`)
  }
  if (url.host === '127.0.0.1' || url.host === '::1') {
    return w.refusedByLoopback(place, url.host === '::1' ? '127.0.0.1' : '::1')
  }
  return w.refused(place)
}

/** Node tries every address of a name and tells of each. */
function addressesOf(error: unknown): string[] {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error]
  return errors.flatMap((one) =>
    one instanceof Error && 'address' in one && typeof one.address === 'string' ? [one.address] : [],
  )
}

function isTls(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|EPROTO|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO_|HOSTNAME_MISMATCH)/.test(code)
}

function tlsSentence(code: string, place: string): string {
  const w = errorsWords().sendFailure
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || code === 'SELF_SIGNED_CERT_IN_CHAIN') return w.selfSigned(place)
  if (code === 'CERT_HAS_EXPIRED') return w.expired(place)
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return w.otherName(place)
  return code === 'EPROTO' || code.startsWith('ERR_SSL_') ? w.noTls(place, code) : w.unverified(place, code)
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    const codes = error.errors.map(codeOf)
    return codes.find((code) => code === 'ECONNREFUSED') ?? codes[0] ?? ''
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
