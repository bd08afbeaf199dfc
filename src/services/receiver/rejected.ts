import { type CaptureDesk, OnlyCountedError } from '../../core/ports.ts'
import type { CapturedRequest, PlannedReply } from '../../core/postback.ts'
import type { Connection } from './connection.ts'
import { linger } from './connections.ts'
import type { ReceiverLimits } from './limits.ts'
import { formatReply } from './raw-reply.ts'
import { REFUSALS, refusalFor } from './refusals.ts'
import { SENDER_GONE } from './reply.ts'

/** What the rejections of one receiver share. */
export interface RejectionDesk {
  readonly desk: CaptureDesk
  readonly limits: ReceiverLimits
  readonly now: () => number
}

/**
 * What Node's parser or clock refused (`clientError`): kept as `rejected`, answered, closed.
 *
 * The first bytes are all that came since the last head that was understood. Where that head ended in the very
 * packet in which the parser gave up, it is that packet from its start, and so may begin with the end of it.
 */
export function onClientError(error: Error, connection: Connection, shared: RejectionDesk): void {
  if (connection.finished) return
  const { socket } = connection
  const { code, rawPacket } = parserError(error)
  // A tunnel's client holds connections ready that send nothing until a postback comes.
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0) return
  if (connection.receivingBody) {
    connection.finished = true
    connection.body?.fail(code)
    return
  }
  // The socket's own errors say nothing about bytes; after a whole request they are a sender's leaving.
  const fromParser = code.startsWith('HPE_') || code === 'ERR_HTTP_REQUEST_TIMEOUT'
  if (!fromParser && connection.head.since === null) {
    connection.finished = true
    socket.destroy()
    return
  }
  reject(connection, code, shared, rawPacket)
}

/** Keeps what came of a request that will not be read any further, answers and closes. */
export function reject(
  connection: Connection,
  code: string,
  { desk, limits, now }: RejectionDesk,
  rawPacket: Uint8Array = new Uint8Array(0),
): void {
  connection.finished = true
  const cameBefore = connection.head.bytes()
  const bytes = cameBefore.length > 0 ? cameBefore : rawPacket
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
    rejection: { code, firstBytes: new Uint8Array(bytes.subarray(0, limits.rejectedBytes)) },
  }
  connection.head.clear()
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
  const { socket, arrivals } = connection
  connection.latest = request
  socket.on('error', () => socket.destroy())
  let id: number
  try {
    id = await arrivals.handOver(arrivals.enter(), () => desk.capture(request, reply))
  } catch (error) {
    const refusal = error instanceof OnlyCountedError ? REFUSALS.onlyCounted : REFUSALS.notStored
    connection.whenAnswered(() => linger(socket, formatReply(refusal, withBody)))
    return
  }
  if (reply.ending === 'reset') {
    socket.resetAndDestroy()
    desk.replied(id, { sentAt: now(), senderGone: false })
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
