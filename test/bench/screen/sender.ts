/**
 * Sends postbacks at a steady rate, as a process of its own: gets one order as its first argument and prints one line of
 * JSON. Each says in its user id when it was written to the socket, so that the screen can be asked how long it took.
 */
import { connect } from 'node:net'
import { readReplies } from '../replies.ts'

export interface SendOrder {
  readonly port: number
  readonly rate: number
  readonly seconds: number
  readonly connections: number
}

export interface Sent {
  readonly sent: number
  readonly answered: number
  readonly other: number
}

const HEADERS = Array.from({ length: 10 }, (_, n) => `X-Header-${String(n)}: value number ${String(n)}\r\n`).join('')
const PATIENCE_MS = 10_000

/** `at10` is the moment in tenths of a millisecond. Every fourth amount is wrong, as in a history that is worth a look. */
function bytesOf(number: number, at10: number): string {
  const amount = number % 4 === 3 ? `${String(number % 500)},50` : `${String(number % 500)}.${String(number % 90)}1`
  const target = `/hitpoint?user_id=at-${String(at10)}-${String(number)}-end&reward_amount=${amount}`
  return `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\n${HEADERS}\r\n`
}

async function send({ port, rate, seconds, connections }: SendOrder): Promise<Sent> {
  const counts = { sent: 0, answered: 0, other: 0 }
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    readReplies(socket, (status) => {
      if (status === 200) counts.answered += 1
      else counts.other += 1
    })
    return socket
  })
  const start = performance.now()
  const end = start + seconds * 1000
  while (performance.now() < end) {
    const due = ((performance.now() - start) * rate) / 1000
    for (; counts.sent < due; counts.sent += 1) {
      const at10 = Math.round((performance.timeOrigin + performance.now()) * 10)
      sockets[counts.sent % connections]?.write(bytesOf(counts.sent, at10))
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const patience = performance.now() + PATIENCE_MS
  while (counts.answered + counts.other < counts.sent && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  for (const socket of sockets) socket.destroy()
  return counts
}

if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await send(JSON.parse(process.argv[2] ?? '{}') as SendOrder)))
}
