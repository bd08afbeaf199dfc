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
/**
 * When all places are taken, a head that has taken longer than this (ms) makes room before anything that rests, and a
 * connection has so long to say its next word: what it says may be on its way.
 */
const PATIENCE = 1_000

/** Every open connection of one server. */
export interface Connections {
  of(socket: Socket): Connection | undefined
  /** After a change of the limits. */
  limitsChanged(): void
  closeIdle(): void
  closeAll(): void
  stop(): void
}

/** What becomes of a head that will not be waited for any longer: recorded, and its connection ended. */
export type GiveUpHead = (
  connection: Connection,
  code: 'ERR_HTTP_REQUEST_TIMEOUT' | 'CONNECTION_NEEDED' | 'CLOSING',
) => void

/**
 * Follows a server's connections and bounds their number. A connection that sends nothing is left alone as long as
 * there is room: a tunnel's client opens its connections before it has anything to send, and loses a postback
 * where one is closed under it.
 */
export function trackConnections(server: Server, limits: ReceiverLimits, giveUpHead: GiveUpHead): Connections {
  /** Those that hold a place; those that rested longest come first. */
  const open = new Map<Socket, Connection>()
  const known = new WeakMap<Socket, Connection>()
  const ofAddress = new Map<string | null, number>()

  function leave(socket: Socket, { remoteAddress }: Connection): void {
    if (!open.delete(socket)) return
    const left = (ofAddress.get(remoteAddress) ?? 0) - 1
    if (left > 0) ofAddress.set(remoteAddress, left)
    else ofAddress.delete(remoteAddress)
  }

  /** Ends the connection that is missed least, of one address or of all. False where every one is needed. */
  function makeRoom(address?: string | null): boolean {
    const found = leastMissed(open.values(), address)
    if (found === null) return false
    leave(found.socket, found)
    if (found.waitingForHead !== null) giveUpHead(found, 'CONNECTION_NEEDED')
    else if (found.receivingBody) found.body?.fail('CONNECTION_NEEDED')
    if (found.idle || found.silent) found.drop()
    else found.evict()
    return true
  }

  function hasPlace(address: string | null): boolean {
    if ((ofAddress.get(address) ?? 0) >= limits.connectionsPerAddress && !makeRoom(address)) return false
    return open.size < limits.connections || makeRoom()
  }

  const limitsChanged = (): void => {
    server.maxConnections = limits.connections + REFUSED_AT_A_TIME
    while (open.size > limits.connections && makeRoom());
  }
  limitsChanged()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? null
    if (!hasPlace(address)) {
      linger(socket, formatReply(REFUSALS.tooManyConnections, true))
      return
    }
    const connection = new Connection(socket, limits, () => {
      if (open.delete(socket)) open.set(socket, connection)
    })
    open.set(socket, connection)
    known.set(socket, connection)
    ofAddress.set(address, (ofAddress.get(address) ?? 0) + 1)
    socket.once('close', () => leave(socket, connection))
  })

  const sweep = setInterval(() => {
    const now = performance.now()
    for (const connection of open.values()) {
      cutOffWhereStuck(connection, limits.replyTimeout)
      // Node's own clock forgets a connection that was silent at first: a tunnel's, or one that waited for that.
      const since = connection.waitingForHead
      if (since !== null && now - since > limits.headTimeout) giveUpHead(connection, 'ERR_HTTP_REQUEST_TIMEOUT')
    }
  }, limits.checkInterval)
  sweep.unref()

  return {
    of: (socket) => known.get(socket),
    limitsChanged,
    closeIdle() {
      for (const connection of open.values()) if (connection.idle || connection.silent) connection.drop()
    },
    closeAll() {
      for (const connection of open.values()) {
        if (connection.waitingForHead !== null) giveUpHead(connection, 'CLOSING')
        connection.drop()
      }
    },
    stop: () => clearInterval(sweep),
  }
}

/**
 * A head that has taken too long, else what rests longest, else the oldest head or body that is not complete, else the
 * one that came or was answered only just now, the oldest first. What waits for the store or for its reply is never
 * closed.
 */
function leastMissed(connections: Iterable<Connection>, address: string | null | undefined): Connection | null {
  const now = performance.now()
  let resting: Connection | null = null
  let head: Connection | null = null
  let body: Connection | null = null
  let fresh: Connection | null = null
  for (const connection of connections) {
    if (address !== undefined && connection.remoteAddress !== address) continue
    const since = connection.waitingForHead
    if (since !== null) {
      if (now - since > PATIENCE) return connection
      head ??= connection
    } else if (connection.idle && now - connection.restingSince < PATIENCE) fresh ??= connection
    else if (connection.idle || connection.silent) resting ??= connection
    else if (connection.receivingBody) body ??= connection
  }
  return resting ?? head ?? body ?? fresh
}

function cutOffWhereStuck(connection: Connection, replyTimeout: number): void {
  const now = performance.now()
  if (connection.socket.writableLength === 0) connection.stuckSince = null
  else connection.stuckSince ??= now
  if (connection.stuckSince !== null && now - connection.stuckSince > replyTimeout) connection.socket.destroy()
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
