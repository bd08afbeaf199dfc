import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/**
 * A way that can lose everything without a word, as a network that is gone does: nobody is told, connections stand, and
 * no byte comes through in either direction.
 */
export interface BlackHole {
  /** A port of this computer from which the way leads to that one. */
  wayTo(port: number): Promise<number>
  /**
   * From now on nothing gets through. What stood before is lost for good, as where a router has forgotten it; new
   * connections are taken and never served. `farSide`: whether the other end finds out and lets its connections go,
   * or goes on believing in them.
   */
  swallow(farSide: 'finds out' | 'believes'): void
  /** New connections get through again. */
  giveBack(): void
  /** How many bytes it has swallowed. */
  readonly swallowed: number
  close(): Promise<void>
}

export function createBlackHole(): BlackHole {
  const servers = new Map<number, { readonly server: Server; readonly port: number }>()
  const sockets = new Set<Socket>()
  const farSockets = new Set<Socket>()
  /** What is lost stays lost. */
  const gone = new Set<Socket>()
  let swallowing = false
  let swallowed = 0

  function keep(socket: Socket): Socket {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    return socket
  }

  function carry(from: Socket, to: Socket): void {
    from.on('data', (piece: Buffer) => {
      if (gone.has(from)) swallowed += piece.length
      else to.write(piece)
    })
    // Not even an end is heard of on the other side.
    from.on('close', () => {
      if (!gone.has(from)) to.destroy()
    })
  }

  function take(near: Socket, port: number): void {
    keep(near)
    if (swallowing) {
      gone.add(near)
      near.on('data', (piece: Buffer) => (swallowed += piece.length))
      return
    }
    const far = keep(connect(port, '127.0.0.1'))
    farSockets.add(far)
    far.on('close', () => farSockets.delete(far))
    carry(near, far)
    carry(far, near)
  }

  return {
    get swallowed() {
      return swallowed
    },
    async wayTo(port) {
      const known = servers.get(port)
      if (known !== undefined) return known.port
      const server = createServer((socket) => take(socket, port))
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      // A TCP server that listens has an address object.
      const own = (server.address() as AddressInfo).port
      servers.set(port, { server, port: own })
      return own
    },
    swallow(farSide) {
      swallowing = true
      for (const socket of sockets) gone.add(socket)
      if (farSide === 'finds out') for (const socket of farSockets) socket.destroy()
    },
    giveBack() {
      swallowing = false
    },
    async close() {
      const closed = [...servers.values()].map(({ server }) => new Promise((resolve) => server.close(resolve)))
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
    },
  }
}
