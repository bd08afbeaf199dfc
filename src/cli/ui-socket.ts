import type { WebSocket } from 'ws'
import type { Inspector } from '../app/inspector.ts'
import { createSession } from '../contract/session.ts'

/** The largest message a screen may send: a filter or a form, never more. */
export const LARGEST_MESSAGE = 1024 * 1024
/** With more than this waiting to be read, events stay in the log until the screen has caught up. */
const CONGESTED_FROM = 4 * 1024 * 1024

/** Speaks the contract with one screen over one WebSocket. */
export function attachWebSocket(webSocket: WebSocket, inspector: Inspector): void {
  const session = createSession(inspector.router, inspector.log, {
    send: (message) => {
      webSocket.send(JSON.stringify(message))
    },
    congested: () => webSocket.bufferedAmount > CONGESTED_FROM,
  })
  webSocket.on('message', (data, isBinary) => {
    const message = !isBinary && Buffer.isBuffer(data) ? parseJson(data.toString('utf8')) : null
    if (message === null) webSocket.close(1003, 'JSON text only')
    else void session.receive(message)
  })
  webSocket.on('close', () => {
    session.close()
  })
  // A broken connection is followed by its close; the screen reconnects by itself.
  webSocket.on('error', () => {})
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
