/**
 * A sender of postbacks as a process of its own: it gets one order as its first argument and prints one line of
 * JSON. Written on raw sockets, so that it costs less than what it measures.
 */
import { connect } from 'node:net'
import { readReplies } from '../replies.ts'

/** What to send where. */
export interface LoadOrder {
  readonly port: number
  /** Each request's `click` is this and a number from 0 on. */
  readonly name: string
  readonly seconds: number
  readonly connections: number
  /** `keep-alive` and `close` send the next when the last is answered; `open` sends `rate` a second, come what may. */
  readonly mode: 'keep-alive' | 'close' | 'open'
  readonly rate: number
}

/** Times in ms; of the open loop, from when a request was due, not from when it could be written. */
export interface LoadResult {
  readonly answered: number
  readonly other: number
  readonly failed: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

const HEADERS = Array.from({ length: 10 }, (_, n) => `X-Header-${String(n)}: value number ${String(n)}\r\n`).join('')
const FILLING = 'x'.repeat(160)

/** Of ten requests one repeats an earlier delivery: its user and its amount. */
const REPEATED_EVERY = 10
const REPEATED_AFTER = 99

/** The n-th target of an order: about 260 bytes, each another one, with two parameters that are not mapped. */
export function targetOf(name: string, n: number): string {
  const isRepeated = n % REPEATED_EVERY === REPEATED_EVERY - 1 && n > REPEATED_AFTER
  const delivery = isRepeated ? n - REPEATED_AFTER : n
  const user = `user_${String((delivery * 7919) % 20_000)}`
  const amount = `${String(delivery % 9973)}.${String(delivery % 89).padStart(2, '0')}`
  return `/hitpoint?user_id=${user}&reward_amount=${amount}&pad=${FILLING}&click=${name}-${String(n)}`
}

function bytesOf(order: LoadOrder, n: number): string {
  const connection = order.mode === 'close' ? 'close' : 'keep-alive'
  return `GET ${targetOf(order.name, n)} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: ${connection}\r\n${HEADERS}\r\n`
}

export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const times: number[] = []
  const start = performance.now()
  const until = start + order.seconds * 1000
  let next = 0
  let other = 0
  let failed = 0
  const note = (from: number, status: number): void => {
    if (status === 200) times.push(performance.now() - from)
    else other += 1
  }

  const closing = async (): Promise<void> => {
    while (performance.now() < until) {
      const from = performance.now()
      const n = next++
      await new Promise<void>((resolve) => {
        const socket = connect(order.port, '127.0.0.1')
        let answered = false
        socket.setNoDelay(true)
        readReplies(socket, (status) => {
          answered = true
          note(from, status)
        })
        socket.on('error', () => {})
        socket.on('close', () => {
          if (!answered) failed += 1
          resolve()
        })
        socket.write(bytesOf(order, n))
      })
    }
  }

  /** One connection that stays; `send` writes a request whose time counts from `from`. */
  const staying = (onIdle: () => void) => {
    const socket = connect(order.port, '127.0.0.1')
    const due: number[] = []
    socket.setNoDelay(true)
    readReplies(socket, (status) => {
      note(due.shift() ?? Number.NaN, status)
      onIdle()
    })
    socket.on('error', () => {})
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => {
        failed += due.length
        resolve()
      })
    })
    return {
      send(from: number) {
        due.push(from)
        socket.write(bytesOf(order, next++))
      },
      waiting: () => due.length,
      end: () => socket.end(),
      closed,
    }
  }

  const looping = async (): Promise<void> => {
    const connection = staying(() => {
      if (performance.now() < until) connection.send(performance.now())
      else connection.end()
    })
    connection.send(performance.now())
    await connection.closed
  }

  const open = async (): Promise<void> => {
    const all = Array.from({ length: order.connections }, () => staying(() => {}))
    let sent = 0
    while (performance.now() < until) {
      const now = performance.now()
      for (; start + (sent * 1000) / order.rate <= now; sent += 1) {
        all[sent % all.length]?.send(start + (sent * 1000) / order.rate)
      }
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    while (all.some(({ waiting }) => waiting() > 0) && performance.now() < until + 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    for (const { end } of all) end()
    await Promise.all(all.map(({ closed }) => closed))
  }

  if (order.mode === 'open') await open()
  else {
    const one = order.mode === 'close' ? closing : looping
    await Promise.all(Array.from({ length: order.connections }, one))
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    answered: times.length,
    other,
    failed,
    seconds: (performance.now() - start) / 1000,
    p50: at(0.5),
    p99: at(0.99),
    longest: sorted.at(-1) ?? 0,
  }
}

if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await runLoad(JSON.parse(process.argv[2] ?? '{}') as LoadOrder)))
}
