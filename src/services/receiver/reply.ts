import type { ServerResponse } from 'node:http'
import type { ReplyOutcome } from '../../core/postback.ts'
import type { Connection } from './connection.ts'
import { headerFacts } from './planned-reply.ts'
import type { ByteReply } from './relay.ts'

export const SENDER_GONE: ReplyOutcome = { sentAt: null, senderGone: true }

/** How a reply leaves: on a connection that goes on, as the last on it, or the last to a sender still sending. */
export type Departure = 'keep-alive' | 'close' | 'linger'

/** How long a sender that is still sending has to read its refusal, in ms. */
const LINGER = 1_000

/** Writes a reply. Resolves once the system has taken all of it, or the connection has closed without. */
export function sendReply(
  connection: Connection,
  response: ServerResponse,
  reply: ByteReply,
  departure: Departure,
  now: () => number,
): Promise<ReplyOutcome> {
  return new Promise((resolve) => {
    if (connection.closed) {
      resolve(SENDER_GONE)
      return
    }
    const settle = (outcome: ReplyOutcome): void => {
      connection.offClose(onClose)
      resolve(outcome)
    }
    let taken = false
    const onClose = (): void => settle(taken && !connection.failed ? { sentAt: now(), senderGone: false } : SENDER_GONE)
    connection.onClose(onClose)

    // To close earlier would take the replies along that still have to come.
    const isLast = connection.isLast(response.req)
    if (departure !== 'keep-alive' || isLast) response.shouldKeepAlive = false
    writeHead(response, reply)
    if (departure === 'linger') {
      lingerThenEnd(connection, response, reply, () => settle({ sentAt: now(), senderGone: false }))
    } else if (isLast) {
      // Only half of it may be closed, or all. The first packet of a reply makes the system of a sender that has
      // closed both halves refuse the second; how the connection ends then tells which it was.
      response.flushHeaders()
      setImmediate(() => {
        response.end(reply.body, () => {
          taken = true
        })
      })
    } else {
      // Node writes a head together with a text body, and then encodes both as UTF-8.
      const asItIs = typeof reply.body !== 'string' || headerFacts(reply.headers).ascii
      const body = asItIs ? reply.body : Buffer.from(reply.body)
      response.end(body, () => settle({ sentAt: now(), senderGone: false }))
    }
  })
}

/** Status, headers and the length of the whole body. */
export function writeHead(response: ServerResponse, reply: ByteReply): void {
  const length = String(Buffer.byteLength(reply.body))
  if (reply.statusText !== undefined) response.statusMessage = reply.statusText
  const hasBody = response.req.method !== 'HEAD' && reply.status !== 204 && reply.status !== 304
  if (headerFacts(reply.headers).repeated) {
    const flat = reply.headers.flat()
    response.writeHead(reply.status, hasBody ? [...flat, 'Content-Length', length] : flat)
    return
  }
  response.statusCode = reply.status
  for (const [name, value] of reply.headers) response.setHeader(name, value)
  // Node adds the length by itself where it sees the whole body at once, and never to HTTP/1.0.
  const alone = response.shouldKeepAlive && response.req.httpVersion === '1.1'
  if (hasBody && !alone) response.setHeader('Content-Length', length)
}

/** Gives a sender the time to read its refusal, reading what it still sends: a close would reset it at once. */
function lingerThenEnd(connection: Connection, response: ServerResponse, reply: ByteReply, sent: () => void): void {
  response.write(reply.body, (error) => {
    if (error) return
    sent()
    let over = false
    const end = (): void => {
      if (over) return
      over = true
      response.end()
    }
    response.req.once('end', end)
    connection.after(LINGER, end)
  })
}
