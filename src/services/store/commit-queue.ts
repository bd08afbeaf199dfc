/** Gathers captures into batches: one batch under way, the next one waiting until it has been answered. */
import type { CapturedRequest, PlannedReply, PostbackSummary } from '../../core/postback.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { giveUpClaim, openClaim } from './batch-claim.ts'
import type { Capture, CommitResult, StoredReply } from './messages.ts'
import { errorOf, type StoreFailure } from './store-failure.ts'

/** A batch has at most this many captures and about this many body bytes. */
const BATCH_ROWS = 512
const BATCH_BYTES = 16 * 1024 * 1024
/** An idle writer waits this long for more to come, in ms; or until a turn of the event loop adds nothing. */
const GATHER_MS = 2
/** Or until half of what was about last time is here: the other half is read while this one is written. */
const SHARE = 0.5
/** Where several are about, so few are not worth a batch of their own. */
const LEAST_SHARE = 8
/** Where hardly more than one is about at a time, nobody is waited for. */
const ALONE = 2
/** What was about a batch ago counts for so much. */
const LASTING = 0.75
/** Outcomes of replies ride along with captures, and go alone after this long, in ms. */
const REPLIES_AFTER_MS = 50
/** The same after they were refused. */
const REFUSED_REPLIES_AFTER_MS = 1000
/** Outcomes kept for another attempt while the disk refuses; the oldest are given up beyond that. */
const REPLIES_KEPT = 10_000

/** So many wait for their batch, with about so many bytes; those beyond are refused at once. */
const MOST_WAITING = 10_000
const MOST_BYTES = 64 * 1024 * 1024
/** A sender waits this long for the disk, in ms: longer than the writer waits for a lock. */
const PATIENCE_MS = 8_000

interface Waiting {
  readonly capture: Capture
  readonly bytes: number
  readonly since: number
  readonly resolve: (summary: PostbackSummary) => void
  readonly reject: (error: Error) => void
}

interface Batch {
  readonly waiting: readonly Waiting[]
  readonly since: number
  readonly claim: SharedArrayBuffer
  /** Its senders have been refused. */
  refused: boolean
}

export interface CommitQueueOptions {
  /** Must settle in the end; a rejection refuses the batch. */
  readonly commit: (
    captures: readonly Capture[],
    replies: readonly StoredReply[],
    claim: SharedArrayBuffer,
  ) => Promise<CommitResult>
  readonly onReplied: (replies: readonly StoredReply[]) => void
  /** Captures were refused without an answer of the writer. */
  readonly onRefused: (failure: StoreFailure, overload: boolean) => void
  /** Stored after all, when their senders had been refused. */
  readonly onLate: (summaries: readonly PostbackSummary[]) => void
  /** In ms, for tests. */
  readonly patienceMs?: number
}

