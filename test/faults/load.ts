/** Senders that know exactly what was acknowledged to them. */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface Load {
  /** Targets whose 200 was read to its end, with the body that was sent. */
  readonly acknowledged: ReadonlyMap<string, Buffer>
  readonly sent: number
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>
  /** The longest wait for an answer, in ms. */
  readonly slowest: number
  acknowledgedAtLeast(count: number): Promise<void>
  answered(status: number, count: number): Promise<void>
  /** Ends every connection. */
  stop(): Promise<void>
}

export interface LoadOptions {
  /** Starts every target of this load; no other may have it. */
  readonly tag: string
  readonly keepAlive?: number
  readonly oneShot?: number
  /** Between two requests of one sender, in ms. */
  readonly pauseMs?: number
}

/** Senders on kept connections and on one for each request, until they are stopped or nobody listens any more. */
export function startLoad(port: number, { tag, keepAlive = 16, oneShot = 8, pauseMs = 0 }: LoadOptions): Load {
  const acknowledged = new Map<string, Buffer>()
  const statuses = new Map<number, number>()
  const agent = new Agent({ keepAlive: true, maxSockets: keepAlive })
  let sent = 0
  let slowest = 0
  let stopped = false

  function send(kept: boolean): Promise<boolean> {
    sent += 1
    const target = `/hitpoint?user_id=${tag}_${String(sent)}&reward_amount=1.50&raw=%7B%C3%A9+${randomBytes(12).toString('hex')}`
    const body = sent % 4 === 0 ? randomBytes(sent % 3000) : Buffer.alloc(0)
    const startedAt = performance.now()
    return new Promise((resolve) => {
      const outgoing = request(
        {
          port,
          host: '127.0.0.1',
          path: target,
          method: body.length > 0 ? 'POST' : 'GET',
          agent: kept ? agent : false,
          headers: kept ? {} : { connection: 'close' },
        },
        (reply) => {
          reply.resume()
          reply.on('error', () => resolve(false))
          reply.on('close', () => {
            const status = reply.statusCode ?? 0
            slowest = Math.max(slowest, performance.now() - startedAt)
            if (reply.complete) {
              statuses.set(status, (statuses.get(status) ?? 0) + 1)
              if (status === 200) acknowledged.set(target, body)
            }
            resolve(reply.complete)
          })
        },
      )
      outgoing.on('error', () => resolve(false))
      outgoing.end(body)
    })
  }

  async function keepSending(kept: boolean): Promise<void> {
    while (!stopped && (await send(kept))) {
      if (pauseMs > 0) await pause(pauseMs)
    }
  }

  const senders = [
    ...Array.from({ length: keepAlive }, () => keepSending(true)),
    ...Array.from({ length: oneShot }, () => keepSending(false)),
  ]
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) {
      const isOver = await Promise.race([Promise.all(senders).then(() => true), pause(1).then(() => false)])
      if (isOver && !holds()) throw new Error('The senders ended before that.')
    }
  }
  return {
    acknowledged,
    statuses,
    get sent() {
      return sent
    },
    get slowest() {
      return slowest
    },
    acknowledgedAtLeast: (count) => until(() => acknowledged.size >= count),
    answered: (status, count) => until(() => (statuses.get(status) ?? 0) >= count),
    async stop() {
      stopped = true
      await Promise.all(senders)
      agent.destroy()
    },
  }
}
