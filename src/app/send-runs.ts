import { CallError } from '../contract/errors.ts'
import { type OutgoingRequest, REPLY_BODY_CAP, type SendOutcome } from '../core/outgoing.ts'
import type { PostbackSummary } from '../core/postback.ts'
import type { SendPlan, SendRun, Sent } from '../core/sending.ts'
import { errorsWords } from '../words/of/errors.ts'
import type { OutgoingDesk } from './outgoing-desk.ts'
import { pause } from './rate-limit.ts'

/** So many runs are kept to be looked at; one that still goes on is never dropped. */
const RUNS_KEPT = 20
/** Bytes of reply bodies that one run keeps, shared out evenly, and the least that one reply gets. */
const BODIES_OF_A_RUN = 4 * 1024 * 1024
const LEAST_BODY = 4 * 1024
/** A run tells of its progress at most this often, in ms. */
const TELL_EVERY_MS = 100

export interface SendOrder {
  readonly request: OutgoingRequest
  readonly plan: SendPlan
  readonly confirmed: boolean
  readonly replayOf: number | null
  /** The target as it arrives where it goes to ourselves: a tunnel that leads here by a path takes that away. */
  readonly arrivesAs?: string
}

/** What users send, once or many times, and what came of it; kept in memory. */
export interface SendRuns {
  /** Begins at once. Throws a `CallError` where the desk refuses; nothing was sent then. */
  start(order: SendOrder): SendRun
  /** Both throw a `CallError` where there is no such run. */
  cancel(id: number): SendRun
  results(id: number, from: number, limit: number): readonly Sent[]
  all(): readonly SendRun[]
  /** Tells of what our receiver has stored: what a run sent to ourselves is linked to it. */
  captured(postbacks: readonly Pick<PostbackSummary, 'id' | 'receivedAt' | 'method' | 'target'>[]): void
  /** Cancels everything and waits for what is under way. */
  close(): Promise<void>
}

interface Entry {
  readonly begunAt: number
  outcome: SendOutcome | null
  capturedId: number | null
}

interface Kept {
  run: SendRun
  readonly own: boolean
  readonly arrivesAs: string
  readonly entries: Entry[]
  readonly stop: AbortController
  tell: () => void
  ended: Promise<void>
}

export function createSendRuns(
  desk: OutgoingDesk,
  onProgress: (run: SendRun) => void,
  onBug: (error: unknown) => void,
): SendRuns {
  const kept = new Map<number, Kept>()
  let lastId = 0

  function find(id: number): Kept {
    const found = kept.get(id)
    if (!found) throw new CallError('not-found', errorsWords().send.runGone)
    return found
  }

  function makeRoom(): void {
    if (Array.from(kept.values()).filter(({ run }) => run.state === 'running').length >= RUNS_KEPT) {
      throw new CallError('refused', errorsWords().send.tooManyRuns)
    }
    for (const [id, { run }] of kept) {
      if (kept.size < RUNS_KEPT) return
      if (run.state !== 'running') kept.delete(id)
    }
  }

  return {
    start(order) {
      const { request, plan } = order
      const checked = desk.check(request.origin, order.confirmed)
      if (!checked.ok) {
        const issues = [{ path: ['to', 'url'], message: checked.sentence }]
        throw new CallError(checked.reason === 'not-confirmed' ? 'refused' : 'invalid-input', checked.sentence, issues)
      }
      makeRoom()
      lastId += 1
      const one: Kept = {
        run: {
          id: lastId,
          state: 'running',
          why: '',
          startedAt: Date.now(),
          replayOf: order.replayOf,
          origin: checked.url.origin,
          method: request.method,
          target: request.target,
          times: plan.times,
          ...{ done: 0, accepted: 0, refused: 0, unanswered: 0, captured: 0 },
        },
        own: checked.own !== null,
        arrivesAs: order.arrivesAs ?? request.target,
        entries: [],
        stop: new AbortController(),
        tell: () => {},
        ended: Promise.resolve(),
      }
      kept.set(lastId, one)
      const tell = throttled(() => onProgress(one.run))
      one.tell = tell
      one.ended = sendAll(desk, order, one).then(tell.now, onBug)
      return one.run
    },
    cancel(id) {
      const found = find(id)
      if (found.run.state === 'running') {
        found.run = { ...found.run, state: 'cancelled', why: errorsWords().sendFailure.cancelled }
        found.stop.abort()
        onProgress(found.run)
      }
      return found.run
    },
    results(id, from, limit) {
      return find(id)
        .entries.slice(from - 1, from - 1 + limit)
        .flatMap(({ outcome, capturedId }, index) =>
          outcome === null ? [] : [{ nth: from + index, outcome, capturedId }],
        )
    },
    all: () => Array.from(kept.values(), ({ run }) => run).toReversed(),
    captured(postbacks) {
      for (const postback of postbacks) {
        for (const one of kept.values()) {
          const entry = entryOf(one, postback)
          if (!entry) continue
          entry.capturedId = postback.id
          one.run = { ...one.run, captured: one.run.captured + 1 }
          one.tell()
          break
        }
      }
    },
    async close() {
      for (const { stop } of kept.values()) stop.abort()
      await Promise.all(Array.from(kept.values(), ({ ended }) => ended))
    },
  }
}

