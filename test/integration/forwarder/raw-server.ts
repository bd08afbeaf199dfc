import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server that answers exactly what it is told to, and keeps every byte that came. Text is latin1. */
export interface RawServer {
  readonly port: number
  readonly origin: string
  /** What came on each connection, in order of their opening. */
  readonly received: readonly string[]
  readonly open: () => number
  readonly opened: () => number
  close(): Promise<void>
}

/** What is said to a client whose request is complete, or done with its socket. */
export type Say = string | ((socket: Socket, nth: number) => void)

/** Listens on one loopback address only. Gone when the test is over. */
export async function rawServer(say: Say, options: { host?: string; port?: number } = {}): Promise<RawServer> {
  const host = options.host ?? '127.0.0.1'
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const nth = received.push('') - 1
    let answered = false
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes: Buffer) => {
      received[nth] = `${received[nth] ?? ''}${bytes.toString('latin1')}`
      if (answered || !isWhole(received[nth])) return
      answered = true
      if (typeof say === 'string') socket.write(Buffer.from(say, 'latin1'))
      else say(socket, nth)
    })
  }).listen(options.port ?? 0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  onTestFinished(close)
  return {
    port,
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`,
    received,
    open: () => sockets.size,
    opened: () => received.length,
    close,
  }
}

/** A head with as much body as it announces. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))
  return text.length >= end + 4 + Number(length?.[1] ?? 0)
}

/** A whole reply with its length. */
export function reply(body: string, head = 'HTTP/1.1 200 OK'): string {
  return `${head}\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`
}

/** A port where nobody listens. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const closed = once(server, 'close')
  server.close()
  await closed
  return port
}
