import type { OutgoingRequest } from '../../core/outgoing.ts'
import type { TargetUrl } from '../../core/target-url.ts'

/** Concern one connection or announce what is not sent; the sender's own, where it has any, take their place. */
const OWN_HEADERS = new Set(['transfer-encoding', 'connection', 'keep-alive', 'expect', 'trailer'])

/** A request of these without a length would be sent in chunks, or leave the server waiting. */
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

/**
 * The headers as they go out, name, value, name, value …: the given ones in their order and case, with the length of
 * the body that is really sent where a length stood, and a `Host` where none was given.
 */
export function headersToSend({ rawHeaders, method, body }: OutgoingRequest, url: TargetUrl): string[] {
  const headers: string[] = []
  const length = String(body.byteLength)
  let hasHost = false
  let hasLength = false
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const lower = name.toLowerCase()
    if (OWN_HEADERS.has(lower)) continue
    if (lower === 'content-length') {
      if (!hasLength) headers.push(name, length)
      hasLength = true
      continue
    }
    if (lower === 'host') hasHost = true
    headers.push(name, rawHeaders[at + 1] ?? '')
  }
  if (!hasHost) headers.unshift('Host', url.origin.slice(url.origin.indexOf('//') + 2))
  if (!hasLength && (body.byteLength > 0 || WITH_BODY.has(method))) headers.push('Content-Length', length)
  return headers
}
