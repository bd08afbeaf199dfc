import type { Transport } from '../../contract/transport.ts'
import { createBridgeTransport, findBridge } from './bridge-transport.ts'
import { createWebSocketTransport } from './websocket-transport.ts'

/** The desktop's bridge where there is one, else a WebSocket to where this page came from. */
export function chooseTransport(scope: Window): Transport {
  const bridge = findBridge(scope)
  if (bridge) return createBridgeTransport(bridge)
  const url = new URL('/ws', scope.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return createWebSocketTransport(url.href)
}

/** Takes the one-time token out of the address bar: the cookie has taken its place, and it must not be copied on. */
export function forgetToken(scope: Window): void {
  const url = new URL(scope.location.href)
  if (!url.searchParams.has('token')) return
  url.searchParams.delete('token')
  scope.history.replaceState(scope.history.state, '', url.href)
}
