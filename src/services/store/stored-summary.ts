import { NO_MARK_SUMMARY } from '../../core/mark.ts'
import type { CapturedRequest, PlannedReply, PostbackSummary, Reading } from '../../core/postback.ts'
import { endingOf } from './reply-ending.ts'

/** A request as lists have it in the moment in which it was stored. */
export function storedSummary(
  id: number,
  request: CapturedRequest,
  reply: PlannedReply,
  reading: Reading,
): PostbackSummary {
  return {
    ...reading,
    id,
    receivedAt: request.receivedAt,
    method: request.method,
    target: request.target,
    remoteAddress: request.remoteAddress,
    bodyLength: request.bodyLength,
    rejectionCode: request.rejection?.code ?? null,
    reply: { status: reply.status, sentAt: null, senderGone: false, ...endingOf(reply.ending) },
    mark: NO_MARK_SUMMARY,
  }
}
