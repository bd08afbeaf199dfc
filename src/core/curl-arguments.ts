/** A request as curl is to send it. Strings hold one character a byte (latin1). */
export interface CurlRequest {
  readonly method: string
  readonly target: string
  readonly httpVersion: string | null
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** Targets that curl puts on the wire as they stand; any other goes through --request-target, which does for all. */
const PLAIN_TARGET = /^\/(?!\/)[A-Za-z0-9\-._~!$&'()*+,;=:@%/?{}[\]]*$/
/** RFC 9110 token. curl would read a file for a header that starts with “@”. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
/** Hosts to which the recorded Host header can go along: nothing on the way chooses by it. */
const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i
/** curl asks for “100 Continue” above this many body bytes (in its older versions). */
const EXPECT_ABOVE = 1024
/** Linux takes no single argument beyond 128 KiB, and nobody reads one that long. */
const LONGEST_INLINE = 16 * 1024

/** One inner array a line of the command; each string is one argument, unquoted. */
export function curlArguments(request: CurlRequest, baseUrl: string): readonly (readonly string[])[] {
  return [
    // -g: braces and brackets are no ranges; --path-as-is: dots stay; --http1.x: no upgrade to HTTP/2.
    ['-g', '--path-as-is', request.httpVersion === '1.0' ? '--http1.0' : '--http1.1'],
    ...methodArguments(request),
    ...headerArguments(request, baseUrl),
    ...bodyArguments(request.body),
    ...urlArguments(request.target, baseUrl.replace(/\/+$/, '')),
  ]
}

/** Short printable text that curl does not take for a file's name stands in the command; all else is piped in. */
export function takesInlineBody(body: string): boolean {
  return body.length <= LONGEST_INLINE && /^(?!@)[\x20-\x7e]*$/.test(body)
}

function methodArguments({ method, body }: CurlRequest): readonly (readonly string[])[] {
  if (method === 'GET' && body === '') return []
  // With -X HEAD curl would wait for a body that never comes.
  return method === 'HEAD' && body === '' ? [['--head']] : [['-X', method]]
}

function headerArguments(request: CurlRequest, baseUrl: string): readonly (readonly string[])[] {
  const kept = request.headers.filter(([name, value]) => goesAlong(name, value, request.body, baseUrl))
  const names = new Set(kept.map(([name]) => name.toLowerCase()))
  const unwanted = LOOPBACK.test(baseUrl) ? ['Host', 'User-Agent', 'Accept'] : ['User-Agent', 'Accept']
  if (request.body !== '') unwanted.push('Content-Type')
  if (request.body.length > EXPECT_ABOVE) unwanted.push('Expect')
  return [
    // “Name;” is curl's way to write a header without a value, “Name:” its way to leave one out.
    ...kept.map(([name, value]) => ['-H', value === '' ? `${name};` : `${name}: ${value}`]),
    ...unwanted.filter((name) => !names.has(name.toLowerCase())).map((name) => ['-H', `${name}:`]),
  ]
}

function goesAlong(name: string, value: string, body: string, baseUrl: string): boolean {
  if (!HEADER_NAME.test(name) || /[\r\n\0]/.test(value)) return false
  switch (name.toLowerCase()) {
    case 'host':
      return LOOPBACK.test(baseUrl)
    case 'content-length':
      // A body that was cut short would leave the server waiting.
      return value === String(body.length)
    case 'transfer-encoding':
      return value.toLowerCase() === 'chunked' && body !== ''
    default:
      return true
  }
}

function bodyArguments(body: string): readonly (readonly string[])[] {
  if (body === '') return []
  return [['--data-binary', takesInlineBody(body) ? body : '@-']]
}

function urlArguments(target: string, base: string): readonly (readonly string[])[] {
  return PLAIN_TARGET.test(target) ? [[`${base}${target}`]] : [['--request-target', target], [`${base}/`]]
}