/** So many workers as shall be under way at once; each sends, notes, pauses and takes the next. Never rejects. */
async function sendAll(desk: OutgoingDesk, order: SendOrder, one: Kept): Promise<void> {
  const { times, atOnce, pauseMs, timeoutMs } = order.plan
  const { signal } = one.stop
  const bodyCap = Math.min(REPLY_BODY_CAP, Math.max(LEAST_BODY, Math.floor(BODIES_OF_A_RUN / times)))

  async function work(): Promise<void> {
    while (one.entries.length < times && !signal.aborted) {
      const entry: Entry = { begunAt: Date.now(), outcome: null, capturedId: null }
      one.entries.push(entry)
      const outcome = await desk.send(order.request, { timeoutMs, signal, bodyCap, confirmed: order.confirmed })
      entry.outcome = outcome
      // What was cut off by the user is no answer of the server's.
      if (outcome.failure?.code !== 'aborted') one.run = { ...one.run, ...counted(one.run, outcome) }
      one.tell()
      if (pauseMs > 0 && one.entries.length < times) await pause(pauseMs, signal)
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(order.plan.atOnce, times, atOnce) }, work))
  } catch (error) {
    // The public URL may have changed meanwhile: the desk then refuses what it let through before.
    const why = error instanceof Error ? error.message : String(error)
    one.run = { ...one.run, state: 'failed', why }
    one.stop.abort()
  }
  if (one.run.state !== 'running') return
  one.run = signal.aborted
    ? { ...one.run, state: 'cancelled', why: errorsWords().sendFailure.cancelled }
    : { ...one.run, state: 'done', why: '' }
}

function counted(run: SendRun, outcome: SendOutcome): Pick<SendRun, 'done' | 'accepted' | 'refused' | 'unanswered'> {
  const status = outcome.failure === null ? (outcome.reply?.status ?? 0) : 0
  const key = status === 0 ? 'unanswered' : status >= 200 && status < 300 ? 'accepted' : 'refused'
  const { done, accepted, refused, unanswered } = run
  const counts = { done: done + 1, accepted, refused, unanswered }
  return { ...counts, [key]: counts[key] + 1 }
}

/**
 * Which of a run a captured request is: the first of the same method and target that was under way when it arrived.
 * Nothing is added to the request to tell them apart, so of several alike that were under way at once any may be it.
 */
function entryOf(one: Kept, postback: Pick<PostbackSummary, 'receivedAt' | 'method' | 'target'>): Entry | undefined {
  if (!one.own || postback.method !== one.run.method) return undefined
  if (postback.target !== one.run.target && postback.target !== one.arrivesAs) return undefined
  return one.entries.find(
    ({ begunAt, outcome, capturedId }) =>
      capturedId === null &&
      begunAt <= postback.receivedAt &&
      (outcome === null || postback.receivedAt <= outcome.startedAt + outcome.totalMs + 1),
  )
}

/** Calls at once, then at most so often, and never forgets the last call. */
function throttled(call: () => void): (() => void) & { now: () => void } {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  const now = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    last = Date.now()
    call()
  }
  const soon = (): void => {
    const wait = last + TELL_EVERY_MS - Date.now()
    if (wait <= 0) now()
    else timer ??= setTimeout(now, wait)
  }
  return Object.assign(soon, { now })
}
