import { CallError } from '../contract/errors.ts'
import type { Endpoint, EndpointConfig } from '../core/endpoint.ts'
import type { ForwardAttempt, ForwardFailure } from '../core/forward-records.ts'
import type { PostbackStore } from '../core/ports.ts'
import type { CapturedRequest, PostbackDetail, RelayedReply } from '../core/postback.ts'
import { readTargetUrl } from '../core/target-url.ts'
import { errorsWords } from '../words/of/errors.ts'
import { type Attempt, type AttemptParts, attemptForward, capped, notTried } from './forward-attempt.ts'
import { createForwardNotes } from './forward-notes.ts'
import { type ForwardJob, ForwardQueue } from './forward-queue.ts'
import { FIRST_PAUSE_MS, mayPass, pauseBefore } from './forward-retry.ts'
import { whyOwnTarget } from './own-target.ts'
import { createRelayLimit } from './relay-limit.ts'
import { RELAYED_BODY_CAP, relayedReply } from './relay-reply.ts'

/** Hands an endpoint's postbacks on to the user's own backend, and keeps what came of every attempt. */
export interface Forwarding {
  /** A postback to this endpoint that is on disk: goes on where the endpoint observes. Returns at once. */
  observe(postbackId: number, request: CapturedRequest, endpoint: Endpoint): void
  /** The backend's reply for the sender of a request that is on disk. Never rejects. */
  relay(postbackId: number, request: CapturedRequest, endpoint: Endpoint): Promise<RelayedReply>
  /** Once more by hand, whatever the endpoint's mode. Rejects with a `CallError`. */
  again(postbackId: number): Promise<ForwardAttempt>
  /** Rejects with a `CallError` at the field where what would be saved leads back to this inspector. */
  refuseLoop(config: EndpointConfig): Promise<void>
  /** The store writes again: notes that it refused are tried once more. */
  storeWrites(): void
  /** Ends what is under way and gives up what waits, both noted. */
  close(): Promise<void>
}

export interface ForwardingOptions extends AttemptParts {
  readonly store: Pick<PostbackStore, 'forwards' | 'detail'>
  readonly endpoint: (id: string) => Endpoint | null
  readonly onChanged: (postbackId: number) => void
  readonly onBug: (error: unknown) => void
  /** Before the first retry, in ms. */
  readonly firstPauseMs?: number
}

export function createForwarding(options: ForwardingOptions): Forwarding {
  const { store, firstPauseMs = FIRST_PAUSE_MS } = options
  const closing = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  const relays = createRelayLimit()
  const notes = createForwardNotes(store.forwards, ({ postbackId }) => options.onChanged(postbackId), options.onBug)
  const queue = new ForwardQueue((job) => followed(run(job)))

  function followed<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const over = (): boolean => underWay.delete(work)
    work.then(over, over)
    return work
  }

  async function record(attempt: Attempt, retryAt: number | null): Promise<ForwardAttempt> {
    const stored = await store.forwards.record(capped(attempt, retryAt))
    options.onChanged(attempt.postbackId)
    return stored
  }

  const note = (attempt: Attempt, retryAt: number | null = null): Promise<void> => notes.add(capped(attempt, retryAt))

  async function run(job: ForwardJob): Promise<void> {
    const { postbackId, request } = job
    const forward = options.endpoint(job.endpointId)?.forward
    if (forward === undefined || forward.mode === 'off') {
      if (job.attempts > 0) await giveUp(job, errorsWords().forward.turnedOff)
      return
    }
    const attempt = await attemptForward(options, postbackId, 'observe', request, forward, { signal: closing.signal })
    const attempts = job.attempts + 1
    const mayRetry = attempts <= forward.retries && mayPass(attempt) && !closing.signal.aborted
    const pause = mayRetry ? pauseBefore(attempts, attempt, firstPauseMs, Math.random()) : null
    const waits = pause !== null && queue.add({ ...job, attempts }, pause)
    await note(attempt, waits ? Date.now() + pause : null)
  }

  function giveUp({ postbackId, endpointId }: ForwardJob, sentence: string): Promise<void> {
    const failure: ForwardFailure = { code: 'given-up', sentence }
    return note(notTried(postbackId, 'observe', options.endpoint(endpointId)?.forward.url ?? '', failure))
  }

  async function relayOnce(
    postbackId: number,
    request: CapturedRequest,
    forward: EndpointConfig['forward'],
  ): Promise<Attempt> {
    if (!relays.take(request)) {
      const sentence = errorsWords().forward.tooManySenders
      return notTried(postbackId, 'relay', forward.url, { code: 'given-up', sentence })
    }
    try {
      const how = { signal: closing.signal, bodyCap: RELAYED_BODY_CAP }
      return await attemptForward(options, postbackId, 'relay', request, forward, how)
    } finally {
      relays.give(request)
    }
  }

  return {
    observe(postbackId, request, endpoint) {
      if (endpoint.forward.mode !== 'observe') return
      const job: ForwardJob = { postbackId, endpointId: endpoint.id, request, attempts: 0 }
      const { aborted } = closing.signal
      if (!aborted && queue.add(job)) return
      const w = errorsWords().forward
      void followed(giveUp(job, aborted ? w.closedBefore : w.tooManyWait))
    },

    async relay(postbackId, request, { forward }) {
      const attempt = await followed(relayOnce(postbackId, request, forward))
      // The sender does not wait for the note.
      void followed(note(attempt))
      return relayedReply(attempt)
    },

    async again(postbackId) {
      const detail = await store.detail(postbackId)
      if (detail === null) throw new CallError('not-found', errorsWords().forward.notStored)
      const endpoint = detail.endpointId === null ? null : options.endpoint(detail.endpointId)
      if (detail.kind !== 'postback' || endpoint === null) {
        throw new CallError('refused', errorsWords().forward.onlyPostbacks)
      }
      if (endpoint.forward.url === '') {
        throw new CallError('refused', errorsWords().forward.noBackend)
      }
      const { signal } = closing
      const request = capturedFrom(detail)
      const once = async (): Promise<ForwardAttempt> =>
        record(await attemptForward(options, postbackId, 'again', request, endpoint.forward, { signal }), null)
      return followed(once())
    },

    async refuseLoop({ forward }) {
      if (forward.mode === 'off') return
      const read = readTargetUrl(forward.url)
      const why = read.ok ? await whyOwnTarget(read.url, options.whereabouts()) : null
      if (why !== null) throw new CallError('refused', why, [{ path: ['config', 'forward', 'url'], message: why }])
    },

    storeWrites() {
      void followed(notes.retry())
    },

    async close() {
      closing.abort()
      for (const job of queue.clear()) {
        const w = errorsWords().forward
        void followed(giveUp(job, job.attempts === 0 ? w.closedBefore : w.closedBeforeNext))
      }
      while (underWay.size > 0) await Promise.allSettled(underWay)
      await notes.retry()
    },
  }
}

function capturedFrom(detail: PostbackDetail): CapturedRequest {
  const { receivedAt, remoteAddress, remotePort, httpVersion, method, target, rawHeaders } = detail
  const { bodyLength, bodyComplete } = detail
  const body = Buffer.from(detail.bodyBase64, 'base64')
  const head = { receivedAt, remoteAddress, remotePort, httpVersion, method, target, rawHeaders }
  return { ...head, body, bodyLength, bodyComplete, rejection: null }
}
