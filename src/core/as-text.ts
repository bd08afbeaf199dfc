import { base64ToLatin1 } from './base64.ts'
import { curlArguments, takesInlineBody } from './curl-arguments.ts'
import type { Finding, PostbackDetail, PostbackSummary, ReplyEnding } from './postback.ts'
import { printfBytes, shellWord } from './shell-quote.ts'

/** A finding as the JSON lines show it. */
export type FindingJson = Pick<Finding, 'code' | 'severity' | 'field' | 'param' | 'detail'>

/** The `postback` object of the command line's JSON lines. `receivedAt` is ISO 8601 in UTC with milliseconds. */
export interface PostbackJson {
  readonly id: number
  readonly receivedAt: string
  readonly kind: PostbackSummary['kind']
  readonly method: string | null
  readonly target: string | null
  /** The endpoint's name. */
  readonly endpoint: string | null
  readonly userId: string | null
  readonly rewardAmount: string | null
  readonly verdict: PostbackSummary['verdict']
  readonly findings: readonly FindingJson[]
  readonly remoteAddress: string | null
  /** `ending` only where the reply did not end as replies do; for `silence` and `reset` no status was sent. */
  readonly reply: { readonly status: number; readonly ending?: ReplyEnding }
}

/** Picks what is outer vocabulary, in its documented order, and nothing else. */
export function toJsonLine(summary: PostbackSummary, endpointName: string | null): PostbackJson {
  const { ending } = summary.reply
  return {
    id: summary.id,
    receivedAt: new Date(summary.receivedAt).toISOString(),
    kind: summary.kind,
    method: summary.method,
    target: summary.target,
    endpoint: endpointName,
    userId: summary.userId,
    rewardAmount: summary.rewardAmount,
    verdict: summary.verdict,
    findings: summary.findings.map(({ code, severity, field, param, detail }) => ({
      code,
      severity,
      field,
      param,
      detail,
    })),
    remoteAddress: summary.remoteAddress,
    reply: { status: summary.reply.status, ...(ending === undefined ? {} : { ending }) },
  }
}

/**
 * The request as it stood on the wire, one character a byte (latin1). Of a rejected request these are the first
 * bytes that were kept. The parser drops the blanks around header values and undoes chunking; a body that was
 * longer than the cap ends where the kept part ends.
 */
export function toRawRequest(detail: PostbackDetail): string {
  if (detail.method === null || detail.target === null) return base64ToLatin1(detail.rejectionBytesBase64 ?? '')
  const lines = [`${detail.method} ${detail.target} HTTP/${detail.httpVersion ?? '1.1'}`]
  for (const [name, value] of headerPairs(detail.rawHeaders)) lines.push(`${name}: ${value}`)
  return `${lines.join('\r\n')}\r\n\r\n${base64ToLatin1(detail.bodyBase64)}`
}

/** Name and value side by side; a name without a value (never seen from a parser) is left out. */
export function headerPairs(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? ''])
  }
  return pairs
}

/**
 * A command for a POSIX shell that sends the same request to `baseUrl` (`http://127.0.0.1:4070`): same target,
 * header order and case, and body, byte for byte; only Host comes first, as curl always puts it, and goes along to
 * a loopback address alone, for a tunnel chooses by it. Nothing a stranger sent is ever run or expanded. A request
 * that was rejected is no HTTP, so its first bytes go over a bare connection.
 */
export function toCurl(detail: PostbackDetail, baseUrl: string): string {
  if (detail.method === null || detail.target === null) return toBareConnection(detail, baseUrl)
  const body = base64ToLatin1(detail.bodyBase64)
  const request = {
    method: detail.method,
    target: detail.target,
    httpVersion: detail.httpVersion,
    headers: headerPairs(detail.rawHeaders),
    body,
  }
  const lines = curlArguments(request, baseUrl).map((words) => words.map(shellWord).join(' '))
  const curl = `curl ${lines.join(' \\\n  ')}`
  return body === '' || takesInlineBody(body) ? curl : `${printfBytes(body)} |\n  ${curl}`
}

const BASE_URL = /^(https?):\/\/(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?/i

function toBareConnection(detail: PostbackDetail, baseUrl: string): string {
  const [, scheme = 'http', host = '', port] = BASE_URL.exec(baseUrl) ?? []
  const bytes = printfBytes(toRawRequest(detail))
  const name = host.replace(/^\[|\]$/g, '')
  return scheme.toLowerCase() === 'https'
    ? `${bytes} |\n  openssl s_client -quiet -servername ${shellWord(name)} -connect ${shellWord(`${host}:${port ?? '443'}`)}`
    : `${bytes} |\n  nc ${shellWord(name)} ${shellWord(port ?? '80')}`
}
