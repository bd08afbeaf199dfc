import { describe, expect, it, vi } from 'vitest'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import { takeClaim } from '../../../src/services/store/batch-claim.ts'
import { CommitQueue } from '../../../src/services/store/commit-queue.ts'
import type { Capture, CommitResult, StoredReply } from '../../../src/services/store/messages.ts'
import { aCapturedRequest, aPostbackSummary, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

interface Batch {
  readonly targets: readonly (string | null)[]
  readonly replies: readonly StoredReply[]
  /** As the writer does before it commits. */
  take(): boolean
  answer(result?: Partial<CommitResult>): void
}

/** A queue whose writer answers when the test says so, and begins to commit when it says so, or at once. */
function aQueue(patienceMs = 60_000, takesAtOnce = false) {
  const batches: Batch[] = []
  const replied: StoredReply[] = []
  const refused: { message: string; overload: boolean }[] = []
  const late: PostbackSummary[] = []
  const queue = new CommitQueue({
    commit: (captures: readonly Capture[], replies, claim) =>
      new Promise((resolve) => {
        if (takesAtOnce) takeClaim(claim)
        const refused = { ok: false, failure: { code: 'io', message: 'No.' } } as const
        batches.push({
          targets: captures.map(({ request }) => request.target),
          replies,
          take: () => takeClaim(claim),
          answer: (result = {}) => resolve({ results: captures.map(() => refused), refusal: null, ...result }),
        })
      }),
    onReplied: (replies) => replied.push(...replies),
    onRefused: ({ message }, overload) => refused.push({ message, overload }),
    onLate: (summaries) => late.push(...summaries),
    patienceMs,
  })
  /** Refused by the writer above, which is all the same to the queue. */
  const add = (target: string): void => {
    queue.append(aCapturedRequest({ target }), OK_REPLY).catch(() => {})
  }
  const batch = (at: number): Promise<Batch> =>
    vi.waitFor(
      () => {
        const found = batches[at]
        if (found === undefined) throw new Error(`There is no batch ${String(at)} yet.`)
        return found
      },
      { timeout: 10_000 },
    )
  return { queue, batches, replied, refused, late, add, batch }
}

describe('Captures', () => {
  it('of one moment are committed together, in the order in which they came', async () => {
    const { add, batch } = aQueue()
    for (const target of ['a', 'b', 'c']) add(target)
    expect((await batch(0)).targets).toEqual(['a', 'b', 'c'])
  })

  it('that come while a batch is under way wait for its answer and then go together', async () => {
    const { add, batch, batches } = aQueue()
    add('a')
    const first = await batch(0)
    add('b')
    await new Promise((resolve) => setImmediate(resolve))
    add('c')
    await new Promise((resolve) => setImmediate(resolve))
    expect(batches).toHaveLength(1)
    first.answer()
    expect((await batch(1)).targets).toEqual(['b', 'c'])
  })

  it('that wait are with the writer before the replies to those before them are written', async () => {
    const { queue, add, batch, batches } = aQueue()
    const under = queue.append(aCapturedRequest({ target: 'a' }), OK_REPLY).catch(() => batches.length)
    const first = await batch(0)
    add('b')
    first.answer()
    expect(await under).toBe(2)
  })

  it('wait for their turn also when the queue is drained', async () => {
    const { queue, add, batch, batches } = aQueue()
    add('a')
    const first = await batch(0)
    add('b')
    const drained = queue.drain()
    expect(batches).toHaveLength(1)
    first.answer()
    const second = await batch(1)
    expect(second.targets).toEqual(['b'])
    second.answer()
    await drained
  })

  it('go in batches of 512 at most', async () => {
    const { add, batch } = aQueue()
    for (let n = 0; n < 700; n++) add(String(n))
    const first = await batch(0)
    first.answer()
    const second = await batch(1)
    expect([first.targets.length, second.targets.length, second.targets[0]]).toEqual([512, 188, '512'])
  })

  it('of a crowd go in two halves: one is read while the other is written', async () => {
    const { add, batch, batches } = aQueue()
    for (let n = 0; n < 64; n++) add(String(n))
    const first = await batch(0)
    first.answer()
    // Once it is answered each sender comes again.
    await new Promise((resolve) => setImmediate(resolve))
    for (let n = 64; n < 128; n++) add(String(n))
    expect(batches[1]?.targets).toEqual(Array.from({ length: 32 }, (_, n) => String(n + 64)))
    batches[1]?.answer()
    expect((await batch(2)).targets).toHaveLength(32)
  })

  it('that come one by one are waited with for nobody', async () => {
    const { add, batch, batches } = aQueue()
    add('a')
    const first = await batch(0)
    first.answer()
    await new Promise((resolve) => setImmediate(resolve))
    add('b')
    expect(batches[1]?.targets).toEqual(['b'])
  })

  it('are numbered in the order in which they came, however many at once', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const stored = await Promise.all(Array.from({ length: 1500 }, () => store.append(aCapturedRequest(), OK_REPLY)))
    expect(stored.map((summary) => summary.id)).toEqual(stored.map((_, n) => n + 1))
  })
})

