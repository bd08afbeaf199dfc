import type { PlannedReply } from '../../core/postback.ts'

function refusal(status: number, sentence: string, ...headers: readonly (readonly [string, string])[]): PlannedReply {
  return { status, headers: [['Content-Type', 'text/plain'], ...headers], body: `${sentence}\n`, delayMs: 0 }
}

/** The code under which a request is kept whose end another server might see elsewhere. */
export const AMBIGUOUS = 'TRANSFER_ENCODING_IN_OLD_HTTP'

/** What the receiver answers of its own accord, each with one sentence for whoever sent the request. */
export const REFUSALS = {
  notStored: refusal(503, 'The inspector could not store this request; nothing was recorded.', ['Retry-After', '5']),
  tooManyConnections: refusal(503, 'The inspector has too many connections open; nothing was recorded.', [
    'Retry-After',
    '5',
  ]),
  onlyCounted: refusal(429, 'Too many requests that are for no endpoint; this one was only counted.', [
    'Retry-After',
    '60',
  ]),
  madeRoom: { ...refusal(503, 'The connection was needed for another; what came was recorded.'), ending: 'reset' },
  closing: { ...refusal(503, 'The inspector was closed; what came was recorded.'), ending: 'reset' },
  replyUnusable: refusal(500, 'The reply that is set for this endpoint cannot be sent; the request was recorded.'),
  backendUnusable: refusal(502, 'The backend’s reply holds what HTTP cannot carry; the request was recorded.'),
  notHttp: refusal(400, 'This is not an HTTP request that can be read; what came was recorded.'),
  bodyCutShort: refusal(400, 'The body ended before it was complete; what came was recorded.'),
  headTooLarge: refusal(431, 'The request line and headers are too long; what came was recorded.'),
  tooManyHeaders: refusal(431, 'The request has too many headers; it was recorded.'),
  bodyTooLarge: refusal(413, 'The body is too long; the start of it was recorded.'),
  ambiguous: refusal(400, 'Where this request ends cannot be told for sure; what came was recorded.'),
  tooSlow: refusal(408, 'The request took too long to arrive; what came was recorded.'),
} as const satisfies Record<string, PlannedReply>

/** The refusal for an error of Node's HTTP parser or its clock. `inBody`: the head had been understood. */
export function refusalFor(code: string, inBody: boolean): PlannedReply {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return REFUSALS.tooSlow
  if (code === 'CONNECTION_NEEDED') return REFUSALS.madeRoom
  if (code === 'CLOSING') return REFUSALS.closing
  if (code === AMBIGUOUS) return REFUSALS.ambiguous
  if (code === 'HPE_HEADER_OVERFLOW') return REFUSALS.headTooLarge
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return REFUSALS.bodyTooLarge
  return inBody ? REFUSALS.bodyCutShort : REFUSALS.notHttp
}
