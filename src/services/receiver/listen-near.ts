import { type Receiver, ReceiverError } from '../../core/ports.ts'
import { createHttpReceiver, type HttpReceiverOptions } from './http-receiver.ts'

const HIGHEST_PORT = 65_535
/** How many ports after the wanted one are tried. */
export const PORTS_TRIED_AFTER = 20

/**
 * A receiver on the wanted port, or on the next free one after it: the caller compares `port` with what it wanted.
 * Rejects with a `ReceiverError`, `port-taken` where all of them are in use.
 */
export async function createHttpReceiverNear(
  options: HttpReceiverOptions,
  portsAfter: number = PORTS_TRIED_AFTER,
): Promise<Receiver> {
  const last = Math.min(options.port + portsAfter, HIGHEST_PORT)
  for (let port = options.port; port <= last; port += 1) {
    try {
      return await createHttpReceiver({ ...options, port })
    } catch (error) {
      if (!(error instanceof ReceiverError) || error.code !== 'port-taken') throw error
    }
  }
  throw new ReceiverError(
    'port-taken',
    `Ports ${String(options.port)} to ${String(last)} are all in use by other programs. Set another port.`,
  )
}
