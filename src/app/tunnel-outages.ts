import type { TunnelStatus } from '../core/status.ts'
import { replacing } from '../services/tunnel/supervisor-machine.ts'
import { errorsWords } from '../words/of/errors.ts'
import type { OutageLog } from './outage-log.ts'

/** Notes down the spans in which the tunnel could not be relied on. */
export interface TunnelOutages {
  /** `downSince` as the supervisor has it with this status. */
  follow(status: TunnelStatus, downSince: number | null): void
  /** What is still being opened is noted down as it stands. */
  close(): void
}

/**
 * A tunnel that is degraded counts as down: two looks in a row have just failed as a sender's request would. A first
 * opening is noted down once it is known how it went, so that the reason is the real one; that of the very first tunnel,
 * when nobody can have had a URL to send to, is none where it succeeds. `hadUrl` is asked when an opening begins: whether there was a public URL before.
 */
export function createTunnelOutages(
  outages: Pick<OutageLog, 'begin' | 'end' | 'add'>,
  hadUrl: () => boolean,
): TunnelOutages {
  let opening: { readonly since: number; readonly counts: boolean } | null = null
  return {
    follow({ state, why }, downSince) {
      const now = Date.now()
      switch (state) {
        case 'opening':
          opening ??= { since: downSince ?? now, counts: hadUrl() }
          break
        case 'degraded':
        case 'reopening':
        case 'failed':
          outages.begin('tunnel-down', why.replace(` ${replacing()}`, ''), downSince ?? now)
          opening = null
          break
        case 'open':
        case 'off':
          if (!outages.end('tunnel-down') && state === 'open' && opening?.counts) {
            outages.add('tunnel-down', opening.since, now, errorsWords().tunnel.wasOpening)
          }
          opening = null
          break
        default:
          unreachable(state)
      }
    },
    close() {
      if (opening?.counts) outages.begin('tunnel-down', errorsWords().tunnel.wasOpening, opening.since)
      opening = null
    },
  }
}

function unreachable(value: never): never {
  throw new Error(`unknown tunnel state: ${String(value)}`)
}
