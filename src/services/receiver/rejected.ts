import type { Socket } from 'node:net'
import type { CaptureDesk } from '../../core/ports.ts'
import type { CapturedRequest, PlannedReply } from '../../core/postback.ts'
import type { Connection } from './connection.ts'
import { linger } from './connections.ts'
import type { ReceiverLimits } from './limits.ts'
import { formatReply } from './raw-reply.ts'
import { REFUSALS, refusalFor } from './refusals.ts'
import { SENDER_GONE } from './reply.ts'

/**
 * What Node's parser or clock refused (`clientError`): kept as `rejected`, answered, closed.
 *
 * The first bytes are those of the chunk in which the parser gave up (`rawPacket`), from its start: with pipelining
 * that may be the end of an earlier request, and of a head in several packets it is the last. There are none where
 * a head stopped or stalled midway. To keep more, every byte of every request would have to pass through JavaScript,
 * which costs a capture 5 µs.
 */
export function onClientError(
  error: Error,
  socket: Socket,
  connection: Connection,
  desk: CaptureDesk,
  limits: ReceiverLimits,
  now: () => number,
): void {
  if (connection.finished) return
  const { code, rawPacket } = parserError(error)
  // A tunnel's client holds connections ready that send nothing until a postback comes.
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0) return
  connection.finished = true
  if (connection.body !== null && !connection.body.complete()) {
    connection.body.fail(code)
    return
  }
  // The socket's own errors say nothing about bytes; after a whole request they are a sender's leaving.
  const fromParser = code.startsWith('HPE_') || code === 'ERR_HTTP_REQUEST_TIMEOUT'
  if (!fromParser && (connection.used || socket.bytesRead === 0)) {
    socket.destroy()
    return
  }
  const request: CapturedRequest = {
    receivedAt: now(),
    remoteAddress: connection.remoteAddress,
    remotePort: connection.remotePort,
    httpVersion: null,
    method: null,
    target: null,
    rawHeaders: [],
    body: new Uint8Array(0),
    bodyLength: 0,
    bodyComplete: true,
    // A copy: the packet is a view into a buffer that Node uses again.
    rejection: { code, firstBytes: new Uint8Array(rawPacket.subarray(0, limits.rejectedBytes)) },
  }
  void captureAndClose(request, refusalFor(code, false), true, connection, desk, now)
}

/** Stores what came on a connection that Node's server has let go of, then answers in its turn, then closes. */
export async function captureAndClose(
  request: CapturedRequest,
  reply: PlannedReply,
  withBody: boolean,
  connection: Connection,
  desk: CaptureDesk,
  now: () => number,
): Promise<void> {
  const { socket } = connection
  socket.on('error', () => socket.destroy())
  let id: number
  try {
    id = await desk.capture(request, reply)
  } catch {
    connection.whenAnswered(() => linger(socket, formatReply(REFUSALS.notStored, withBody)))
    return
  }
  if (reply.delayMs > 0) await connection.wait(reply.delayMs)
  connection.whenAnswered(() => {
    if (connection.closed || !socket.writable) {
      socket.destroy()
      desk.replied(id, SENDER_GONE)
      return
    }
    let sent = false
    socket.once('finish', () => {
      sent = true
      desk.replied(id, { sentAt: now(), senderGone: false })
    })
    connection.onClose(() => {
      if (!sent) desk.replied(id, SENDER_GONE)
    })
    linger(socket, formatReply(reply, withBody))
  })
}

function parserError(error: Error): { code: string; rawPacket: Uint8Array } {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  const raw = 'rawPacket' in error ? error.rawPacket : null
  return { code, rawPacket: raw instanceof Uint8Array ? raw : new Uint8Array(0) }
}
