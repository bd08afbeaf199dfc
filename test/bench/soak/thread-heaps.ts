import { z } from 'zod'
import type { SocketCalls } from './socket-calls.ts'

const event = z.object({
  method: z.string(),
  params: z.object({ sessionId: z.string(), message: z.string().optional() }),
})
const answer = z.object({ id: z.int(), result: z.object({ usedSize: z.number().optional() }) })

/** The heaps of the product's threads, asked for through the inspector of its process. */
export interface ThreadHeaps {
  /** Every event of the inspector. */
  take(message: unknown): void
  /** Live bytes of all threads together, after a collection in each. */
  used(inspector: SocketCalls): Promise<number>
}

export function createThreadHeaps(): ThreadHeaps {
  const sessions = new Set<string>()
  const waiting = new Map<number, (used: number) => void>()
  let lastId = 0

  return {
    take(message) {
      const { data } = event.safeParse(message)
      if (data === undefined) return
      const { sessionId, message: inner } = data.params
      if (data.method === 'NodeWorker.attachedToWorker') sessions.add(sessionId)
      if (data.method === 'NodeWorker.detachedFromWorker') sessions.delete(sessionId)
      if (inner === undefined) return
      const told = answer.safeParse(JSON.parse(inner)).data
      if (told === undefined) return
      waiting.get(told.id)?.(told.result.usedSize ?? 0)
      waiting.delete(told.id)
    },
    async used(inspector) {
      const ask = (sessionId: string, method: string): Promise<number> => {
        lastId += 1
        const message = JSON.stringify({ id: lastId, method })
        const told = new Promise<number>((resolve) => waiting.set(lastId, resolve))
        // A thread that ends meanwhile never answers: the next look asks those that are there then.
        const noAnswer = new Promise<number>((resolve) => setTimeout(resolve, 20_000, 0).unref())
        return inspector
          .call('NodeWorker.sendMessageToWorker', { sessionId, message })
          .then(() => Promise.race([told, noAnswer]))
      }
      let total = 0
      for (const sessionId of sessions) {
        await ask(sessionId, 'HeapProfiler.collectGarbage')
        total += await ask(sessionId, 'Runtime.getHeapUsage')
      }
      return total
    },
  }
}
