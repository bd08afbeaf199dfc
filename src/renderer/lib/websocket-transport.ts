import { CallError } from '../../contract/errors.ts'
import { createEventCursor } from '../../contract/event-cursor.ts'
import type { ConnectionState, Incoming, Transport } from '../../contract/transport.ts'
import { type ClientMessage, hostMessageFromText } from '../../contract/wire.ts'
import { words } from '../../words/words.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 5000

interface PendingCall {
  readonly message: ClientMessage
  readonly resolve: (output: unknown) => void
  readonly reject: (error: CallError) => void
}

/**
 * Speaks to a host over a WebSocket and reconnects for ever, each time asking for the events since the last one it
 * delivered. A call under way when the connection drops is rejected as `disconnected`, never sent twice.
 */
export function createWebSocketTransport(url: string): Transport {
  const cursor = createEventCursor()
  const listeners = new Set<(incoming: Incoming) => void>()
  const stateListeners = new Set<(state: ConnectionState) => void>()
  const pending = new Map<number, PendingCall>()
  let state: ConnectionState = 'connecting'
  let socket: WebSocket | null = null
  let retryMs = FIRST_RETRY_MS
  let retryTimer: ReturnType<typeof setTimeout> | null = null
  let lastId = 0
  let closed = false

  function setState(next: ConnectionState): void {
    if (next === state) return
    state = next
    for (const listener of stateListeners) listener(next)
  }

  function connect(): void {
    retryTimer = null
    const opening = new WebSocket(url)
    socket = opening
    opening.addEventListener('open', () => {
      retryMs = FIRST_RETRY_MS
      opening.send(JSON.stringify(cursor.subscribeMessage()))
      for (const { message } of pending.values()) opening.send(JSON.stringify(message))
      setState('connected')
    })
    opening.addEventListener('message', (event) => take(event.data))
    opening.addEventListener('close', () => {
      if (socket === opening) dropped()
    })
  }

  function dropped(): void {
    socket = null
    const lost = [...pending.values()]
    pending.clear()
    for (const call of lost) call.reject(disconnected(words().ui.host.lostMeanwhile))
    setState('disconnected')
    if (closed) return
    retryTimer = setTimeout(connect, retryMs)
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }

  function take(data: unknown): void {
    const message = hostMessageFromText(data)
    if (message === null) return
    if (message.type === 'events' || message.type === 'resync') {
      for (const incoming of cursor.take(message)) {
        for (const listener of listeners) listener(incoming)
      }
      return
    }
    const call = pending.get(message.id)
    if (!call) return
    pending.delete(message.id)
    if (message.type === 'output') call.resolve(message.output)
    else call.reject(new CallError(message.error.code, message.error.message, message.error.issues))
  }

  connect()

  return {
    call(procedure, input) {
      if (closed || state === 'disconnected') return Promise.reject(disconnected(words().ui.host.lostBefore))
      lastId += 1
      const message: ClientMessage = { type: 'call', id: lastId, procedure, input }
      return new Promise((resolve, reject) => {
        pending.set(message.id, { message, resolve, reject })
        // While the first connection is being made, calls wait for it: `open` sends them.
        if (state === 'connected') socket?.send(JSON.stringify(message))
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    onState(listener) {
      stateListeners.add(listener)
      listener(state)
      return () => {
        stateListeners.delete(listener)
      }
    },
    close() {
      closed = true
      if (retryTimer !== null) clearTimeout(retryTimer)
      socket?.close()
    },
  }
}

function disconnected(sentence: string): CallError {
  return new CallError('disconnected', sentence)
}
