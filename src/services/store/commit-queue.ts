/** Gathers captures into batches: one batch under way, the next one waiting until it has been answered. */
import type { CapturedRequest, PlannedReply, PostbackSummary } from '../../core/postback.ts'
import type { Capture, CommitResult, StoredReply } from './messages.ts'
import { errorOf } from './store-failure.ts'

/** A batch has at most this many captures and about this many body bytes. */
const BATCH_ROWS = 512
const BATCH_BYTES = 16 * 1024 * 1024
/** An idle writer waits this long for more to come, in ms; or until a turn of the event loop adds nothing. */
const GATHER_MS = 2
/** Outcomes of replies ride along with captures, and go alone after this long, in ms. */
const REPLIES_AFTER_MS = 50
/** Outcomes kept for another attempt while the disk refuses; the oldest are given up beyond that. */
const REPLIES_KEPT = 10_000

interface Waiting {
  readonly capture: Capture
  readonly resolve: (summary: PostbackSummary) => void
  readonly reject: (error: Error) => void
}

export interface CommitQueueOptions {
  /** Must settle; a rejection refuses the batch. */
  readonly commit: (captures: readonly Capture[], replies: readonly StoredReply[]) => Promise<CommitResult>
  readonly onReplied: (replies: readonly StoredReply[]) => void
}

export class CommitQueue {
  readonly #options: CommitQueueOptions
  #waiting: Waiting[] = []
  #replies: StoredReply[] = []
  #underWay: Promise<void> | null = null
  #gathering = false
  #repliesTimer: NodeJS.Timeout | null = null

  constructor(options: CommitQueueOptions) {
    this.#options = options
  }

  append(request: CapturedRequest, reply: PlannedReply): Promise<PostbackSummary> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ capture: { request: detached(request), reply }, resolve, reject })
      this.#gather()
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
      await this.#underWay
      // Outcomes alone are not worth waiting for a disk that refuses.
      if (rounds > 0 && this.#waiting.length === 0) break
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
    const batch = this.#takeBatch()
    const replies = this.#replies
    this.#replies = []
    this.#underWay = this.#options
      .commit(
        batch.map((waiting) => waiting.capture),
        replies,
      )
      .then(
        (result) => this.#answer(batch, replies, result),
        (error: unknown) => this.#refuse(batch, replies, error instanceof Error ? error : new Error(String(error))),
      )
      .then(() => {
        this.#underWay = null
        if (this.#waiting.length > 0) this.#send()
        else this.#planReplies()
      })
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
      return batch
    }
    return this.#waiting.splice(0, tooMany)
  }

  #answer(batch: readonly Waiting[], replies: readonly StoredReply[], { results, refusal }: CommitResult): void {
    for (const [at, waiting] of batch.entries()) {
      const result = results[at]
      if (result?.ok === true) waiting.resolve(result.summary)
      else waiting.reject(errorOf(result?.failure ?? { code: 'io', message: 'The writer gave no answer.' }))
    }
    if (refusal !== null) this.#keep(replies)
    else if (replies.length > 0) this.#options.onReplied(replies)
  }

  #refuse(batch: readonly Waiting[], replies: readonly StoredReply[], error: Error): void {
    for (const waiting of batch) waiting.reject(error)
    this.#keep(replies)
  }

  #keep(replies: readonly StoredReply[]): void {
    this.#replies = [...replies, ...this.#replies].slice(-REPLIES_KEPT)
  }

  #planReplies(): void {
    if (this.#replies.length === 0 || this.#repliesTimer !== null) return
    this.#repliesTimer = setTimeout(() => {
      this.#repliesTimer = null
      this.#send()
    }, REPLIES_AFTER_MS)
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
