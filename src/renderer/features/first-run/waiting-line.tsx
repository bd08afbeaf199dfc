import type { Overview } from '../../../contract/procedures.ts'
import { words } from '../../../words/words.ts'
import { useConnection, useOverview } from '../../lib/inspector.tsx'
import { type StatusTone, tunnelWords } from '../../lib/status-words.ts'
import { StatusMark } from '../../ui/status-mark.tsx'

/** One line that says what stands between now and the first postback. */
export function WaitingLine() {
  const overview = useOverview()
  const connection = useConnection()
  const w = words().firstRun.waiting
  const { tone, sentence } =
    connection === 'connected' ? waitedFor(overview) : { tone: 'bad' as const, sentence: w.connection }
  return (
    <output aria-label={w.label} className="flex items-baseline gap-2">
      <StatusMark tone={tone} />
      <span className="min-w-0">{sentence}</span>
    </output>
  )
}

function waitedFor({ receiver, tunnel, store }: Overview): { tone: StatusTone; sentence: string } {
  const w = words().firstRun.waiting
  if (receiver.state !== 'listening') {
    return { tone: 'bad', sentence: w.receiver(receiver.why) }
  }
  if (store.state === 'refusing') return { tone: 'bad', sentence: w.store(store.why) }
  const { tone } = tunnelWords(tunnel)
  switch (tunnel.state) {
    case 'open':
      return { tone, sentence: w.postback }
    case 'opening':
    case 'reopening':
      return { tone, sentence: w.publicUrl(tunnel.why) }
    case 'degraded':
      return { tone, sentence: w.degraded(tunnel.why) }
    case 'failed':
      return { tone, sentence: w.failed(tunnel.why) }
    case 'off':
      return { tone, sentence: w.off }
    default:
      return tunnel.state satisfies never
  }
}
