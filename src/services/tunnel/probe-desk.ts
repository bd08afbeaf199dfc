import { createHmac, randomBytes } from 'node:crypto'
import { RESERVED_PATH } from '../../core/endpoint.ts'

/** One question that only our own receiver can answer. */
export interface ProbeTicket {
  /** To be asked for below the public URL. */
  readonly path: string
  /** The whole body of a right answer. */
  readonly expected: string
  /** From here on the path is a stranger's like any other. */
  done(): void
}

/** Issues questions and answers them, so that an answer through the public URL proves that it leads to us. */
export interface ProbeDesk {
  issue(): ProbeTicket
  /** The echo for an outstanding question's request-target; null for every other target. */
  answer(target: string): string | null
}

/** More are never needed at once; the oldest gives way, so that forgotten ones cannot pile up. */
const MOST_OUTSTANDING = 16
/** A base path of the user's own URL may stand before it. */
const PROBE_TARGET = new RegExp(`^[^?#]*${RESERVED_PATH.replace('.', '\\.')}/probe/([\\w-]{22})$`)

export function createProbeDesk(): ProbeDesk {
  const key = randomBytes(32)
  const outstanding = new Set<string>()
  const echo = (nonce: string): string => createHmac('sha256', key).update(nonce).digest('base64url')
  return {
    issue() {
      const nonce = randomBytes(16).toString('base64url')
      outstanding.add(nonce)
      const [oldest] = outstanding
      if (outstanding.size > MOST_OUTSTANDING && oldest !== undefined) outstanding.delete(oldest)
      return {
        path: `${RESERVED_PATH}/probe/${nonce}`,
        expected: echo(nonce),
        done() {
          outstanding.delete(nonce)
        },
      }
    },
    answer(target) {
      // Most targets are postbacks: one cheap look decides.
      if (!target.includes(RESERVED_PATH)) return null
      const nonce = PROBE_TARGET.exec(target)?.[1]
      return nonce !== undefined && outstanding.has(nonce) ? echo(nonce) : null
    },
  }
}
