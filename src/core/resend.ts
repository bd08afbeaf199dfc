import { sendingWords } from '../words/of/sending.ts'
import type { PostbackDetail } from './postback.ts'
import { LONGEST_HEAD } from './sending.ts'
import type { TargetUrl } from './target-url.ts'

/** RFC 9110 7.6.1 and what older proxies say: about one connection, so none of it goes on to another. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
/** Fitted to the body by whoever sends it. */
const FRAMING = 'content-length'

/**
 * The headers of a stored request as they are sent again: in order and in their own case, without those of the
 * connection they came over, and with the new place's `Host` where the old one stood. Nothing else is added.
 */
export function headersForResending(rawHeaders: readonly string[], origin: string): string[] {
  const dropped = new Set(HOP_BY_HOP)
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'connection') continue
    for (const name of (rawHeaders[at + 1] ?? '').split(',')) dropped.add(name.trim().toLowerCase())
  }
  const host = origin.slice(origin.indexOf('//') + 2)
  const headers: string[] = []
  let hasHost = false
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const key = name.toLowerCase()
    if (key === FRAMING || (key !== 'host' && dropped.has(key))) continue
    if (key !== 'host') headers.push(name, rawHeaders[at + 1] ?? '')
    else if (!hasHost) {
      hasHost = true
      headers.push(name, host)
    }
  }
  return hasHost ? headers : ['Host', host, ...headers]
}

/**
 * A stored target at another place: where the typed URL has a path, that takes the place of the target's, and the
 * query goes on untouched. As forwarding does it.
 */
export function targetAt(url: Pick<TargetUrl, 'path'>, target: string): string {
  if (url.path === '/') return target
  const mark = target.indexOf('?')
  return mark < 0 ? url.path : url.path + target.slice(mark)
}

/** Why a stored request cannot be sent again, in a sentence; null where it can. */
export function resendProblem(detail: Pick<PostbackDetail, 'method' | 'target' | 'bodyComplete'>): string | null {
  const w = sendingWords().unfit
  if (detail.method === null || detail.target === null) return w.noRequest
  return detail.target.startsWith('/') ? null : w.noPath
}

/** One line a header, `Name: value`, as a form shows them. */
export function headersAsText(rawHeaders: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    lines.push(`${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}`)
  return lines.join('\n')
}

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** Reads such lines back; empty lines are skipped. `sentence` names the line that is wrong. */
export function headersFromText(
  text: string,
): { readonly ok: true; readonly rawHeaders: string[] } | { readonly ok: false; readonly sentence: string } {
  const w = sendingWords().headers
  const rawHeaders: string[] = []
  if (text.length > LONGEST_HEAD) return { ok: false, sentence: w.tooLong }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon))
    const value = line.slice(colon + 1).trim()
    const at = index + 1
    if (colon < 0) return { ok: false, sentence: w.noColon(at) }
    if (!NAME.test(name)) return { ok: false, sentence: w.wrongName(at) }
    if (!VALUE.test(value)) return { ok: false, sentence: w.wrongValue(at) }
    rawHeaders.push(name, value)
  }
  if (rawHeaders.length > 400) return { ok: false, sentence: w.tooMany }
  return { ok: true, rawHeaders }
}
