import { errorsWords } from '../words/of/errors.ts'
import { CallError } from './errors.ts'
import type { EventLog } from './event-log.ts'
import type { LoggedEvent } from './events.ts'
import type { Router } from './router.ts'
import { clientMessageSchema, type HostMessage } from './wire.ts'

/** Events go out at once, then at most this often: a burst becomes a few large messages. */
const SEND_EVERY_MS = 16
/** A message holds this many events at most. */
const EVENTS_A_MESSAGE = 200
/** … and about this many characters, but for a single event that is larger. */
const CHARACTERS_A_MESSAGE = 4 * 1024 * 1024

/**
 * More postbacks than this a second are not sent one by one: nobody reads them, and to send them would cost more than to
 * capture them. The screen is told to read anew, this often, until fewer come.
 */
const MOST_A_SECOND = 3_000
const BURST_EVERY_MS = 500

/** What a session needs of the connection it speaks over. */
export interface Connection {
  send(message: HostMessage): void
  /** True while the peer is not reading: events then wait in the log instead of in memory. */
  congested(): boolean
}

/** One connected screen, whatever the transport. */
export interface Session {
  /** Takes one message as it came; never throws. */
  receive(message: unknown): Promise<void>
  /** Answers one call without `send`: for transports that pair a reply with its request themselves. */
  answer(message: unknown): Promise<HostMessage>
  close(): void
}

function postbacksIn(events: readonly LoggedEvent[]): number {
  return events.reduce(
    (sum, { event, payload }) => sum + (event === 'postback.received' ? payload.postbacks.length : 0),
    0,
  )
}

export function createSession(router: Router, log: EventLog, connection: Connection): Session {
  let sent: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let closed = false
  let bursting = false
  let counted = { since: 0, postbacks: 0 }

  function flush(): void {
    if (closed || sent === null) return
    if (connection.congested()) {
      schedule()
      return
    }
    if (sent === log.seq) return
    const found = bursting ? endOfBurst(sent) : log.after(sent, EVENTS_A_MESSAGE, CHARACTERS_A_MESSAGE)
    if (found === null) {
      sent = log.seq
      deliver({ type: 'resync', epoch: log.epoch, seq: sent })
    } else if (isBurst(found)) {
      bursting = true
    } else {
      sent += found.length
      deliver({ type: 'events', epoch: log.epoch, events: [...found] })
    }
    if (!closed) schedule()
  }

  function isBurst(events: readonly LoggedEvent[]): boolean {
    const now = Date.now()
    // The clock may be set back.
    if (Math.abs(now - counted.since) >= 1_000) counted = { since: now, postbacks: 0 }
    counted.postbacks += postbacksIn(events)
    return counted.postbacks > MOST_A_SECOND
  }

  /** Nothing was sent for a while: the screen must read anew, and is sent events again once fewer come. */
  function endOfBurst(after: number): null {
    const missed = log.after(after, Number.POSITIVE_INFINITY)
    bursting = missed === null || postbacksIn(missed) * (1_000 / BURST_EVERY_MS) > MOST_A_SECOND
    counted = { since: Date.now(), postbacks: 0 }
    return null
  }

  /** A connection that cannot be sent to is over. Whoever emitted, perhaps a capture, must not hear of it. */
  function deliver(message: HostMessage): void {
    try {
      connection.send(message)
    } catch {
      close()
    }
  }

  function schedule(): void {
    timer ??= setTimeout(
      () => {
        timer = null
        flush()
      },
      bursting ? BURST_EVERY_MS : SEND_EVERY_MS,
    )
  }

  const stopListening = log.onEmit(() => {
    if (timer === null) flush()
  })

  function subscribe(epoch: string | null, after: number): void {
    if (epoch === log.epoch && log.after(after, 0) !== null) {
      sent = after
    } else {
      sent = log.seq
      deliver({ type: 'resync', epoch: log.epoch, seq: sent })
    }
    flush()
  }

  async function answer(message: unknown): Promise<HostMessage> {
    const parsed = clientMessageSchema.safeParse(message)
    if (!parsed.success || parsed.data.type !== 'call') {
      const error = new CallError('invalid-input', errorsWords().call.messageNotUnderstood)
      return { type: 'error', id: 0, error: error.toShape() }
    }
    const { id, procedure, input } = parsed.data
    try {
      return { type: 'output', id, output: await router.call(procedure, input) }
    } catch (error) {
      const known = error instanceof CallError ? error : new CallError('internal', errorsWords().call.failed)
      return { type: 'error', id, error: known.toShape() }
    }
  }

  function close(): void {
    closed = true
    stopListening()
    if (timer !== null) clearTimeout(timer)
  }

  return {
    answer,
    async receive(message) {
      const parsed = clientMessageSchema.safeParse(message)
      if (parsed.success && parsed.data.type === 'subscribe') {
        subscribe(parsed.data.epoch, parsed.data.after)
        return
      }
      const reply = await answer(message)
      if (!closed) deliver(reply)
    },
    close,
  }
}
