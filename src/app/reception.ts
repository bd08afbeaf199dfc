import { type Classification, classifyRequest, type RequestHead } from '../core/classify.ts'
import type { Endpoint } from '../core/endpoint.ts'
import type { CaptureDesk, PostbackStore } from '../core/ports.ts'
import type { CapturedRequest, PlannedReply, PostbackSummary } from '../core/postback.ts'
import type { Forwarding } from './forwarding.ts'

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
  /** Whether a request is to the path of an endpoint, or a postback that missed it: what must always be kept. */
  isExpected(request: CapturedRequest): boolean
}

/**
 * Stands between the receiver and the store: plans the reply, commits, and tells of what was committed.
 * `onReceived` hears of captures in order, those of one group commit together, after their replies are on the way.
 */
export function createReception(
  store: PostbackStore,
  answerProbe: (target: string) => string | null,
  onReceived: (postbacks: readonly PostbackSummary[]) => void,
  /** The reply for a postback to an endpoint; its reply script takes a step. */
  replyFor: (endpoint: Endpoint) => PlannedReply = ({ reply }) => reply,
  forwarding: Pick<Forwarding, 'observe' | 'relay'> | null = null,
): Reception {
  let endpoints: readonly Endpoint[] = []
  /** The head that was classified last: it is asked for twice, when its reply is planned and when it is kept. */
  let latest: { readonly head: RequestHead; readonly found: Classification } | null = null
  let committed: PostbackSummary[] = []

  function classify(method: string, target: string, rawHeaders: readonly string[]): Classification {
    const known = latest?.head
    if (latest !== null && known?.rawHeaders === rawHeaders && known.target === target && known.method === method) {
      return latest.found
    }
    const head = { method, target, rawHeaders }
    latest = { head, found: classifyRequest(head, endpoints) }
    return latest.found
  }

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

  function forwards(): boolean {
    return forwarding !== null && endpoints.some(({ forward }) => forward.mode === 'observe')
  }

  /** The endpoint whose path it is. A reading names one for unknown paths too, which must never be forwarded. */
  function endpointOf({ method, target, rawHeaders }: CapturedRequest): Endpoint | undefined {
    const id = classify(method ?? '', target ?? '', rawHeaders).endpoint?.id
    return endpoints.find((endpoint) => endpoint.id === id)
  }

  function observe(id: number, request: CapturedRequest): void {
    const endpoint = endpointOf(request)
    if (endpoint !== undefined) forwarding?.observe(id, request, endpoint)
  }

  return {
    setEndpoints(next) {
      endpoints = next
      latest = null
    },
    isExpected({ method, target, rawHeaders }) {
      if (method === null || target === null) return false
      const { endpoint, kind } = classify(method, target, rawHeaders)
      return endpoint !== null || kind === 'postback'
    },
    planReply(method, target, rawHeaders) {
      const { endpoint, kind } = classify(method, target, rawHeaders)
      const found = endpoints.find(({ id }) => id === endpoint?.id)
      if (found === undefined) return NO_ENDPOINT
      if (kind !== 'postback') return found.reply
      // The backend answers, so the script keeps its step.
      if (forwarding !== null && found.forward.mode === 'relay') return { ...found.reply, delayMs: 0, relay: true }
      return replyFor(found)
    },
    async capture(request, reply) {
      const summary = await store.append(request, reply)
      tellLater(summary)
      // The reply goes out first.
      if (summary.kind === 'postback' && forwards()) setImmediate(() => observe(summary.id, request))
      return summary.id
    },
    replied(id, outcome) {
      store.recordReply(id, outcome)
    },
    async relay(id, request) {
      const found = endpointOf(request)
      // Turned off or deleted in this very moment: the planned reply stands.
      if (forwarding === null || found?.forward.mode !== 'relay') return null
      return forwarding.relay(id, request, found)
    },
    answerProbe,
  }
}
