import { type CaptureDesk, type Receiver, ReceiverError } from '../core/ports.ts'
import type { ReceiverLimits } from '../core/receiver-limits.ts'
import type { Settings } from '../core/settings.ts'
import type { ReceiverStatus } from '../core/status.ts'
import { createHttpReceiver } from '../services/receiver/http-receiver.ts'
import { createHttpReceiverNear } from '../services/receiver/listen-near.ts'
import { errorsWords } from '../words/of/errors.ts'

/** Keeps one receiver listening as the settings say. */
export interface ReceiverControl {
  readonly status: ReceiverStatus
  /** Listens anew. Where that fails, what listened before goes on, and the promise rejects with a `ReceiverError`. */
  listen(settings: Settings['receiver']): Promise<void>
  /** Other bounds, in force at once on the same port. */
  setLimits(limits: ReceiverLimits): void
  /** Why some of what arrives is only counted, for the status; null: all is kept. */
  setCounting(why: string | null): void
  close(): Promise<void>
}

export function createReceiverControl(desk: CaptureDesk, onStatus: (status: ReceiverStatus) => void): ReceiverControl {
  let receiver: Receiver | null = null
  /** Receivers that gave way to another and still finish what was under way there. */
  const leaving = new Set<Promise<void>>()
  let counting: string | null = null
  let status: ReceiverStatus = {
    state: 'stopped',
    since: Date.now(),
    why: errorsWords().receiver.notStarted,
    port: null,
    wantedPort: 0,
    url: null,
  }

  function setStatus(next: Omit<ReceiverStatus, 'since'>, since = Date.now()): void {
    status = { ...next, since }
    onStatus(status)
  }

  function whyListening(port: number, wantedPort: number): string {
    const w = errorsWords().receiver
    const moved = wantedPort !== 0 && port !== wantedPort
    return (moved ? w.moved(wantedPort, port) : w.listening) + (counting === null ? '' : ` ${counting}`)
  }

  function setListening(port: number, wantedPort: number, since?: number): void {
    setStatus(
      {
        state: 'listening',
        why: whyListening(port, wantedPort),
        port,
        wantedPort,
        url: `http://127.0.0.1:${String(port)}`,
      },
      since,
    )
  }

  return {
    get status() {
      const { state, port, wantedPort } = status
      // It may last long: another language may be spoken by now.
      return state === 'listening' && port !== null ? { ...status, why: whyListening(port, wantedPort) } : status
    },
    async listen(settings) {
      if (receiver !== null && receiver.port === settings.port) {
        receiver.setLimits(settings.limits)
        setListening(receiver.port, settings.port)
        return
      }
      try {
        const listen = settings.portTaken === 'next-free' ? createHttpReceiverNear : createHttpReceiver
        const next = await listen({ port: settings.port, desk, limits: settings.limits })
        const previous = receiver
        receiver = next
        setListening(next.port, settings.port)
        if (previous) {
          const gone = previous.close().finally(() => leaving.delete(gone))
          leaving.add(gone)
        }
      } catch (error) {
        if (!(error instanceof ReceiverError)) throw error
        if (receiver === null) {
          setStatus({ state: 'failed', why: error.message, port: null, wantedPort: settings.port, url: null })
        }
        throw error
      }
    },
    setLimits(limits) {
      receiver?.setLimits(limits)
    },
    setCounting(why) {
      counting = why
      if (receiver === null || status.state !== 'listening') return
      const { since } = status
      setListening(receiver.port, status.wantedPort, since)
    },
    async close() {
      await Promise.all([receiver?.close(), ...leaving])
      receiver = null
    },
  }
}