/**
 * Nobody waits for ever, and nothing piles up: who has waited too long is refused, with the certainty that it is not
 * stored, unless the commit itself has begun; as long as the writer does not come back, so is who comes.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions
  readonly #patience: number
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #replies: StoredReply[] = []
  #repliesRefused = false
  #underWay: Promise<void> | null = null
  #batch: Batch | null = null
  #stuck: StoreFailure | null = null
  #gathering = false
  /** How many requests were under way at once, of late. */
  #about = 0
  /** A batch that has so many need not wait for more. */
  #enough = Number.POSITIVE_INFINITY
  #repliesTimer: NodeJS.Timeout | null = null
  #patienceTimer: NodeJS.Timeout | null = null
  #onStuck: () => void = () => {}

  constructor(options: CommitQueueOptions) {
    this.#options = options
    this.#patience = options.patienceMs ?? PATIENCE_MS
  }

  append(request: CapturedRequest, reply: PlannedReply): Promise<PostbackSummary> {
    return new Promise((resolve, reject) => {
      if (this.#stuck !== null) {
        reject(errorOf(this.#stuck))
        return
      }
      const bytes = sizeOf(request)
      if (this.#waiting.length >= MOST_WAITING || this.#waitingBytes + bytes > MOST_BYTES) {
        const failure: StoreFailure = { code: 'io', message: errorsWords().store.overload, refuses: true }
        this.#options.onRefused(failure, true)
        reject(errorOf(failure))
        return
      }
      this.#waitingBytes += bytes
      this.#waiting.push({
        capture: { request: detached(request), reply },
        bytes,
        since: performance.now(),
        resolve,
        reject,
      })
      if (this.#underWay === null && this.#waiting.length >= this.#enough) this.#send()
      else this.#gather()
    })
  }

  addReply(reply: StoredReply): void {
    this.#replies.push(reply)
    this.#planReplies()
  }

  /** Resolves when everything that was added so far has been answered. */
  async drain(): Promise<void> {
    if (this.#repliesTimer !== null) clearTimeout(this.#repliesTimer)
    this.#repliesTimer = null
    for (let rounds = 0; this.#underWay !== null || this.#waiting.length > 0 || this.#replies.length > 0; rounds++) {
      this.#send()
      const givenUp = new Promise<void>((resolve) => {
        this.#onStuck = resolve
      })
      await Promise.race([this.#underWay, givenUp])
      // Outcomes alone are not worth waiting for a disk that refuses, nor is anything for one that does not answer.
      if (this.#stuck !== null || (rounds > 0 && this.#waiting.length === 0)) break
    }
  }

  #gather(): void {
    if (this.#underWay !== null || this.#gathering) return
    this.#gathering = true
    const end = performance.now() + GATHER_MS
    let seen = 0
    const look = (): void => {
      const { length } = this.#waiting
      if (length > seen && length < BATCH_ROWS && performance.now() < end) {
        seen = length
        setImmediate(look)
        return
      }
      this.#gathering = false
      this.#send()
    }
    setImmediate(look)
  }

  #send(): void {
    if (this.#underWay !== null || (this.#waiting.length === 0 && this.#replies.length === 0)) return
    const waiting = this.#takeBatch()
    const replies = this.#replies
    this.#replies = []
    const batch: Batch = { waiting, since: performance.now(), claim: openClaim(), refused: false }
    this.#batch = batch
    this.#watchPatience()
    const captures = waiting.map(({ capture }) => capture)
    this.#underWay = this.#options
      .commit(captures, replies, batch.claim)
      .then(
        (result) => {
          this.#note(batch)
          // First: to write all the replies takes as long as half a batch, and the writer would wait for it.
          this.#goOn()
          this.#answer(batch, replies, result)
        },
        (error: unknown) => {
          this.#refuse(batch, replies, error instanceof Error ? error : new Error(String(error)))
          this.#goOn()
        },
      )
      .then(() => {
        if (this.#underWay === null) this.#planReplies()
      })
  }

  #goOn(): void {
    this.#underWay = null
    this.#batch = null
    this.#stuck = null
    if (this.#waiting.length > 0) this.#send()
  }

  /** How many were about when the batch came back. */
  #note({ waiting }: Batch): void {
    this.#about = Math.max(waiting.length + this.#waiting.length, this.#about * LASTING)
    this.#enough = this.#about <= ALONE ? 1 : Math.max(LEAST_SHARE, Math.ceil(SHARE * this.#about))
  }

  #takeBatch(): Waiting[] {
    let bytes = 0
    const tooMany = this.#waiting.findIndex((waiting, at) => {
      bytes += waiting.capture.request.body.byteLength
      return at >= BATCH_ROWS || (at > 0 && bytes > BATCH_BYTES)
    })
    if (tooMany === -1) {
      const batch = this.#waiting
      this.#waiting = []
      this.#waitingBytes = 0
      return batch
    }
    return this.#takeWaiting(tooMany)
  }

  #takeWaiting(count: number): Waiting[] {
    const taken = this.#waiting.splice(0, count)
    for (const { bytes } of taken) this.#waitingBytes -= bytes
    return taken
  }

  #answer(batch: Batch, replies: readonly StoredReply[], { results, refusal }: CommitResult): void {
    const late: PostbackSummary[] = []
    for (const [at, waiting] of batch.waiting.entries()) {
      const result = results[at]
      if (result?.ok === true) {
        waiting.resolve(result.summary)
        if (batch.refused) late.push(result.summary)
      } else waiting.reject(errorOf(result?.failure ?? { code: 'io', message: 'The writer gave no answer.' }))
    }
    if (late.length > 0) this.#options.onLate(late)
    if (refusal !== null) this.#keep(replies)
    else {
      this.#repliesRefused = false
      if (replies.length > 0) this.#options.onReplied(replies)
    }
  }

  #refuse(batch: Batch, replies: readonly StoredReply[], error: Error): void {
    for (const waiting of batch.waiting) waiting.reject(error)
    this.#keep(replies)
  }

  /** One timer for all: an exact time for each capture would cost more than it is worth. */
  #watchPatience(): void {
    if (this.#patienceTimer !== null || this.#batch === null) return
    this.#patienceTimer = setTimeout(() => {
      this.#patienceTimer = null
      this.#refuseTheTired()
      this.#watchPatience()
    }, this.#patience / 8)
    this.#patienceTimer.unref()
  }

  #refuseTheTired(): void {
    const now = performance.now()
    const batch = this.#batch
    if (batch === null) return
    const failure: StoreFailure = { code: 'io', message: errorsWords().store.noAnswer, refuses: true }
    const age = now - (batch.waiting[0]?.since ?? batch.since)
    // Where the commit has begun, it may succeed: its senders get the same time once more.
    const isOver = !batch.refused && age >= this.#patience && (giveUpClaim(batch.claim) || age >= 2 * this.#patience)
    if (isOver) {
      batch.refused = true
      this.#stuck = failure
      for (const { reject } of batch.waiting) reject(errorOf(failure))
    }
    const fresh = this.#waiting.findIndex(({ since }) => now - since < this.#patience)
    const tired = this.#takeWaiting(this.#stuck !== null || fresh === -1 ? this.#waiting.length : fresh)
    for (const { reject } of tired) reject(errorOf(failure))
    if (isOver || tired.length > 0) this.#options.onRefused(failure, false)
    if (isOver) this.#onStuck()
  }

  #keep(replies: readonly StoredReply[]): void {
    this.#repliesRefused = true
    this.#replies = [...replies, ...this.#replies].slice(-REPLIES_KEPT)
  }

  #planReplies(): void {
    if (this.#replies.length === 0 || this.#repliesTimer !== null) return
    this.#repliesTimer = setTimeout(
      () => {
        this.#repliesTimer = null
        this.#send()
      },
      this.#repliesRefused ? REFUSED_REPLIES_AFTER_MS : REPLIES_AFTER_MS,
    )
    this.#repliesTimer.unref()
  }
}

/**
 * The same request with bytes of its own: a body that is a view into a socket's pooled memory would take the whole
 * pool along to the other thread.
 */
function detached(request: CapturedRequest): CapturedRequest {
  const { body, rejection } = request
  return {
    ...request,
    body: ownBytes(body),
    rejection: rejection === null ? null : { code: rejection.code, firstBytes: ownBytes(rejection.firstBytes) },
  }
}

function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

/** About what a capture takes while it waits. */
function sizeOf({ body, target, rawHeaders, rejection }: CapturedRequest): number {
  let bytes = body.byteLength + (target?.length ?? 0) + (rejection?.firstBytes.byteLength ?? 0)
  for (const text of rawHeaders) bytes += text.length
  return bytes
}
