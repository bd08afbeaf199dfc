import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CaptureDesk, OnlyCountedError } from '../../core/ports.ts'
import type { CapturedRequest, PlannedReply } from '../../core/postback.ts'
import { announcesBody, type BodyBudget, type CapturedBody, captureBody, NO_BODY } from './capture-body.ts'
import type { Connection } from './connection.ts'
import { answer } from './endings.ts'
import type { ReceiverLimits } from './limits.ts'
import { sendableReply } from './planned-reply.ts'
import { REFUSALS, refusalFor } from './refusals.ts'
import { askBackend, withActual } from './relay.ts'
import { type Departure, SENDER_GONE, sendReply } from './reply.ts'

/** What every exchange of one receiver shares. */
export interface Desk {
  readonly desk: CaptureDesk
  readonly limits: ReceiverLimits
  readonly budget: BodyBudget
  readonly now: () => number
  /** The receiver is closing: replies are the last on their connections. */
  closing: boolean
}

/** One request from its head to its reply: kept first, answered only when it is on disk. Never rejects. */
export async function exchange(
  shared: Desk,
  connection: Connection,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { desk, limits, budget, now } = shared
  const { arrivals } = connection
  const method = request.method ?? ''
  const target = request.url ?? ''
  const echo = desk.answerProbe(target)
  connection.begin(request)
  if (echo !== null) {
    await sendReply(connection, response, probeReply(echo), departureOf(shared, request), now)
    connection.answered()
    return
  }

  const receivedAt = now()
  const planned = sendableReply(desk, method, target, request.rawHeaders)
  const arrival = arrivals.enter()
  const body = announcesBody(request) ? await captureBody(request, connection, limits, budget) : NO_BODY
  const completeAt = performance.now()
  const reply = refusalOf(request, body, limits) ?? planned
  const captured = describe(receivedAt, connection, request, body)

  let id: number | null = null
  let refusal: PlannedReply = REFUSALS.notStored
  try {
    id = await arrivals.handOver(arrival, () => desk.capture(captured, reply))
  } catch (error) {
    // Not stored: told to the sender below, and to the screen by whoever refused.
    if (error instanceof OnlyCountedError) refusal = REFUSALS.onlyCounted
  }
  budget.left += body.bytes.length

  if (id === null) {
    await sendReply(connection, response, refusal, departureAfter(body, 'close'), now)
  } else {
    if (reply.delayMs > 0) await connection.wait(reply.delayMs)
    const relayed = await askBackend(desk, id, captured, reply)
    if (connection.gaveUp(completeAt)) {
      connection.socket.destroy()
      desk.replied(id, connection.evicted ? { sentAt: now(), senderGone: false } : withActual(SENDER_GONE, relayed))
    } else {
      const departure = reply === planned ? departureOf(shared, request) : departureAfter(body, 'close')
      const context = { departure, silence: limits.silence, now }
      const outcome =
        relayed === null
          ? await answer(connection, response, reply, context)
          : await sendReply(connection, response, relayed, departure, now)
      desk.replied(id, withActual(outcome, relayed))
    }
  }
  connection.answered()
}

/** A request as it stood on the wire. */
export function describe(
  receivedAt: number,
  connection: Connection,
  request: IncomingMessage,
  body: CapturedBody,
): CapturedRequest {
  return {
    receivedAt,
    remoteAddress: connection.remoteAddress,
    remotePort: connection.remotePort,
    httpVersion: request.httpVersion,
    method: request.method ?? '',
    target: request.url ?? '',
    rawHeaders: request.rawHeaders,
    body: body.bytes,
    bodyLength: body.length,
    bodyComplete: body.end.how === 'complete',
    rejection: null,
  }
}

/** The receiver's own answer to a request that went beyond a bound or stopped midway; null for all others. */
function refusalOf(request: IncomingMessage, body: CapturedBody, limits: ReceiverLimits): PlannedReply | null {
  if (body.end.how === 'too-large') return REFUSALS.bodyTooLarge
  if (body.end.how === 'cut') return refusalFor(body.end.code ?? '', true)
  return request.rawHeaders.length / 2 > limits.headerCount ? REFUSALS.tooManyHeaders : null
}

function departureOf(shared: Desk, request: IncomingMessage): Departure {
  // A body that nobody reads would otherwise be taken for the next request where it never ends.
  const unread = !request.complete && announcesBody(request)
  return shared.closing || unread ? 'close' : 'keep-alive'
}

function departureAfter(body: CapturedBody, otherwise: Departure): Departure {
  return body.end.how === 'too-large' ? 'linger' : otherwise
}

function probeReply(echo: string): PlannedReply {
  return {
    status: 200,
    headers: [
      ['Content-Type', 'text/plain'],
      ['Cache-Control', 'no-store'],
    ],
    body: echo,
    delayMs: 0,
  }
}
