import type { TunnelStatus } from '../core/status.ts'
import { REPLACING } from '../services/tunnel/supervisor-machine.ts'
import type { OutageLog } from './outage-log.ts'

/** Notes down the spans in which the tunnel could not be relied on. */
export interface TunnelOutages {
  /** `downSince` as the supervisor has it with this status. */
  follow(status: TunnelStatus, downSince: number | null): void
  /** What is still being opened is noted down as it stands. */
  close(): void
}

const OPENING = 'The tunnel was being opened.'

/**
 * A tunnel that is degraded counts as down: two looks in a row have just failed as a sender's request would. A first
 * opening is noted down once it is known how it went, so that the reason is the real one.
 */
export function createTunnelOutages(outages: Pick<OutageLog, 'begin' | 'end' | 'add'>): TunnelOutages {
  let openingSince: number | null = null
  return {
    follow({ state, why }, downSince) {
      const now = Date.now()
      switch (state) {
        case 'opening':
          openingSince ??= downSince ?? now
          break
        case 'degraded':
        case 'reopening':
        case 'failed':
          outages.begin('tunnel-down', why.replace(` ${REPLACING}`, ''), downSince ?? now)
          openingSince = null
          break
        case 'open':
        case 'off':
          if (!outages.end('tunnel-down') && state === 'open' && openingSince !== null) {
            outages.add('tunnel-down', openingSince, now, OPENING)
          }
          openingSince = null
          break
        default:
          unreachable(state)
      }
    },
    close() {
      if (openingSince !== null) outages.begin('tunnel-down', OPENING, openingSince)
      openingSince = null
    },
  }
}

function unreachable(value: never): never {
  throw new Error(`unknown tunnel state: ${String(value)}`)
}