describe('Captures that wait for a writer that does not answer', () => {
  const append = (queue: CommitQueue) => queue.append(aCapturedRequest(), OK_REPLY)
  const NO_ANSWER: unknown = expect.stringContaining('not answered')
  const sentenceOf = (appended: Promise<unknown>): Promise<unknown> =>
    appended.then(
      () => 'It was stored.',
      (error: Error) => error.message,
    )

  it('are refused when they have waited long enough, and are not stored then', async () => {
    const { queue, batch, refused } = aQueue(80)
    const underWay = sentenceOf(append(queue))
    const first = await batch(0)
    expect(await Promise.all([underWay, sentenceOf(append(queue))])).toEqual([NO_ANSWER, NO_ANSWER])
    expect(first.take()).toBe(false)
    await expect(append(queue), 'refused at once from then on').rejects.toThrow('not answered')
    expect(refused.at(-1)).toMatchObject({ overload: false })
    first.answer({ refusal: { code: 'io', message: 'Given up.' } })
    await new Promise((resolve) => setImmediate(resolve))
    const next = append(queue)
    const second = await batch(1)
    expect(second.take()).toBe(true)
    second.answer({ results: [{ ok: true, summary: aPostbackSummary() }] })
    await next
  })

  it('are refused later where the commit has begun, and told of when it succeeds after all', async () => {
    const { queue, batch, late } = aQueue(80, true)
    const underWay = sentenceOf(append(queue))
    const first = await batch(0)
    expect(await underWay).toEqual(NO_ANSWER)
    expect(late).toEqual([])
    const summary = aPostbackSummary({ id: 7 })
    first.answer({ results: [{ ok: true, summary }] })
    await vi.waitFor(() => expect(late).toEqual([summary]))
  })

  it('do not keep the queue from being drained', async () => {
    const { queue, add } = aQueue(80)
    add('a')
    await queue.drain()
  })

  it('are refused at once beyond ten thousand, and the others go on', async () => {
    const { queue, add, batch, refused } = aQueue()
    for (let count = 0; count < 10_000; count++) add(String(count))
    await expect(append(queue)).rejects.toThrow('More requests come')
    expect(refused).toMatchObject([{ overload: true }])
    const first = await batch(0)
    first.answer()
    const next = append(queue)
    next.catch(() => {})
    expect(refused).toHaveLength(1)
  })

  it('are refused at once beyond 64 MiB, heads and bodies together', async () => {
    const { queue, refused } = aQueue()
    const large = aCapturedRequest({ method: 'POST', body: new Uint8Array(1024 * 1024) })
    const appended = Array.from({ length: 66 }, () => queue.append(large, OK_REPLY).catch(() => null))
    expect(refused.length).toBeGreaterThanOrEqual(2)
    expect(await Promise.race(appended.slice(-2))).toBeNull()
  })
})

describe('Outcomes of replies', () => {
  const outcome = { id: 7, sentAt: 1, senderGone: false }

  it('ride along with the next captures', async () => {
    const { queue, add, batch, replied } = aQueue()
    queue.addReply(outcome)
    add('a')
    const first = await batch(0)
    expect(first.replies).toEqual([outcome])
    expect(replied).toEqual([])
    first.answer()
    await vi.waitFor(() => expect(replied).toEqual([outcome]))
  })

  it('go alone where nothing else comes', async () => {
    const { queue, batch } = aQueue()
    queue.addReply(outcome)
    expect(await batch(0)).toMatchObject({ targets: [], replies: [outcome] })
  })

  it('are kept for the next attempt where the disk refuses', async () => {
    const { queue, batch, replied } = aQueue()
    queue.addReply(outcome)
    const first = await batch(0)
    first.answer({ refusal: { code: 'disk-full', message: 'No.' } })
    expect((await batch(1)).replies).toEqual([outcome])
    expect(replied).toEqual([])
  })
})
