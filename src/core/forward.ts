import { forwardsWords } from '../words/of/forwards.ts'
import { withoutHopByHop } from './hop-by-hop.ts'
import type { OutgoingRequest } from './outgoing.ts'
import type { CapturedRequest } from './postback.ts'
import { splitTarget } from './query.ts'
import type { TargetUrl } from './target-url.ts'

/** Every forwarded request carries it, with a token of the inspector that sent it: the last net against a circle. */
export const HOP_HEADER = 'X-Adjump-Inspector-Forwarded'

/** Why a captured request cannot go on as it was; null where it can. */
export function whyNotForwardable(request: CapturedRequest): string | null {
  const { method, target, body, bodyLength, bodyComplete } = request
  const w = forwardsWords().unfit
  if (method === null || target === null || method === 'CONNECT') return w.noRequest
  if (!bodyComplete) return w.incomplete
  return body.byteLength < bodyLength ? w.cut(body.byteLength, bodyLength) : null
}

/**
 * What goes to the backend: method, headers and body as they came, without what concerns one hop alone, and the
 * backend as the host. A backend's own path takes the place of the one that was asked for; the query stays byte for
 * byte. Scheme and host in the target itself are left out: they name this inspector, or somebody a stranger chose.
 */
export function forwardRequest(request: CapturedRequest, backend: TargetUrl, hopToken: string): OutgoingRequest {
  return {
    origin: backend.origin,
    method: request.method ?? 'GET',
    target: forwardTarget(request.target ?? '/', backend),
    rawHeaders: forwardHeaders(request.rawHeaders, hostOf(backend), hopToken),
    body: request.body,
  }
}

/** Whether an inspector with this token has forwarded the request before. */
export function hasHopToken(rawHeaders: readonly string[], hopToken: string): boolean {
  return rawHeaders.some(
    (name, at) => at % 2 === 0 && name.toLowerCase() === HOP_HEADER.toLowerCase() && rawHeaders[at + 1] === hopToken,
  )
}

function forwardTarget(target: string, backend: TargetUrl): string {
  const { path, raw } = splitTarget(target)
  if (backend.path !== '/') return `${backend.path}${raw.slice(path.span.end)}`
  const whole = raw.slice(path.span.start)
  return whole.startsWith('/') || whole === '*' ? whole : `/${whole}`
}

function forwardHeaders(rawHeaders: readonly string[], host: string, hopToken: string): string[] {
  const headers: string[] = []
  const kept = withoutHopByHop(rawHeaders)
  let hosts = 0
  for (let at = 0; at + 1 < kept.length; at += 2) {
    const name = kept[at] ?? ''
    if (name.toLowerCase() !== 'host') headers.push(name, kept[at + 1] ?? '')
    else if (hosts++ === 0) headers.push(name, host)
  }
  return [...headers, HOP_HEADER, hopToken]
}

function hostOf({ origin }: TargetUrl): string {
  return origin.slice(origin.indexOf('//') + 2)
}
