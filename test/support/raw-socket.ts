import { connect, type Socket } from 'node:net'

/** One answer as it stood on the wire. Text is latin1: one character a byte. */
export interface RawResponse {
  readonly status: number
  readonly reason: string
  /** In wire order and case. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  header(name: string): string | null
}

/** A connection that says exactly what it is told to, and keeps every byte that comes back. */
export interface RawConnection {
  readonly localPort: number
  write(bytes: string | Uint8Array): void
  /** Ends this side only: the answer can still be read. */
  end(): void
  destroy(): void
  /** Ends with a reset instead of a goodbye. */
  reset(): void
  /** Stops reading, so that the other side's writes pile up. */
  stopReading(): void
  readOn(): void
  /** The next answer; `head` where it answers a HEAD. Rejects where the connection closes before it is complete. */
  response(options?: { head?: boolean }): Promise<RawResponse>
  /** Everything that came and no `response()` has taken. */
  received(): string
  /** What broke the connection; null where nothing did. */
  error(): NodeJS.ErrnoException | null
  /** Resolves when the other side has closed or the connection broke. */
  readonly closed: Promise<void>
}

/** Opens a connection to a port on loopback, from an address of it. Strings are sent as latin1. */
export function openRaw(port: number, localAddress = '127.0.0.1'): Promise<RawConnection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.removeListener('error', reject)
      resolve(follow(socket))
    })
  })
}

/** Sends bytes on a connection of their own and resolves with the first answer. */
export async function sendRaw(port: number, bytes: string | Uint8Array): Promise<RawResponse> {
  const connection = await openRaw(port)
  try {
    connection.write(bytes)
    return await connection.response({ head: typeof bytes === 'string' && bytes.startsWith('HEAD ') })
  } finally {
    connection.destroy()
  }
}

function follow(socket: Socket): RawConnection {
  let buffer = ''
  let ended = false
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const listener of waiting) listener()
  }
  socket.on('data', (bytes) => {
    buffer += bytes.toString('latin1')
    wake()
  })
  // A reset is one of the ways in which a test's connection ends.
  let broken: NodeJS.ErrnoException | null = null
  socket.on('error', (error) => {
    broken = error
  })
  const closed = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true
      wake()
      resolve()
    }
    socket.once('end', end)
    socket.once('close', end)
  })

  return {
    localPort: socket.localPort ?? 0,
    write(bytes) {
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
    },
    end: () => void socket.end(),
    destroy: () => void socket.destroy(),
    reset: () => void socket.resetAndDestroy(),
    stopReading: () => void socket.pause(),
    readOn: () => void socket.resume(),
    received: () => buffer,
    error: () => broken,
    closed,
    response(options) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = takeResponse(buffer, options?.head ?? false, ended)
          if (found !== null) {
            waiting.delete(look)
            buffer = buffer.slice(found.taken)
            resolve(found.response)
          } else if (ended) {
            waiting.delete(look)
            reject(new Error(`The connection closed before an answer was complete; it had sent: ${buffer}`))
          }
        }
        waiting.add(look)
        look()
      })
    },
  }
}

function takeResponse(text: string, head: boolean, ended: boolean): { response: RawResponse; taken: number } | null {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd === -1) return null
  const [statusLine = '', ...lines] = text.slice(0, headEnd).split('\r\n')
  const [, status = '', reason = ''] = /^HTTP\/1\.1 (\d{3}) (.*)$/.exec(statusLine) ?? []
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(': ')
    return [line.slice(0, colon), line.slice(colon + 2)]
  })
  const header = (name: string): string | null =>
    headers.find(([found]) => found.toLowerCase() === name.toLowerCase())?.[1] ?? null
  const start = headEnd + 4
  const length = header('content-length')
  const empty = head || status.startsWith('1') || status === '204' || status === '304'
  if (!empty && length === null && !ended) return null
  const end = empty ? start : length === null ? text.length : start + Number(length)
  if (text.length < end) return null
  const body = text.slice(start, end)
  return { response: { status: Number(status), reason, headers, body, header }, taken: end }
}
