import { describe, expect, it } from 'vitest'
import { type ForwardJob, ForwardQueue } from '../../../src/app/forward-queue.ts'
import { aCapturedRequest } from '../../support/builders.ts'

function aJob(postbackId: number, different: { endpointId?: string; bytes?: number } = {}): ForwardJob {
  const request = aCapturedRequest({ body: new Uint8Array(different.bytes ?? 0) })
  return { postbackId, endpointId: different.endpointId ?? 'e1', request, attempts: 0 }
}

/** A queue whose runs end when they are told to. */
function aQueue() {
  const running = new Map<number, () => void>()
  const queue = new ForwardQueue(({ postbackId }) => new Promise((resolve) => running.set(postbackId, resolve)))
  return { queue, running: () => [...running.keys()], end: (id: number) => running.get(id)?.() }
}

describe('what waits to be forwarded', () => {
  it('goes four at a time for each endpoint, in order', async () => {
    const { queue, running, end } = aQueue()
    for (let id = 1; id <= 6; id += 1) expect(queue.add(aJob(id))).toBe(true)
    queue.add(aJob(7, { endpointId: 'e2' }))
    expect(running()).toEqual([1, 2, 3, 4, 7])
    end(2)
    await expect.poll(running).toEqual([1, 2, 3, 4, 7, 5])
  })

  it('is bounded in number: what is too much is refused, and there is room again later', async () => {
    const { queue, running, end } = aQueue()
    for (let id = 1; id <= 1004; id += 1) expect(queue.add(aJob(id))).toBe(true)
    expect(queue.add(aJob(2000))).toBe(false)
    expect(queue.add(aJob(2001, { endpointId: 'e2' }))).toBe(true)
    end(1)
    await expect.poll(running).toContain(5)
    expect(queue.add(aJob(2002))).toBe(true)
  })

  it('is bounded in bytes, counting retries that pause', () => {
    const { queue } = aQueue()
    for (let id = 1; id <= 4; id += 1) queue.add(aJob(id))
    const half = 16 * 1024 * 1024
    expect(queue.add(aJob(5, { bytes: half }), 3_600_000)).toBe(true)
    expect(queue.add(aJob(6, { bytes: half }))).toBe(true)
    expect(queue.add(aJob(7, { bytes: 1 }))).toBe(false)
    expect(queue.clear().map(({ postbackId }) => postbackId)).toEqual([6, 5])
    expect(queue.add(aJob(8, { bytes: 1 }))).toBe(true)
    queue.clear()
  })

  it('goes on its way after its pause', async () => {
    const { queue, running } = aQueue()
    queue.add(aJob(1), 5)
    expect(running()).toEqual([])
    await expect.poll(running).toEqual([1])
  })
})
