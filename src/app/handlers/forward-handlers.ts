import type { Handlers } from '../../contract/router.ts'
import type { ForwardRecords } from '../../core/forward-records.ts'
import type { Forwarding } from '../forwarding.ts'

/** What became of forwarded postbacks, and once more by hand. */
export function forwardHandlers(records: ForwardRecords, forwarding: Forwarding) {
  return {
    'forward.attempts': ({ postbackId }) => records.attempts(postbackId),
    'forward.again': ({ postbackId }) => forwarding.again(postbackId),
  } satisfies Partial<Handlers>
}
