import { connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { mutate } from './mutate.ts'

type Random = () => number

/** A whole request, as the receiver must keep it. */
export interface WholeRequest {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body: string
}

/** How the sender leaves: it says that it is done; it is gone; it breaks off with a reset; it waits for the reply. */
export type Leaving = 'half-close' | 'close' | 'reset' | 'wait'

/** What goes over one connection, and what must be kept of it. */
export interface ReceiverCase {
  readonly bytes: Buffer
  /** Where it is cut into pieces. */
  readonly cuts: readonly number[]
  readonly leaving: Leaving
  /** Kept first, in this order, byte for byte. */
  readonly whole: readonly WholeRequest[]
  /** Something stands behind them that is no whole request: one more record at least. */
  readonly more: boolean
}

const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
const TARGET = 'abcXYZ019-._~!$&\'()*+,;=:@/?%{}[]|\\^`"<>'
const VALUE = `${TARGET} \t\u00e9\u00ff#`
const NAME = 'abcXYZ-_019!~'

function pick<T>(all: ArrayLike<T>, random: Random): T {
  return all[Math.floor(random() * all.length)] as T
}

function word(alphabet: string, most: number, random: Random): string {
  return Array.from({ length: Math.floor(random() * most) }, () => pick(alphabet, random)).join('')
}

/** One whole request: what is kept of it, and the bytes that say it. */
function aWholeRequest(random: Random): { readonly kept: WholeRequest; readonly bytes: Buffer } {
  const method = pick(METHODS, random)
  const target = `/hitpoint?user_id=u_${word(TARGET, 30, random)}`
  const rawHeaders = ['Host', 'x.test']
  for (let n = Math.floor(random() * 5); n > 0; n -= 1) {
    rawHeaders.push(`X-${word(NAME, 12, random)}`, word(VALUE, 40, random).trim())
  }
  let body = ''
  let sent = ''
  if (method !== 'GET' && method !== 'HEAD') {
    body = Array.from({ length: Math.floor(random() * 200) }, () =>
      String.fromCharCode(Math.floor(random() * 256)),
    ).join('')
    if (random() < 0.5) {
      rawHeaders.push('Content-Length', String(body.length))
      sent = body
    } else {
      rawHeaders.push('Transfer-Encoding', 'chunked')
      const cut = Math.floor(random() * body.length)
      const pieces = [body.slice(0, cut), body.slice(cut)].filter((piece) => piece !== '')
      sent = `${pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join('')}0\r\n\r\n`
    }
  }
  const lines = [`${method} ${target} HTTP/1.1`]
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}`)
  return {
    kept: { method, target, rawHeaders, body },
    bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${sent}`, 'latin1'),
  }
}

/** The next connection: whole requests in a row, some with something broken behind them, or broken bytes alone. */
export function aReceiverCase(random: Random, corpus: readonly Uint8Array[]): ReceiverCase {
  const requests = Array.from({ length: Math.floor(random() * 4) }, () => aWholeRequest(random))
  const isClean = requests.length > 0 && random() < 0.4
  const tail = isClean ? Buffer.alloc(0) : brokenBytes(random, corpus)
  const bytes = Buffer.concat([...requests.map((one) => one.bytes), tail])
  const cuts = Array.from({ length: Math.floor(random() ** 2 * 6) }, () => Math.floor(random() * bytes.length))
  const leaving = pick<Leaving>(['half-close', 'half-close', 'half-close', 'close', 'reset', 'wait'], random)
  return {
    bytes,
    cuts: cuts.sort((a, b) => a - b),
    // What nothing more comes of would only wait for the receiver's clock.
    leaving: leaving === 'wait' && !isClean ? 'half-close' : leaving,
    whole: requests.map((one) => one.kept),
    more: /[^\r\n]/.test(tail.toString('latin1')),
  }
}

function brokenBytes(random: Random, corpus: readonly Uint8Array[]): Buffer {
  const { bytes } = aWholeRequest(random)
  const kind = random()
  if (kind < 0.2) return bytes.subarray(0, Math.floor(random() * bytes.length))
  if (kind < 0.3)
    return Buffer.from(Array.from({ length: 1 + Math.floor(random() * 300) }, () => Math.floor(random() * 256)))
  return Buffer.from(mutate([bytes, ...corpus.slice(0, 20)], random))
}

/** Heads that servers have stumbled over. */
export const RECEIVER_SEEDS: readonly Buffer[] = [
  'POST /hitpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /hitpoint HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\nx\r\n0\r\n\r\n',
  'POST /hitpoint HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\nTrailer: y\r\n\r\n',
  'GET /hitpoint HTTP/1.1\nHost: x\n\n',
  'GET /hitpoint HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n',
  'GET /hitpoint HTTP/1.0\r\n\r\n',
  'GET /hitpoint HTTP/9.9\r\n\r\n',
  'GET http://h/hitpoint?user_id=1 HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\nbytes',
  'GET /hitpoint HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'POST /hitpoint HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /hit point HTTP/1.1\r\nHost: x\r\n\r\n',
  `GET /${'a'.repeat(3000)} HTTP/1.1\r\n${'X: y\r\n'.repeat(150)}\r\n`,
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
].map((text) => Buffer.from(text, 'latin1'))

/** How long a receiver may leave a connection open whose sender is done, in ms: the disk may be slow meanwhile. */
const LET_GO = 60_000

/** Sends one case. Resolves with the sender's port once both sides are done, and says whether it was let go. */
export function sendCase(
  port: number,
  { bytes, cuts, leaving }: Pick<ReceiverCase, 'bytes' | 'cuts' | 'leaving'>,
  finishedWaiting: (text: string) => boolean,
): Promise<{ readonly from: number; readonly letGo: boolean }> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    let from = 0
    let text = ''
    let letGo = true
    const timer = setTimeout(() => {
      letGo = false
      socket.destroy()
    }, LET_GO)
    socket.on('error', () => undefined)
    socket.on('data', (piece) => {
      text += piece.toString('latin1')
      if (leaving === 'wait' && finishedWaiting(text)) socket.end()
    })
    socket.on('end', () => socket.end())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ from, letGo })
    })
    socket.on('connect', () => {
      from = socket.localPort ?? 0
      void writePieces()
    })
    async function writePieces(): Promise<void> {
      let at = 0
      for (const cut of [...cuts, bytes.length]) {
        if (cut > at && socket.writable) socket.write(bytes.subarray(at, cut))
        at = Math.max(at, cut)
        await turn()
      }
      if (leaving === 'half-close') socket.end()
      if (leaving === 'close') socket.destroySoon()
      if (leaving === 'reset') socket.resetAndDestroy()
    }
  })
}
