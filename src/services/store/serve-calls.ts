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
    port.postMessage(answer(message))
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
