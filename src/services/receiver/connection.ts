import type { Socket } from 'node:net'

/**
 * A sender that ends its side this soon after its request (ms) has merely said all it had to say and waits for the
 * reply. One that ends it later has lost patience: HTTP clients close on their time-out. Through a tunnel nothing
 * but this tells the two apart.
 */
const HALF_CLOSE_WITHIN = 250

/** A request whose body is still arriving; the parser's errors belong to it as long as it is not complete. */
export interface OpenBody {
  complete(): boolean
  fail(code: string): void
}

/** What the receiver remembers of one socket. Read once when it opens: Node forgets the address when it closes. */
export class Connection {
  readonly socket: Socket
  readonly remoteAddress: string | null
  readonly remotePort: number | null
  /** A request's head was understood on it. */
  used = false
  /** The parser has given up on it, or it left HTTP: nothing more is read from it. */
  finished = false
  body: OpenBody | null = null
  /** Requests whose reply is not out yet. */
  unanswered = 0
  /** Since when bytes wait for the sender to read them, as far as anybody has looked; null while none do. */
  stuckSince: number | null = null
  closed = false
  /** The connection ended in an error: what was written last cannot have arrived. */
  failed = false
  /** It gets no reply on purpose, and is held until the sender gives up. */
  silent = false
  /** It was the receiver that closed it. */
  dropped = false

  private readonly holdAt: number
  private held = false
  private holding = false
  private endedAt: number | null = null
  private readonly closeListeners = new Set<() => void>()
  private readonly idleListeners: (() => void)[] = []

  constructor(socket: Socket, holdAt: number) {
    this.socket = socket
    this.holdAt = holdAt
    this.remoteAddress = socket.remoteAddress ?? null
    this.remotePort = socket.remotePort ?? null
    socket.once('end', () => {
      this.endedAt = performance.now()
    })
    socket.once('close', (failed) => {
      this.closed = true
      this.failed = failed
      for (const listener of this.closeListeners) listener()
      this.closeListeners.clear()
      this.fireIdle()
    })
  }

  /** The sender has ended its side, and may or may not still read. */
  get ended(): boolean {
    return this.endedAt !== null
  }

  /** Nothing has come, or everything that came was answered. */
  get idle(): boolean {
    return this.unanswered === 0 && !this.finished && (this.used || this.socket.bytesRead === 0)
  }

  /** Whether a sender whose request was complete at `since` (`performance.now()`) has gone without its reply. */
  gaveUp(since: number): boolean {
    return this.closed || (this.endedAt !== null && this.endedAt - since > HALF_CLOSE_WITHIN)
  }

  /** Closes it from this side, at once. */
  drop(): void {
    this.dropped = true
    this.socket.destroy()
  }

  /** A request begins. Each call is followed by one of `answered`. */
  begin(): void {
    this.used = true
    this.unanswered += 1
    // Not at once: Node resumes the socket itself when it is through with the bytes at hand.
    if (this.unanswered >= this.holdAt && !this.holding) {
      this.holding = true
      setImmediate(() => this.hold())
    }
  }

  /** A request's reply is out, or will never be. */
  answered(): void {
    this.unanswered -= 1
    if (this.held && this.unanswered < this.holdAt) {
      this.held = false
      this.socket.resume()
    }
    if (this.unanswered === 0) this.fireIdle()
  }

  /** Calls back once no earlier request waits for its reply any more. */
  whenAnswered(listener: () => void): void {
    if (this.unanswered === 0 || this.closed) listener()
    else this.idleListeners.push(listener)
  }

  onClose(listener: () => void): void {
    this.closeListeners.add(listener)
  }

  offClose(listener: () => void): void {
    this.closeListeners.delete(listener)
  }

  /** Calls back after that many ms, or when the connection closes. */
  after(ms: number, listener: () => void): void {
    if (this.closed) {
      listener()
      return
    }
    const done = (): void => {
      clearTimeout(timer)
      this.closeListeners.delete(done)
      listener()
    }
    const timer = setTimeout(done, ms)
    this.closeListeners.add(done)
  }

  /** Resolves after that many ms, or when the connection closes. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  private hold(): void {
    this.holding = false
    if (this.unanswered < this.holdAt || this.closed) return
    this.held = true
    this.socket.pause()
  }

  private fireIdle(): void {
    for (const listener of this.idleListeners.splice(0)) listener()
  }
}
