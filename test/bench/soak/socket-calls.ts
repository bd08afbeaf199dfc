import { once } from 'node:events'
import { WebSocket } from 'ws'

interface Reply {
  readonly id?: number
  readonly result?: unknown
  readonly type?: string
  readonly output?: unknown
  readonly error?: { readonly message?: string }
}

/** Calls over a WebSocket whose answers carry the call's number: the contract's, or the Node inspector's. */
export interface SocketCalls {
  call(name: string, input: unknown): Promise<unknown>
  close(): void
}

/** The contract over the screen's own address. `onMessage` hears of all that is no answer. */
export async function contractCalls(screenUrl: string, onMessage: (message: unknown) => void): Promise<SocketCalls> {
  const { origin, host, searchParams } = new URL(screenUrl)
  const url = `ws://${host}/${searchParams.get('token') ?? ''}/ws`
  return socketCalls(
    new WebSocket(url, { headers: { origin }, maxPayload: 256 * 1024 * 1024 }),
    (id, procedure, input) => ({ type: 'call', id, procedure, input }),
    onMessage,
    { type: 'subscribe', epoch: null, after: 0 },
  )
}

/** The Node inspector of a process. `onMessage` hears of its events. */
export function inspectorCalls(url: string, onMessage: (message: unknown) => void): Promise<SocketCalls> {
  return socketCalls(new WebSocket(url), (id, method, params) => ({ id, method, params }), onMessage, null)
}

async function socketCalls(
  socket: WebSocket,
  shape: (id: number, name: string, input: unknown) => object,
  onMessage: (message: unknown) => void,
  first: object | null,
): Promise<SocketCalls> {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Reply
    const call = message.id === undefined ? undefined : pending.get(message.id)
    if (call === undefined || message.id === undefined) {
      onMessage(message)
      return
    }
    pending.delete(message.id)
    if (message.error !== undefined) call.reject(new Error(message.error.message ?? 'it failed'))
    else call.resolve(message.output ?? message.result)
  })
  socket.on('close', () => {
    for (const call of pending.values()) call.reject(new Error('the connection closed'))
    pending.clear()
  })
  socket.on('error', () => undefined)
  await once(socket, 'open')
  if (first !== null) socket.send(JSON.stringify(first))
  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        lastId += 1
        if (socket.readyState !== WebSocket.OPEN) {
          reject(new Error('the connection is closed'))
          return
        }
        pending.set(lastId, { resolve, reject })
        socket.send(JSON.stringify(shape(lastId, name, input)))
      }),
    close: () => socket.close(),
  }
}
