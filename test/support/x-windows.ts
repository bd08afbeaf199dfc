import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A window of an X display, as a window manager knows it. */
export interface XWindow {
  readonly title: string
  /** `WM_CLASS`: instance and class. */
  readonly wmClass: readonly string[]
}

const LITTLE_ENDIAN = 0x6c
const QUERY_TREE = 15
const INTERN_ATOM = 16
const GET_PROPERTY = 20
const WM_CLASS_ATOM = 67
const ANY_TYPE = 0
/** In units of four bytes. */
const LONGEST_PROPERTY = 1_024

const padded = (length: number): number => (length + 3) & ~3

/** Answers of a display come in order, one for each request that has one. */
class XClient {
  #kept = Buffer.alloc(0)
  readonly #socket: Socket
  constructor(socket: Socket) {
    this.#socket = socket
  }

  async read(length: number): Promise<Buffer> {
    while (this.#kept.length < length) {
      const [piece] = (await once(this.#socket, 'data')) as [Buffer]
      this.#kept = Buffer.concat([this.#kept, piece])
    }
    const read = this.#kept.subarray(0, length)
    this.#kept = this.#kept.subarray(length)
    return read
  }

  /** Sends a request (its length in the second two bytes is filled in) and reads its reply: 32 bytes and what follows. */
  async ask(request: Buffer): Promise<Buffer> {
    request.writeUInt16LE(request.length / 4, 2)
    this.#socket.write(request)
    for (;;) {
      const head = await this.read(32)
      // An error: the window has gone meanwhile.
      if (head[0] === 0) return Buffer.alloc(32)
      if (head[0] === 1) return Buffer.concat([head, await this.read(head.readUInt32LE(4) * 4)])
    }
  }

  async atom(name: string): Promise<number> {
    const request = Buffer.alloc(8 + padded(name.length))
    request[0] = INTERN_ATOM
    request.writeUInt16LE(name.length, 4)
    request.write(name, 8, 'latin1')
    return (await this.ask(request)).readUInt32LE(8)
  }

  async children(window: number): Promise<number[]> {
    const request = Buffer.alloc(8)
    request[0] = QUERY_TREE
    request.writeUInt32LE(window, 4)
    const reply = await this.ask(request)
    const count = reply.readUInt16LE(16)
    return Array.from({ length: count }, (_, index) => reply.readUInt32LE(32 + index * 4))
  }

  async property(window: number, atom: number): Promise<Buffer> {
    const request = Buffer.alloc(24)
    request[0] = GET_PROPERTY
    request.writeUInt32LE(window, 4)
    request.writeUInt32LE(atom, 8)
    request.writeUInt32LE(ANY_TYPE, 12)
    request.writeUInt32LE(LONGEST_PROPERTY, 20)
    const reply = await this.ask(request)
    return reply.subarray(32, 32 + (reply.readUInt32LE(16) * (reply[1] ?? 0)) / 8)
  }
}

/**
 * The top windows with a title on a display of this computer that asks nobody for a key (`Xvfb` without `-auth`), by the
 * X11 protocol itself: what `xprop` shows, on machines that have no such program.
 */
export async function windowsOn(display: number): Promise<XWindow[]> {
  const socket = connect(`/tmp/.X11-unix/X${String(display)}`)
  await once(socket, 'connect')
  try {
    const client = new XClient(socket)
    const hello = Buffer.alloc(12)
    hello[0] = LITTLE_ENDIAN
    hello.writeUInt16LE(11, 2)
    socket.write(hello)
    const head = await client.read(8)
    const setup = await client.read(head.readUInt16LE(6) * 4)
    if (head[0] !== 1) throw new Error('the display refuses the connection')
    // The first screen stands behind the vendor's name and the pixel formats.
    const screen = 32 + padded(setup.readUInt16LE(16)) + (setup[21] ?? 0) * 8
    const titleAtom = await client.atom('_NET_WM_NAME')
    const windows: XWindow[] = []
    for (const id of await client.children(setup.readUInt32LE(screen))) {
      const title = (await client.property(id, titleAtom)).toString('utf8')
      const wmClass = (await client.property(id, WM_CLASS_ATOM)).toString('latin1').split('\0').filter(Boolean)
      if (title !== '') windows.push({ title, wmClass })
    }
    return windows
  } finally {
    socket.destroy()
  }
}
