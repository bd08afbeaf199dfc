import type { SendFailure } from '../../core/outgoing.ts'
import type { TargetUrl } from '../../core/target-url.ts'

/** What went wrong with a request that was sent, in words for whoever runs the server. */
export function failureOf(error: unknown, url: TargetUrl): SendFailure {
  const code = codeOf(error)
  const place = `${url.host.includes(':') ? `[${url.host}]` : url.host}:${String(url.port)}`
  switch (code) {
    case 'ECONNREFUSED':
      return { code: 'refused', sentence: refused(error, url, place) }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return {
        code: 'dns',
        sentence: `The name ${url.host} could not be resolved: check its spelling and the network.`,
      }
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return { code: 'reset', sentence: `${place} closed the connection before its reply was whole.` }
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EHOSTDOWN':
      return { code: 'unreachable', sentence: `${place} could not be reached: no way there, or nothing answers.` }
    case 'METHOD_NOT_IN_CAPITALS':
      return { code: 'not-sendable', sentence: 'The method is sent in capital letters only: GET, POST …' }
    case 'HPE_HEADER_OVERFLOW':
      return { code: 'protocol', sentence: `The headers that ${place} answered are too long to be read (64 KiB).` }
    case 'ERR_UNESCAPED_CHARACTERS':
      return { code: 'not-sendable', sentence: 'The target holds a raw space or control character: percent-encode it.' }
    case 'ERR_INVALID_HTTP_TOKEN':
    case 'ERR_INVALID_CHAR':
      return { code: 'not-sendable', sentence: 'The method or a header holds a character that HTTP cannot carry.' }
    default:
      break
  }
  if (code.startsWith('HPE_')) {
    return { code: 'protocol', sentence: `What ${place} answered is no HTTP: is it another kind of server?` }
  }
  if (isTls(code)) return { code: 'tls', sentence: tlsSentence(code, place) }
  const why = error instanceof Error ? error.message : String(error)
  return { code: 'protocol', sentence: `The exchange with ${place} failed: ${why}.` }
}

function refused(error: unknown, url: TargetUrl, place: string): string {
  const tried = addressesOf(error)
  if (url.host === 'localhost') {
    if (tried.length > 1) return `Nothing listens on ${place}, neither on ${tried.join(' nor on ')}: start the server.`
    const other = tried[0] === '::1' ? '127.0.0.1' : '[::1]'
    return (
      `Nothing listens on ${place}, which is ${tried[0] ?? 'this computer'} here: start the server. ` +
      `Where it listens on the other loopback address only, write http://${other}:${String(url.port)}.`
    )
  }
  if (url.host === '127.0.0.1' || url.host === '::1') {
    const other = url.host === '::1' ? '127.0.0.1' : '::1'
    return (
      `Nothing listens on ${place}: start the server there, or check the port. ` +
      `A server that listens on ${other} only (“localhost” can mean that) is not reached by this address.`
    )
  }
  return `Nothing listens on ${place}: start the server there, or check the port.`
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
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || code === 'SELF_SIGNED_CERT_IN_CHAIN') {
    return `The certificate of ${place} is self-signed: Adjump would refuse it as well.`
  }
  if (code === 'CERT_HAS_EXPIRED') return `The certificate of ${place} has expired: renew it.`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `The certificate of ${place} is for another name.`
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return `${place} does not speak TLS the way https wants it (${code}): is it a plain http server?`
  }
  return `The certificate of ${place} could not be verified (${code}).`
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    const codes = error.errors.map(codeOf)
    return codes.find((code) => code === 'ECONNREFUSED') ?? codes[0] ?? ''
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
