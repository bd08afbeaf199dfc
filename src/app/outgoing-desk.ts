import { CallError } from '../contract/errors.ts'
import type { OutgoingRequest, RequestSender, SendOptions, SendOutcome } from '../core/outgoing.ts'
import { readTargetUrl, type TargetUrl } from '../core/target-url.ts'
import { errorsWords } from '../words/of/errors.ts'
import { createRateLimit } from './rate-limit.ts'

/** Requests a second, over everything that is being sent: to this computer or its network, and to anywhere else. */
export const LOCAL_PER_SECOND = 200
export const REMOTE_PER_SECOND = 20

/** Whether something may be sent to an origin, and what it is to us. `sentence`: why not, and what to do. */
export type TargetCheck =
  | { readonly ok: true; readonly url: TargetUrl; readonly own: 'receiver' | 'public' | null }
  | { readonly ok: false; readonly reason: 'not-a-target' | 'not-confirmed'; readonly sentence: string }

export interface DeskOptions extends SendOptions {
  /** The user has said yes to sending to a host that is not local. Our own receiver and public URL need no yes. */
  readonly confirmed: boolean
}

/**
 * The one way out for everything that a user starts (replays, composed postbacks, the conformance check): it holds
 * the policy, so that no screen and no command can go around it. Forwarding is the endpoint's own and does not come
 * here.
 *
 * - `origin` is our receiver's, our public URL's, or what the user typed; anything not local needs `confirmed`.
 * - At most 200 requests a second go to local hosts and 20 to others, in the order asked for; a second's worth may
 *   go at once. Waiting for one's turn is not part of `timeoutMs`.
 */
export interface OutgoingDesk {
  /** Asks without sending: for a warning before, or a command line's refusal. */
  check(origin: string, confirmed: boolean): TargetCheck
  /**
   * Sends one request. Rejects with a `CallError` (`refused`, or `invalid-input` where the origin is none) before
   * anything is sent; whatever goes wrong after that is in the outcome, `aborted` where the signal came first.
   */
  send(request: OutgoingRequest, options: DeskOptions): Promise<SendOutcome>
  /** Aborts what is under way and what waits. */
  close(): void
}

interface Address {
  readonly status: { readonly url: string | null }
}

export function createOutgoingDesk(parts: {
  readonly sender: RequestSender
  readonly receiver: Address
  readonly tunnel: Address
}): OutgoingDesk {
  const local = createRateLimit(LOCAL_PER_SECOND)
  const remote = createRateLimit(REMOTE_PER_SECOND)
  const closing = new AbortController()

  function check(origin: string, confirmed: boolean): TargetCheck {
    const read = readTargetUrl(origin)
    if (!read.ok) return { ok: false, reason: 'not-a-target', sentence: read.sentence }
    const { url } = read
    const own = isAt(parts.receiver, url) ? 'receiver' : isAt(parts.tunnel, url) ? 'public' : null
    if (url.local || own !== null || confirmed) return { ok: true, url, own }
    return { ok: false, reason: 'not-confirmed', sentence: notConfirmed(url.host) }
  }

  return {
    check,
    async send(request, options) {
      const checked = check(request.origin, options.confirmed)
      if (!checked.ok) {
        throw new CallError(checked.reason === 'not-a-target' ? 'invalid-input' : 'refused', checked.sentence)
      }
      const { confirmed: _confirmed, ...rest } = options
      const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal
      const limit = checked.url.local ? local : remote
      return (await limit.take(signal)) ? parts.sender.send(request, { ...rest, signal }) : cancelled()
    },
    close: () => closing.abort(),
  }
}

/** Why nothing is sent to a host that is not local before the user has said yes. */
export function notConfirmed(host: string): string {
  return errorsWords().send.notConfirmed(host)
}

function isAt(address: Address, url: TargetUrl): boolean {
  if (address.status.url === null) return false
  const read = readTargetUrl(address.status.url)
  return read.ok && read.url.host === url.host && read.url.port === url.port && schemeOf(read.url) === schemeOf(url)
}

function schemeOf({ origin }: TargetUrl): string {
  return origin.slice(0, origin.indexOf(':'))
}

function cancelled(): SendOutcome {
  return {
    startedAt: Date.now(),
    connectMs: null,
    firstByteMs: null,
    totalMs: 0,
    remoteAddress: null,
    reply: null,
    failure: { code: 'aborted', sentence: errorsWords().sendFailure.cancelledBefore },
  }
}
