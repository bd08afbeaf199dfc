import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import { type ReportProblem, shown } from './dashboard-url-problem.ts'
import { originalSpan, type PastedText, slicePasted } from './pasted-text.ts'

/** A public URL, taken apart. `port` is empty where it is the scheme's own. */
export interface Address {
  readonly scheme: string
  readonly host: string
  readonly port: string
  /** Without a trailing slash. */
  readonly path: string
}

/** Reads an http or https URL; null for anything else. */
export function readAddress(url: string): Address | null {
  const match = /^(https?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^:/?#]+)(?::(\d*))?([^?#]*)/i.exec(url)
  if (!match) return null
  const scheme = (match[1] ?? '').toLowerCase()
  return {
    scheme,
    host: (match[2] ?? '').toLowerCase(),
    port: ownPort(scheme, match[3] ?? ''),
    path: (match[4] ?? '').replace(/\/+$/, ''),
  }
}

/** Checks scheme, host and port; gives back what follows them, or null where the text is no URL at all. */
export function checkAddress(pasted: PastedText, expected: Address | null, report: ReportProblem): PastedText | null {
  const { text } = pasted
  const w = dashboardUrlWords().problems
  if (/^\/(?!\/)/.test(text)) {
    report('host-missing', originalSpan(pasted, 0, 1), w.noSchemeAndHost(expected && origin(expected)))
    return pasted
  }
  if (!/[./:?[{]/.test(text) && !isPlaceholder(text)) {
    report('not-a-url', originalSpan(pasted, 0, text.length), w.notUrl)
    return null
  }
  const { scheme, length } = checkScheme(pasted, expected, report)
  const rest = slicePasted(pasted, length)
  const end = /[/?#&]|%3f|$/i.exec(rest.text)?.index ?? rest.text.length
  checkAuthority(slicePasted(rest, 0, end), scheme, expected, report)
  return slicePasted(rest, end)
}

/** `scheme` is null where it is missing or cannot be made out. */
function checkScheme(
  pasted: PastedText,
  expected: Address | null,
  report: ReportProblem,
): { readonly scheme: string | null; readonly length: number } {
  const w = dashboardUrlWords().problems
  const wanted = expected?.scheme ?? 'https'
  const written = /^((?:[a-z][a-z0-9+.-]*:\/\/)+)(\/*)/i.exec(pasted.text)
  if (!written) return checkBrokenScheme(pasted, wanted, report)
  const schemes = (written[1] ?? '').toLowerCase().split('://').slice(0, -1)
  const scheme = schemes.at(-1) ?? ''
  // Slashes beyond the two leave the host empty, which is the authority's to say.
  const length = (written[1] ?? '').length
  const span = originalSpan(pasted, 0, length)
  if (schemes.length > 1) {
    report('scheme-repeated', span, w.schemeTwice(wanted))
  } else if (scheme === 'http' && wanted === 'https' && expected !== null) {
    report('http-not-https', span, w.httpNotHttps)
  } else if ((scheme !== 'http' && scheme !== 'https') || (expected !== null && scheme !== wanted)) {
    report('scheme-wrong', span, w.schemeWrong(shown(`${scheme}://`), wanted))
  }
  return { scheme, length }
}

function checkBrokenScheme(
  pasted: PastedText,
  wanted: string,
  report: ReportProblem,
): { readonly scheme: null; readonly length: number } {
  const w = dashboardUrlWords().problems
  const broken = /^(?:https?(?::\/?|;\/\/|\/\/)|:\/\/)/i.exec(pasted.text)
  if (broken) {
    const { length } = broken[0]
    const span = originalSpan(pasted, 0, length)
    report('scheme-wrong', span, w.schemeWrong(shown(broken[0]), wanted))
    return { scheme: null, length }
  }
  const length = pasted.text.startsWith('//') ? 2 : 0
  // “baseURL/hitpoint?…”, straight from the documentation: the host says it all.
  if (isPlaceholder(/^[^/?#&]*/.exec(pasted.text.slice(length))?.[0] ?? '')) return { scheme: null, length }
  const span = originalSpan(pasted, 0, Math.max(1, length))
  report('scheme-missing', span, w.schemeMissing(wanted))
  return { scheme: null, length }
}

function checkAuthority(
  pasted: PastedText,
  scheme: string | null,
  expected: Address | null,
  report: ReportProblem,
): void {
  const w = dashboardUrlWords().problems
  const at = pasted.text.lastIndexOf('@')
  if (at !== -1) {
    const span = originalSpan(pasted, 0, at + 1)
    report('credentials', span, w.credentials)
  }
  const authority = slicePasted(pasted, at + 1)
  const [, hostText = '', portText = ''] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority.text) ?? []
  const host = hostText.toLowerCase()
  const span = originalSpan(authority, 0, authority.text.length)
  const fix = w.hostFix(expected && shown(hostAndPort(expected)))
  if (expected !== null && host === expected.host) {
    const port = ownPort(scheme ?? expected.scheme, portText)
    if (port === expected.port) return
    const message = w.portDiffers(portText === '' ? null : shown(portText), origin(expected))
    report('port-differs', span, { message, fix })
  } else if (host === '') {
    report('host-missing', span, { message: w.hostMissing, fix })
  } else if (isPlaceholder(host)) {
    report('base-url-placeholder', span, { message: w.hostPlaceholder(shown(hostText)), fix })
  } else if (isLocal(host)) {
    report('host-local', span, { message: w.hostLocal(shown(authority.text)), fix })
  } else if (expected !== null && isSibling(host, expected.host)) {
    const message = w.hostStale(shown(authority.text), shown(hostAndPort(expected)))
    report('host-stale', span, { message, fix })
  } else if (expected !== null) {
    const message = w.hostDiffers(shown(authority.text), shown(hostAndPort(expected)))
    report('host-differs', span, { message, fix })
  }
}

function ownPort(scheme: string, port: string): string {
  const number = port.replace(/^0+(?=\d)/, '')
  return number === (scheme === 'http' ? '80' : '443') ? '' : number
}

function hostAndPort({ host, port }: Address): string {
  return port === '' ? host : `${host}:${port}`
}

function origin(address: Address): string {
  return `${address.scheme}://${hostAndPort(address)}`
}

function isPlaceholder(host: string): boolean {
  const word = host.toLowerCase().replace(/[^a-z.]/g, '')
  return /^(?:baseurl|yourbaseurl|yourdomain(?:\.com)?|yourserver(?:\.com)?|example\.com)$/.test(word)
}

function isLocal(host: string): boolean {
  return (
    /^(?:localhost|0\.0\.0\.0|\[::1?\])$|\.local(?:host)?$/.test(host) ||
    /^(?:127|10)(?:\.\d{1,3}){3}$|^192\.168(?:\.\d{1,3}){2}$|^172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}$/.test(host)
  )
}

/** Another name under the same tunnel server: all but the first label are alike. */
function isSibling(host: string, other: string): boolean {
  const domain = host.slice(host.indexOf('.'))
  return host.includes('.') && domain.split('.').length > 2 && domain === other.slice(other.indexOf('.'))
}
