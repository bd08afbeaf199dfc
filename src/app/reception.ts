import { classifyRequest } from '../core/classify.ts'
import type { Endpoint } from '../core/endpoint.ts'
import type { CaptureDesk, PostbackStore } from '../core/ports.ts'
import type { PlannedReply, PostbackSummary } from '../core/postback.ts'

/** For paths that are no endpoint's: the truth, so that a wrong path shows in the sender's own log as well. */
const NO_ENDPOINT: PlannedReply = {
  status: 404,
  headers: [['Content-Type', 'text/plain']],
  body: 'No endpoint has this path. The request was recorded.',
  delayMs: 0,
}

/** So many captures are told of in one event; a commit may hold ten times as many. */
const TOLD_TOGETHER = 50

export interface Reception extends CaptureDesk {
  /** From now on replies follow these endpoints. */
  setEndpoints(endpoints: readonly Endpoint[]): void
}

/**
 * Stands between the receiver and the store: plans the reply, commits, and tells of what was committed.
 * `onReceived` hears of captures in order, those of one group commit together, after their replies are on the way.
 */
export function createReception(
  store: PostbackStore,
  answerProbe: (target: string) => string | null,
  onReceived: (postbacks: readonly PostbackSummary[]) => void,
): Reception {
  let endpoints: readonly Endpoint[] = []
  let committed: PostbackSummary[] = []

  function tellLater(summary: PostbackSummary): void {
    committed.push(summary)
    if (committed.length > 1) return
    setImmediate(() => {
      const postbacks = committed
      committed = []
      for (let from = 0; from < postbacks.length; from += TOLD_TOGETHER) {
        onReceived(postbacks.slice(from, from + TOLD_TOGETHER))
      }
    })
  }

  return {
    setEndpoints(next) {
      endpoints = next
    },
    planReply(method, target) {
      const { endpoint } = classifyRequest({ method, target, rawHeaders: [] }, endpoints)
      return endpoints.find(({ id }) => id === endpoint?.id)?.reply ?? NO_ENDPOINT
    },
    async capture(request, reply) {
      const summary = await store.append(request, reply)
      tellLater(summary)
      return summary.id
    },
    replied(id, outcome) {
      store.recordReply(id, outcome)
    },
    answerProbe,
  }
}
