import type { WebSocket } from 'ws'
import type { Inspector } from '../app/inspector.ts'
import { createSession } from '../contract/session.ts'
import { hostMessageToText } from '../contract/wire.ts'

/** The largest message a screen may send: a filter or a form, never more. */
export const LARGEST_MESSAGE = 1024 * 1024
/** With more than this waiting to be read, events stay in the log and calls in the connection, until it is read. */
const CONGESTED_FROM = 4 * 1024 * 1024
/** Calls of one screen that are under way at once; the next ones wait unread. */
const MOST_CALLS = 16

/** Speaks the contract with one screen over one WebSocket. */
export function attachWebSocket(webSocket: WebSocket, inspector: Inspector): void {
  const waiting: unknown[] = []
  let running = 0
  const isCongested = (): boolean => webSocket.bufferedAmount > CONGESTED_FROM
  const session = createSession(inspector.router, inspector.log, {
    send: (message) => {
      webSocket.send(hostMessageToText(message), goOn)
    },
    congested: isCongested,
  })

  /** Begins what may begin, and reads on only where nothing is left waiting: a flood stays at its sender. */
  function goOn(): void {
    while (running < MOST_CALLS && !isCongested() && waiting.length > 0) {
      running += 1
      void session.receive(waiting.shift()).finally(() => {
        running -= 1
        goOn()
      })
    }
    if (waiting.length > 0) webSocket.pause()
    else webSocket.resume()
  }

  webSocket.on('message', (data, isBinary) => {
    const message = !isBinary && Buffer.isBuffer(data) ? parseJson(data.toString('utf8')) : null
    if (message === null) {
      webSocket.close(1003, 'JSON text only')
      return
    }
    waiting.push(message)
    goOn()
  })
  webSocket.on('close', () => {
    waiting.length = 0
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
