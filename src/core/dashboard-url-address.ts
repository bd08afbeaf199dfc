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
  if (/^\/(?!\/)/.test(text)) {
    const fix = expected ? `Put ${origin(expected)} in front.` : 'Put the public URL in front.'
    report('host-missing', originalSpan(pasted, 0, 1), 'The URL starts without a scheme and host.', fix)
    return pasted
  }
  if (!/[./:?[{]/.test(text) && !isPlaceholder(text)) {
    report('not-a-url', originalSpan(pasted, 0, text.length), 'This is no URL.', 'Copy the dashboard URL from here.')
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
  const wanted = expected?.scheme ?? 'https'
  const written = /^((?:[a-z][a-z0-9+.-]*:\/\/)+)(\/*)/i.exec(pasted.text)
  if (!written) return checkBrokenScheme(pasted, wanted, report)
  const schemes = (written[1] ?? '').toLowerCase().split('://').slice(0, -1)
  const scheme = schemes.at(-1) ?? ''
  // Slashes beyond the two leave the host empty, which is the authority's to say.
  const length = (written[1] ?? '').length
  const span = originalSpan(pasted, 0, length)
  if (schemes.length > 1) {
    report('scheme-repeated', span, 'The URL starts with a scheme twice.', `Leave one ${wanted}:// at the start.`)
  } else if (scheme === 'http' && wanted === 'https' && expected !== null) {
    report(
      'http-not-https',
      span,
      'The URL starts with http://, but the public URL is https://; a redirect in between may lose the postback.',
      'Write https:// at the start.',
    )
  } else if ((scheme !== 'http' && scheme !== 'https') || (expected !== null && scheme !== wanted)) {
    report('scheme-wrong', span, `The URL starts with ${shown(`${scheme}://`)}.`, `Write ${wanted}:// at the start.`)
  }
  return { scheme, length }
}

function checkBrokenScheme(
  pasted: PastedText,
  wanted: string,
  report: ReportProblem,
): { readonly scheme: null; readonly length: number } {
  const broken = /^(?:https?(?::\/?|;\/\/|\/\/)|:\/\/)/i.exec(pasted.text)
  if (broken) {
    const { length } = broken[0]
    const span = originalSpan(pasted, 0, length)
    report('scheme-wrong', span, `The URL starts with ${shown(broken[0])}.`, `Write ${wanted}:// at the start.`)
    return { scheme: null, length }
  }
  const length = pasted.text.startsWith('//') ? 2 : 0
  // “baseURL/hitpoint?…”, straight from the documentation: the host says it all.
  if (isPlaceholder(/^[^/?#&]*/.exec(pasted.text.slice(length))?.[0] ?? '')) return { scheme: null, length }
  const span = originalSpan(pasted, 0, Math.max(1, length))
  report('scheme-missing', span, 'The URL starts without a scheme.', `Write ${wanted}:// at the start.`)
  return { scheme: null, length }
}

function checkAuthority(
  pasted: PastedText,
  scheme: string | null,
  expected: Address | null,
  report: ReportProblem,
): void {
  const at = pasted.text.lastIndexOf('@')
  if (at !== -1) {
    const span = originalSpan(pasted, 0, at + 1)
    report('credentials', span, 'There is a user name in front of the host.', 'Remove everything up to the “@”.')
  }
  const authority = slicePasted(pasted, at + 1)
  const [, hostText = '', portText = ''] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority.text) ?? []
  const host = hostText.toLowerCase()
  const span = originalSpan(authority, 0, authority.text.length)
  const wanted = expected ? `Write ${shown(hostAndPort(expected))} instead.` : 'Write the public URL’s host instead.'
  if (expected !== null && host === expected.host) {
    const port = ownPort(scheme ?? expected.scheme, portText)
    if (port === expected.port) return
    const says = portText === '' ? 'no port' : `port ${shown(portText)}`
    report('port-differs', span, `The URL has ${says}, but the public URL is ${origin(expected)}.`, wanted)
  } else if (host === '') {
    report('host-missing', span, 'There is no host in the URL.', wanted)
  } else if (isPlaceholder(host)) {
    const message = `${shown(hostText)} is the documentation’s placeholder for your own address.`
    report('base-url-placeholder', span, message, wanted)
  } else if (isLocal(host)) {
    const message = `${shown(authority.text)} is an address of this machine or network; Adjump’s servers cannot reach it.`
    report('host-local', span, message, wanted)
  } else if (expected !== null && isSibling(host, expected.host)) {
    const message = `The dashboard still sends to ${shown(authority.text)}, but the tunnel is ${shown(hostAndPort(expected))} now.`
    report('host-stale', span, message, wanted)
  } else if (expected !== null) {
    const message = `The dashboard sends to ${shown(authority.text)}, but the public URL is ${shown(hostAndPort(expected))}.`
    report('host-differs', span, message, wanted)
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
