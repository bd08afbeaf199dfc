import type { Transport } from '../../contract/transport.ts'
import { createBridgeTransport, findBridge } from './bridge-transport.ts'
import { createWebSocketTransport } from './websocket-transport.ts'

/** The desktop's bridge where there is one, else a WebSocket to where this page came from. */
export function chooseTransport(scope: Window): Transport {
  const bridge = findBridge(scope)
  if (bridge) return createBridgeTransport(bridge)
  const url = new URL('ws', scope.location.href)
  url.hash = ''
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return createWebSocketTransport(url.href)
}
