import type { MessagePort } from 'node:worker_threads'
import type { CallMessage, CallTable, ThreadMessage, ThreadRequest } from './messages.ts'
import { failureOf } from './store-failure.ts'

/** How a thread answers its calls: every name has its handler. */
export type Handlers<Calls extends CallTable> = {
  readonly [Name in keyof Calls]: (input: Calls[Name]['input']) => Calls[Name]['output']
}

/**
 * Answers calls one after the other, in the order in which they come. `afterEach` runs once the answer is on its way.
 * At the end `close` lets go of what the thread holds, and the thread ends by itself.
 */
export function serveCalls<Calls extends CallTable>(
  port: MessagePort,
  folder: string,
  handlers: Handlers<Calls>,
  close: () => void,
  afterEach: () => void = () => {},
): void {
  port.on('message', (message: ThreadRequest<Calls>) => {
    if (message.type === 'end') {
      close()
      port.close()
      return
    }
    const reply = answer(message)
    port.postMessage(reply, reply.type === 'answer' && reply.ok ? blocksOf(reply.output) : [])
    afterEach()
  })

  function answer({ call, name, input }: CallMessage<Calls>): ThreadMessage<never, never> {
    try {
      return { type: 'answer', call, ok: true, output: handlers[name](input) }
    } catch (error) {
      return { type: 'answer', call, ok: false, failure: failureOf(error, folder) }
    }
  }
}

/** What an answer brings as bytes of its own is given away: a copy of each piece of an export would cost as much as the piece. */
function blocksOf(output: unknown): ArrayBuffer[] {
  const bytes = output !== null && typeof output === 'object' && 'bytes' in output ? output.bytes : null
  if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return []
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []
}
