import { headerPairs } from './as-text.ts'
import { endingOf } from './deliveries.ts'
import { exportedBytes, exportedMark, isoTime, sentStatus } from './exported-parts.ts'
import { harUrl } from './har-url.ts'
import type { PostbackDetail } from './postback.ts'
import { readTarget } from './query.ts'
import { statusText } from './status-text.ts'

interface NameValue {
  readonly name: string
  readonly value: string
}

const utf8 = new TextEncoder()

/** Sizes that the inspector does not know exactly, as HAR writes them. */
const UNKNOWN = -1

/**
 * One entry of a HAR 1.2 log (http://www.softwareishard.com/blog/har-12-spec/). `detail` is an HTTP request: bytes
 * that were none have no place in a HAR. What HAR has no field for stands in `_adjump`.
 */
export function harEntry(detail: PostbackDetail, method: string, rawTarget: string, endpoint: string | null): object {
  const headers = namedPairs(headerPairs(detail.rawHeaders))
  const replyHeaders = namedPairs(detail.replyHeaders)
  const target = readTarget(rawTarget)
  const { sentAt } = detail.reply
  const wait = sentAt === null ? 0 : Math.max(0, sentAt - detail.receivedAt)
  return {
    startedDateTime: isoTime(detail.receivedAt),
    time: wait,
    request: {
      method,
      url: harUrl(target, (name) => headerValue(headers, name)),
      httpVersion: `HTTP/${detail.httpVersion ?? '1.1'}`,
      cookies: cookiesOf(headers, 'cookie', ';'),
      headers,
      queryString: target.pieces.map(({ name, value }) => ({ name: name.text, value: value?.text ?? '' })),
      headersSize: UNKNOWN,
      bodySize: detail.bodyLength,
      ...(detail.bodyLength > 0 ? { postData: postData(detail, headerValue(headers, 'content-type')) } : {}),
    },
    response: response(detail, method, replyHeaders),
    cache: {},
    timings: { send: 0, wait, receive: 0 },
    ...(detail.remotePort === null ? {} : { connection: String(detail.remotePort) }),
    _adjump: {
      id: detail.id,
      kind: detail.kind,
      verdict: detail.verdict,
      findings: detail.findings.map(({ code, severity, field }) => ({ code, severity, field })),
      endpoint,
      userId: detail.userId,
      rewardAmount: detail.rewardAmount,
      amountValue: detail.amountValue,
      target: rawTarget,
      remoteAddress: detail.remoteAddress,
      bodyComplete: detail.bodyComplete,
      replySentAt: isoTime(sentStatus(detail) === null ? null : sentAt),
      senderGone: detail.reply.senderGone,
      replyEnding: endingOf(detail.reply),
      mark: exportedMark(detail),
    },
    // HAR's own place for the user's words.
    ...(detail.note === '' ? {} : { comment: detail.note }),
  }
}

/** As browsers write it where no response came: status 0. */
const NO_RESPONSE = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: '' },
  redirectURL: '',
  headersSize: UNKNOWN,
  bodySize: UNKNOWN,
}

function response(detail: PostbackDetail, method: string, headers: readonly NameValue[]): object {
  const status = sentStatus(detail)
  if (status === null) return NO_RESPONSE
  const text = method === 'HEAD' || status === 204 || status === 304 ? '' : detail.replyBody
  const size = utf8.encode(text).length
  return {
    status,
    statusText: statusText(status),
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers, 'set-cookie', null),
    headers,
    content: { size, mimeType: headerValue(headers, 'content-type') ?? '', text },
    redirectURL: headerValue(headers, 'location') ?? '',
    headersSize: UNKNOWN,
    bodySize: size,
  }
}

/** HAR 1.2 has no encoding for a request's body; `_encoding` says where `text` is base64. */
function postData(detail: PostbackDetail, mimeType: string | null): object {
  const { encoding, content } = exportedBytes(detail.bodyBase64)
  const marker = encoding === 'base64' ? { _encoding: encoding } : {}
  return { mimeType: mimeType ?? '', text: content, ...marker }
}

function namedPairs(pairs: readonly (readonly [string, string])[]): readonly NameValue[] {
  return pairs.map(([name, value]) => ({ name, value }))
}

function headerValue(headers: readonly NameValue[], wanted: string): string | null {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null
}

/** `separator` parts several cookies of one header; null where each header holds one, with attributes after it. */
function cookiesOf(headers: readonly NameValue[], wanted: string, separator: string | null): readonly NameValue[] {
  return headers
    .filter(({ name }) => name.toLowerCase() === wanted)
    .flatMap(({ value }) => (separator === null ? [value.split(';', 1)[0] ?? ''] : value.split(separator)))
    .filter((cookie) => cookie.trim() !== '')
    .map((cookie) => {
      const sign = cookie.indexOf('=')
      if (sign === -1) return { name: cookie.trim(), value: '' }
      return { name: cookie.slice(0, sign).trim(), value: cookie.slice(sign + 1).trim() }
    })
}

/** A whole HAR 1.2 log with one entry; null for bytes that were no HTTP request. */
export function toHar(detail: PostbackDetail, endpoint: string | null, appVersion: string): string | null {
  if (detail.method === null || detail.target === null) return null
  const creator = { name: 'Adjump Inspector', version: appVersion }
  const entries = [harEntry(detail, detail.method, detail.target, endpoint)]
  return JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 2)
}
