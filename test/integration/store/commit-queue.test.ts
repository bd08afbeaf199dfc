import { describe, expect, it, vi } from 'vitest'
import { CommitQueue } from '../../../src/services/store/commit-queue.ts'
import type { Capture, CommitResult, StoredReply } from '../../../src/services/store/messages.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

interface Batch {
  readonly targets: readonly (string | null)[]
  readonly replies: readonly StoredReply[]
  answer(result?: Partial<CommitResult>): void
}

/** A queue whose writer answers when the test says so. */
function aQueue() {
  const batches: Batch[] = []
  const replied: StoredReply[] = []
  const queue = new CommitQueue({
    commit: (captures: readonly Capture[], replies) =>
      new Promise((resolve) => {
        const refused = { ok: false, failure: { code: 'io', message: 'No.' } } as const
        batches.push({
          targets: captures.map(({ request }) => request.target),
          replies,
          answer: (result = {}) => resolve({ results: captures.map(() => refused), refusal: null, ...result }),
        })
      }),
    onReplied: (replies) => replied.push(...replies),
  })
  /** Refused by the writer above, which is all the same to the queue. */
  const add = (target: string): void => {
    queue.append(aCapturedRequest({ target }), OK_REPLY).catch(() => {})
  }
  const batch = (at: number): Promise<Batch> =>
    vi.waitFor(() => {
      const found = batches[at]
      if (found === undefined) throw new Error(`There is no batch ${String(at)} yet.`)
      return found
    })
  return { queue, batches, replied, add, batch }
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

  it('are numbered in the order in which they came, however many at once', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const stored = await Promise.all(Array.from({ length: 1500 }, () => store.append(aCapturedRequest(), OK_REPLY)))
    expect(stored.map((summary) => summary.id)).toEqual(stored.map((_, n) => n + 1))
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
