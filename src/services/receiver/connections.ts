import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { Connection } from './connection.ts'
import type { ReceiverLimits } from './limits.ts'
import { formatReply } from './raw-reply.ts'
import { REFUSALS } from './refusals.ts'

/** So many connections above the limit get their 503; what comes beyond them the system closes. */
const REFUSED_AT_A_TIME = 64
/** How long a refused sender has to read its refusal, in ms. */
const LINGER = 1_000

/** Every open connection of one server. */
export interface Connections {
  of(socket: Socket): Connection | undefined
  closeIdle(): void
  closeAll(): void
  stop(): void
}

/**
 * Follows a server's connections and bounds their number. A connection that sends nothing is left alone as long as
 * there is room: a tunnel's client opens its connections before it has anything to send, and loses a postback
 * where one is closed under it.
 */
export function trackConnections(server: Server, limits: ReceiverLimits): Connections {
  const open = new Map<Socket, Connection>()

  server.maxConnections = limits.connections + REFUSED_AT_A_TIME
  server.on('connection', (socket) => {
    if (open.size >= limits.connections && !makeRoom(open)) {
      linger(socket, formatReply(REFUSALS.tooManyConnections, true))
      return
    }
    const connection = new Connection(socket, limits.unanswered)
    open.set(socket, connection)
    socket.once('close', () => open.delete(socket))
  })

  const sweep = setInterval(() => {
    for (const connection of open.values()) cutOffWhereStuck(connection, limits.replyTimeout)
  }, limits.checkInterval)
  sweep.unref()

  return {
    of: (socket) => open.get(socket),
    closeIdle() {
      for (const connection of open.values()) if (connection.idle || connection.silent) connection.drop()
    },
    closeAll() {
      for (const connection of open.values()) connection.drop()
    },
    stop: () => clearInterval(sweep),
  }
}

function cutOffWhereStuck(connection: Connection, replyTimeout: number): void {
  const now = performance.now()
  if (connection.socket.writableLength === 0) connection.stuckSince = null
  else connection.stuckSince ??= now
  if (connection.stuckSince !== null && now - connection.stuckSince > replyTimeout) connection.socket.destroy()
}

/** Closes the oldest connection that is idle, or that gets no reply anyway. False where all are busy. */
function makeRoom(open: Map<Socket, Connection>): boolean {
  for (const [socket, connection] of open) {
    if (!connection.idle && !connection.silent) continue
    open.delete(socket)
    connection.drop()
    return true
  }
  return false
}

/**
 * Writes the last words, then reads on for a moment: to close a socket that has unread bytes resets it, and the
 * sender would lose the words.
 */
export function linger(socket: Socket, words: Uint8Array): void {
  const timer = setTimeout(() => socket.destroy(), LINGER)
  socket.once('close', () => clearTimeout(timer))
  socket.on('error', () => socket.destroy())
  socket.resume()
  socket.end(words)
}
