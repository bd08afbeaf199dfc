import type { ReceiverStatus, TunnelState, TunnelStatus } from '../../core/status.ts'

/** How a state is drawn: `good` a full dot, `busy` a half one, `poor` a triangle, `bad` a cross, `off` a ring. */
export type StatusTone = 'good' | 'busy' | 'poor' | 'bad' | 'off'

export interface StatusWords {
  readonly tone: StatusTone
  readonly words: string
}

/** Why a state is unknown. */
export const LOST = 'the connection to the inspector is lost'

const TUNNEL: Record<TunnelState, StatusWords & { readonly meaning: string }> = {
  off: {
    tone: 'off',
    words: 'Tunnel off',
    meaning: 'No tunnel is wanted. Only this machine reaches the receiver; Adjump does not.',
  },
  opening: {
    tone: 'busy',
    words: 'Tunnel opening',
    meaning: 'A public URL is being asked for. The receiver already works on this machine.',
  },
  open: {
    tone: 'good',
    words: 'Tunnel open',
    meaning: 'The last look from outside reached this inspector. Adjump can reach the public URL.',
  },
  degraded: {
    tone: 'poor',
    words: 'Tunnel degraded',
    meaning: 'Looks from outside fail. It is looked at more often, and opened anew if that does not help.',
  },
  reopening: {
    tone: 'busy',
    words: 'Tunnel reopening',
    meaning: 'The tunnel was lost and is being opened again. Postbacks sent meanwhile do not arrive.',
  },
  failed: {
    tone: 'bad',
    words: 'Tunnel failed',
    meaning: 'It could not be opened. It is tried again by itself, and at once by “Retry”.',
  },
}

export function tunnelWords(status: Pick<TunnelStatus, 'state'>): StatusWords {
  return TUNNEL[status.state]
}

/** Every state with its words and its meaning, in the order of a tunnel's life. */
export const TUNNEL_STATES = Object.entries(TUNNEL)

export function receiverWords(status: ReceiverStatus): StatusWords {
  switch (status.state) {
    case 'listening':
      return { tone: 'good', words: listeningWords(status) }
    case 'stopped':
      return { tone: 'off', words: 'Receiver stopped' }
    case 'failed':
      return { tone: 'bad', words: 'Receiver failed' }
    default:
      return status.state satisfies never
  }
}

function listeningWords({ port, wantedPort }: ReceiverStatus): string {
  if (port === null) return 'Listening'
  const other = wantedPort !== 0 && wantedPort !== port
  return other ? `Listening on ${String(port)}, not ${String(wantedPort)}` : `Listening on ${String(port)}`
}
