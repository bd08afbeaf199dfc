import { type CaptureDesk, type Receiver, ReceiverError } from '../core/ports.ts'
import type { Settings } from '../core/settings.ts'
import type { ReceiverStatus } from '../core/status.ts'
import { createHttpReceiver } from '../services/receiver/http-receiver.ts'
import { createHttpReceiverNear } from '../services/receiver/listen-near.ts'

/** Keeps one receiver listening as the settings say. */
export interface ReceiverControl {
  readonly status: ReceiverStatus
  /** Listens anew. Where that fails, what listened before goes on, and the promise rejects with a `ReceiverError`. */
  listen(settings: Settings['receiver']): Promise<void>
  close(): Promise<void>
}

export function createReceiverControl(desk: CaptureDesk, onStatus: (status: ReceiverStatus) => void): ReceiverControl {
  let receiver: Receiver | null = null
  let status: ReceiverStatus = {
    state: 'stopped',
    since: Date.now(),
    why: 'The receiver has not been started.',
    port: null,
    wantedPort: 0,
    url: null,
  }

  function setStatus(next: Omit<ReceiverStatus, 'since'>): void {
    status = { ...next, since: Date.now() }
    onStatus(status)
  }

  return {
    get status() {
      return status
    },
    async listen(settings) {
      try {
        const listen = settings.portTaken === 'next-free' ? createHttpReceiverNear : createHttpReceiver
        const next = await listen({ port: settings.port, desk })
        const previous = receiver
        receiver = next
        const moved = settings.port !== 0 && next.port !== settings.port
        setStatus({
          state: 'listening',
          why: moved
            ? `Port ${String(settings.port)} is taken by another program, so the receiver moved to ${String(next.port)}.`
            : 'Postbacks are received.',
          port: next.port,
          wantedPort: settings.port,
          url: `http://127.0.0.1:${String(next.port)}`,
        })
        await previous?.close()
      } catch (error) {
        if (!(error instanceof ReceiverError)) throw error
        if (receiver === null) {
          setStatus({ state: 'failed', why: error.message, port: null, wantedPort: settings.port, url: null })
        }
        throw error
      }
    },
    async close() {
      await receiver?.close()
      receiver = null
    },
  }
}
