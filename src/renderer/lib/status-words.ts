import { type ReceiverStatus, type TunnelState, type TunnelStatus, tunnelStateSchema } from '../../core/status.ts'
import { words } from '../../words/words.ts'

/** How a state is drawn: `good` a full dot, `busy` a half one, `poor` a triangle, `bad` a cross, `off` a ring. */
export type StatusTone = 'good' | 'busy' | 'poor' | 'bad' | 'off'

export interface StatusWords {
  readonly tone: StatusTone
  readonly words: string
}

const TUNNEL_TONES: Record<TunnelState, StatusTone> = {
  off: 'off',
  opening: 'busy',
  open: 'good',
  degraded: 'poor',
  reopening: 'busy',
  failed: 'bad',
}

export function tunnelWords({ state }: Pick<TunnelStatus, 'state'>): StatusWords {
  return { tone: TUNNEL_TONES[state], words: words().status.tunnel[state].words }
}

/** Every state with its words and its meaning, in the order of a tunnel's life. */
export function tunnelStates(): readonly (StatusWords & { readonly state: TunnelState; readonly meaning: string })[] {
  return tunnelStateSchema.options.map((state) => ({
    state,
    tone: TUNNEL_TONES[state],
    ...words().status.tunnel[state],
  }))
}

export function receiverWords(status: ReceiverStatus): StatusWords {
  const w = words().status.receiver
  switch (status.state) {
    case 'listening':
      return { tone: 'good', words: listeningWords(status) }
    case 'stopped':
      return { tone: 'off', words: w.stopped }
    case 'failed':
      return { tone: 'bad', words: w.failed }
    default:
      return status.state satisfies never
  }
}

function listeningWords({ port, wantedPort }: ReceiverStatus): string {
  const w = words().status.receiver
  if (port === null) return w.listening
  const other = wantedPort !== 0 && wantedPort !== port
  return other ? w.listeningElsewhere(port, wantedPort) : w.listeningOn(port)
}
