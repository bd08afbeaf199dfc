import type { EventLog } from '../contract/event-log.ts'
import type { Unsubscribe } from '../core/ports.ts'
import type { PostbackSummary } from '../core/postback.ts'

/** Tells of every capture from now on, in order, as the log has it. */
export function followCaptures(
  log: EventLog,
  onCaptured: (postbacks: readonly PostbackSummary[]) => void,
): Unsubscribe {
  let seen = log.seq
  return log.onEmit(() => {
    const found = log.after(seen, Number.POSITIVE_INFINITY) ?? []
    seen = log.seq
    for (const event of found) if (event.event === 'postback.received') onCaptured(event.payload.postbacks)
  })
}
