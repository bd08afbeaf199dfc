import type { EventPayload } from '../contract/events.ts'
import type { ReplyOutcome } from '../core/postback.ts'

type ReplyNews = EventPayload<'postback.replied'>['replies'][number]

/** What the screen is told of a reply that is over: its status where it was another than the planned one. */
export function replyNews({ id, sentAt, senderGone, actual }: { readonly id: number } & ReplyOutcome): ReplyNews {
  return { id, sentAt, senderGone, ...(actual && { status: actual.status }) }
}
