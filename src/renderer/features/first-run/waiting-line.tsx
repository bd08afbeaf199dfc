import type { Overview } from '../../../contract/procedures.ts'
import { useConnection, useOverview } from '../../lib/inspector.tsx'
import { type StatusTone, tunnelWords } from '../../lib/status-words.ts'
import { StatusMark } from '../../ui/status-mark.tsx'

/** One line that says what stands between now and the first postback. */
export function WaitingLine() {
  const overview = useOverview()
  const connection = useConnection()
  const { tone, words } =
    connection === 'connected'
      ? waitedFor(overview)
      : { tone: 'bad' as const, words: 'Waiting for the connection to the inspector.' }
  return (
    <output aria-label="Waiting for" className="flex items-baseline gap-2">
      <StatusMark tone={tone} />
      <span className="min-w-0">{words}</span>
    </output>
  )
}

function waitedFor({ receiver, tunnel, store }: Overview): { tone: StatusTone; words: string } {
  if (receiver.state !== 'listening') {
    return { tone: 'bad', words: `Waiting for the receiver, which does not listen. ${receiver.why}` }
  }
  if (store.state === 'refusing') return { tone: 'bad', words: `Waiting for the store. ${store.why}` }
  const { tone } = tunnelWords(tunnel)
  switch (tunnel.state) {
    case 'open':
      return { tone, words: 'Everything is open. Waiting for the first postback from Adjump.' }
    case 'opening':
    case 'reopening':
      return { tone, words: `Waiting for the public URL. ${tunnel.why}` }
    case 'degraded':
      return { tone, words: `The public URL may not be reachable just now. ${tunnel.why}` }
    case 'failed':
      return { tone, words: `Adjump cannot reach this computer: the tunnel could not be opened. ${tunnel.why}` }
    case 'off':
      return { tone, words: 'Adjump cannot reach this computer: the tunnel is off.' }
    default:
      return tunnel.state satisfies never
  }
}
