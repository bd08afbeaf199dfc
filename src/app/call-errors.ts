import { CallError } from '../contract/errors.ts'
import { ReceiverError, StoreError } from '../core/ports.ts'

/** Turns an expected failure of a port into the error that crosses to the screen; anything else goes on as it is. */
export function toCallError(error: unknown): unknown {
  if (error instanceof ReceiverError) {
    return new CallError('conflict', error.message, [
      { path: ['settings', 'receiver', 'port'], message: error.message },
    ])
  }
  if (!(error instanceof StoreError)) return error
  switch (error.code) {
    case 'path-taken':
      return new CallError('conflict', error.message, [{ path: ['config', 'path'], message: error.message }])
    case 'not-found':
      return new CallError('not-found', error.message)
    case 'bad-cursor':
      return new CallError('invalid-input', error.message)
    case 'busy':
      return new CallError('conflict', error.message)
    case 'last-endpoint':
      return new CallError('refused', error.message)
    case 'in-use':
    case 'not-writable':
    case 'newer-version':
    case 'disk-full':
    case 'io':
    case 'closed':
      return new CallError('unavailable', error.message)
    default:
      return unreachable(error.code)
  }
}

function unreachable(value: never): never {
  throw new Error(`unknown store error: ${String(value)}`)
}
