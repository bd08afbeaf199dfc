import { formatLimit } from '../core/limit-text.ts'
import { type CaptureDesk, OnlyCountedError } from '../core/ports.ts'
import type { CapturedRequest, PlannedReply } from '../core/postback.ts'
import type { ReceiverLimits } from '../core/receiver-limits.ts'
import { errorsWords } from '../words/of/errors.ts'
import { createStrayAllowance } from './stray-allowance.ts'

/** How often the number of what was only counted is put on record, while there is any. */
const RECORD_EVERY = 60_000
/** How often the disk is looked at, while stray requests come. */
const LOOK_EVERY = 2_000

/** The code under which the number of requests that were only counted is kept, one record for up to a minute. */
export const ONLY_COUNTED = 'ONLY_COUNTED'

export interface StrayGuardOptions {
  readonly desk: CaptureDesk
  /** Whether the request is to the path of an endpoint, or a postback that missed it; such a one is always kept. */
  readonly isExpected: (request: CapturedRequest) => boolean
  readonly limits: () => ReceiverLimits
  /** Bytes free where the history lies; rejects where that cannot be told. */
  readonly freeBytes: () => Promise<number>
  /** Hears when requests begin to be only counted, with the reason in one sentence, and null when that is over. */
  readonly onCounting: (why: string | null) => void
  readonly now?: () => number
  readonly recordEvery?: number
}

export interface StrayGuard extends CaptureDesk {
  /** Puts what is still uncounted on record. */
  close(): Promise<void>
}

/**
 * Bounds what strangers can put into the history. Stray requests (no HTTP, or noise) are kept up to a
 * number and a size a minute, and while the disk has room for more than postbacks. The rest is answered 429, counted,
 * and its number kept as one record a minute: nothing comes without a trace, and none of it fills the disk.
 */
export function createStrayGuard(options: StrayGuardOptions): StrayGuard {
  const { desk, limits } = options
  const now = options.now ?? Date.now
  const allowance = createStrayAllowance(now)
  let diskFull = false
  let lookedAt = Number.NEGATIVE_INFINITY
  let surplus: { count: number; bytes: number; readonly from: number } | null = null
  let timer: NodeJS.Timeout | null = null

  async function lookAtDisk(): Promise<void> {
    lookedAt = now()
    const { spareDisk } = limits()
    try {
      diskFull = spareDisk > 0 && (await options.freeBytes()) < spareDisk
    } catch {
      diskFull = false
    }
  }

  function count(bytes: number): void {
    surplus ??= { count: 0, bytes: 0, from: now() }
    surplus.count += 1
    surplus.bytes += bytes
    if (timer !== null) return
    options.onCounting(why())
    timer = setTimeout(() => void record(), options.recordEvery ?? RECORD_EVERY)
    timer.unref()
  }

  function why(): string {
    const { strayRequests, strayBytes, spareDisk } = limits()
    const w = errorsWords().receiver
    return diskFull
      ? w.diskShort(formatLimit(spareDisk, 'bytes'))
      : w.tooManyStrays(strayRequests, formatLimit(strayBytes, 'bytes'))
  }

  async function record(): Promise<void> {
    timer = null
    const told = surplus
    surplus = null
    if (told === null) return
    options.onCounting(null)
    const { request, reply } = recordOf(told, now())
    try {
      const id = await desk.capture(request, reply)
      desk.replied(id, { sentAt: now(), senderGone: false })
    } catch {
      // The store refuses: it is told with what comes next.
      const next = surplus ?? { count: 0, bytes: 0, from: told.from }
      surplus = { count: next.count + told.count, bytes: next.bytes + told.bytes, from: told.from }
    }
  }

  return {
    planReply: (method, target, rawHeaders) => desk.planReply(method, target, rawHeaders),
    replied: (id, outcome) => desk.replied(id, outcome),
    relay: (id, request) => desk.relay(id, request),
    answerProbe: (target) => desk.answerProbe(target),
    async capture(request, reply) {
      if (!options.isExpected(request)) {
        // Not waited for: a request is judged by the look before.
        if (now() - lookedAt >= LOOK_EVERY) void lookAtDisk()
        const bytes = sizeOf(request)
        if (diskFull || !allowance.take(bytes, limits())) {
          count(bytes)
          throw new OnlyCountedError('This request was only counted.')
        }
      }
      return desk.capture(request, reply)
    },
    async close() {
      if (timer !== null) clearTimeout(timer)
      await record()
    },
  }
}

/** What a request takes in the history, roughly: what was kept of it, in bytes. */
function sizeOf({ target, rawHeaders, body, rejection }: CapturedRequest): number {
  const head = rawHeaders.reduce((sum, text) => sum + text.length, target?.length ?? 0)
  return head + body.length + (rejection?.firstBytes.length ?? 0)
}

function recordOf(
  { count, bytes, from }: { readonly count: number; readonly bytes: number; readonly from: number },
  at: number,
): { request: CapturedRequest; reply: PlannedReply } {
  const sentence =
    `${String(count)} requests to no endpoint's path (${String(bytes)} bytes) came between ` +
    `${new Date(from).toISOString()} and ${new Date(at).toISOString()} beyond what is kept of such. ` +
    "Each was answered 429. This record stands for them; the sentence is the inspector's own."
  return {
    request: {
      receivedAt: at,
      remoteAddress: null,
      remotePort: null,
      httpVersion: null,
      method: null,
      target: null,
      rawHeaders: [],
      body: new Uint8Array(0),
      bodyLength: 0,
      bodyComplete: true,
      rejection: { code: ONLY_COUNTED, firstBytes: new TextEncoder().encode(sentence) },
    },
    reply: { status: 429, headers: [], body: '', delayMs: 0 },
  }
}
