import type { ServerResponse } from 'node:http'
import type { PlannedReply, ReplyOutcome } from '../../core/postback.ts'
import type { Connection } from './connection.ts'
import { type Departure, SENDER_GONE, sendReply, writeHead } from './reply.ts'

/** What an answer on purpose needs to know of its request. */
export interface AnswerContext {
  readonly departure: Departure
  /** How long a connection is held in silence at most, in ms. */
  readonly silence: number
  readonly now: () => number
}

/** Answers as planned: with a reply, or without one on purpose. Resolves when it is over. */
export async function answer(
  connection: Connection,
  response: ServerResponse,
  reply: PlannedReply,
  context: AnswerContext,
): Promise<ReplyOutcome> {
  const ending = reply.ending ?? 'complete'
  if (ending === 'complete') return sendReply(connection, response, reply, context.departure, context.now)
  if (!(await itsTurn(connection, response))) return SENDER_GONE
  switch (ending) {
    case 'silence':
      return keepSilent(connection, context)
    case 'reset':
      connection.socket.resetAndDestroy()
      return { sentAt: context.now(), senderGone: false }
    case 'cut':
      return cutOff(connection, response, reply, context.now)
    default:
      return ending satisfies never
  }
}

/** Waits until the replies to earlier requests on the connection are out. False where it has closed by then. */
function itsTurn(connection: Connection, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    if (connection.closed || response.socket !== null) {
      resolve(!connection.closed)
      return
    }
    const settle = (open: boolean): void => {
      connection.offClose(onClose)
      resolve(open)
    }
    const onClose = (): void => settle(false)
    connection.onClose(onClose)
    response.once('socket', () => settle(true))
  })
}

/** Sends nothing, and holds the connection until the sender gives it up, or a bound or the receiver's end does. */
function keepSilent(connection: Connection, { silence, now }: AnswerContext): Promise<ReplyOutcome> {
  return new Promise((resolve) => {
    connection.silent = true
    // One that ended its side before it could wait has merely said all it had to say; from now on it is patience.
    connection.socket.on('end', () => connection.socket.destroy())
    connection.onClose(() => resolve({ sentAt: now(), senderGone: !connection.dropped }))
    connection.after(silence, () => {
      if (!connection.closed) connection.drop()
    })
  })
}

/** Announces the whole body, sends half of it and closes. */
function cutOff(
  connection: Connection,
  response: ServerResponse,
  reply: PlannedReply,
  now: () => number,
): Promise<ReplyOutcome> {
  return new Promise((resolve) => {
    let sent: ReplyOutcome | null = null
    connection.onClose(() => resolve(sent ?? SENDER_GONE))
    response.shouldKeepAlive = false
    writeHead(response, reply)
    response.flushHeaders()
    const body = Buffer.from(reply.body)
    const half = body.subarray(0, Math.floor(body.length / 2))
    const close = (): void => {
      sent = { sentAt: now(), senderGone: false }
      // Not `end` of the response, which would be the body's end; what is written still goes out.
      connection.socket.destroySoon()
    }
    if (half.length === 0) close()
    else {
      response.write(half, (error) => {
        if (!error) close()
      })
    }
  })
}
