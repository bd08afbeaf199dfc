import { BRIDGE_NAME, type Bridge } from '../../contract/bridge.ts'
import { CallError } from '../../contract/errors.ts'
import { createEventCursor } from '../../contract/event-cursor.ts'
import type { Incoming, Transport } from '../../contract/transport.ts'
import { type HostMessage, hostMessageFromText } from '../../contract/wire.ts'
import { words } from '../../words/words.ts'

/** The bridge that the desktop's preload put into this window; null in a browser. */
export function findBridge(scope: Window): Bridge | null {
  const candidate: unknown = Reflect.get(scope, BRIDGE_NAME)
  return isBridge(candidate) ? candidate : null
}

function isBridge(candidate: unknown): candidate is Bridge {
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    typeof Reflect.get(candidate, 'call') === 'function' &&
    typeof Reflect.get(candidate, 'subscribe') === 'function'
  )
}

/** Speaks to the host in the same app. It is there as long as the window is: the state never changes. */
export function createBridgeTransport(bridge: Bridge): Transport {
  const cursor = createEventCursor()
  const listeners = new Set<(incoming: Incoming) => void>()
  let lastId = 0

  const unsubscribe = bridge.subscribe(cursor.subscribeMessage(), (text) => {
    const message = hostMessageFromText(text)
    if (message === null) return
    for (const incoming of cursor.take(message)) {
      for (const listener of listeners) listener(incoming)
    }
  })

  return {
    async call(procedure, input) {
      lastId += 1
      let answer: unknown
      try {
        answer = await bridge.call({ type: 'call', id: lastId, procedure, input })
      } catch {
        throw new CallError('disconnected', words().ui.host.noAnswer)
      }
      const message = hostMessageFromText(answer)
      if (message === null) throw new CallError('internal', words().ui.host.notUnderstood(procedure))
      return outputOf(message, procedure)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    onState(listener) {
      listener('connected')
      return () => undefined
    },
    close() {
      listeners.clear()
      unsubscribe()
    },
  }
}

function outputOf(message: HostMessage, procedure: string): unknown {
  if (message.type === 'output') return message.output
  if (message.type === 'error') {
    throw new CallError(message.error.code, message.error.message, message.error.issues)
  }
  throw new CallError('internal', words().ui.host.notUnderstood(procedure))
}
