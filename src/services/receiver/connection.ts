import type { Socket } from 'node:net'
import { Arrivals } from './arrivals.ts'
import { HeadRecord, isLineEnds } from './head-record.ts'
import type { ReceiverLimits } from './limits.ts'

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
  /** What came last on it: a request, or what was refused. */
  latest: object | null = null
  /** The packet that the parser is reading; null at all other times. */
  packet: Uint8Array | null = null
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
  /** It was reset to make room for another. */
  evicted = false
  /** Since when nothing was asked of it, where it is idle (`performance.now()`). */
  restingSince = performance.now()
  /** The bytes of a head that is not complete. */
  readonly head = new HeadRecord()
  /** What came and is not handed over to the desk yet. */
  readonly arrivals = new Arrivals()

  private readonly limits: ReceiverLimits
  private readonly onRest: () => void
  private held = false
  private holding = false
  private endedAt: number | null = null
  private readonly closeListeners = new Set<() => void>()
  private readonly idleListeners: (() => void)[] = []

  /** `onRest` is called whenever everything that came is answered. `limits` are looked at when they matter. */
  constructor(socket: Socket, limits: ReceiverLimits, onRest: () => void = () => undefined) {
    this.socket = socket
    this.limits = limits
    this.onRest = onRest
    this.remoteAddress = socket.remoteAddress ?? null
    this.remotePort = socket.remotePort ?? null
    // Before the parser's own listener, which may have understood the head when it returns. It costs 5 µs a packet.
    socket.prependListener('data', (piece: Uint8Array) => this.note(piece))
    socket.on('data', () => {
      this.packet = null
    })
    socket.once('end', () => {
      this.endedAt = performance.now()
      // Node's parser says so itself, but not of a request that asks for another protocol: there it drops its errors.
      if (this.finished || !this.receivingBody) return
      this.finished = true
      this.body?.fail('HPE_INVALID_EOF_STATE')
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

  /** Whether the reply to this request is the last: its sender has ended its side, and nothing stands behind it. */
  isLast(request: object): boolean {
    return this.ended && this.latest === request
  }

  /** Nothing has come, or everything that came was answered. */
  get idle(): boolean {
    return this.unanswered === 0 && !this.finished && this.head.since === null
  }

  /** Since when a head is under way of which nothing was understood, while nothing else is (`performance.now()`). */
  get waitingForHead(): number | null {
    return this.unanswered === 0 && !this.finished ? this.head.since : null
  }

  get receivingBody(): boolean {
    return this.body !== null && !this.body.complete()
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

  /** Resets it, at once, for another to have its place. */
  evict(): void {
    this.evicted = true
    this.socket.resetAndDestroy()
  }

  /** A request begins. Each call is followed by one of `answered`. */
  begin(request: object): void {
    this.used = true
    this.latest = request
    this.head.clear()
    this.unanswered += 1
    // Not at once: Node resumes the socket itself when it is through with the bytes at hand.
    if (this.unanswered >= this.limits.unanswered && !this.holding) {
      this.holding = true
      setImmediate(() => this.hold())
    }
  }

  /** A request's reply is out, or will never be. */
  answered(): void {
    this.unanswered -= 1
    if (this.held && this.unanswered < this.limits.unanswered) {
      this.held = false
      this.socket.resume()
    }
    if (this.unanswered === 0) {
      this.restingSince = performance.now()
      this.fireIdle()
      this.onRest()
    }
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

  private note(piece: Uint8Array): void {
    this.packet = piece
    if (this.finished || this.receivingBody) return
    if (this.used && this.head.since === null && isLineEnds(piece)) return
    this.head.add(piece, this.limits.rejectedBytes)
  }

  private hold(): void {
    this.holding = false
    if (this.unanswered < this.limits.unanswered || this.closed) return
    this.held = true
    this.socket.pause()
  }

  private fireIdle(): void {
    for (const listener of this.idleListeners.splice(0)) listener()
  }
}
