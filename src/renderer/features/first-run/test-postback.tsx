import { Send } from 'lucide-react'
import { useRef } from 'react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useClient, useConnection } from '../../lib/inspector.tsx'
import { say } from '../../lib/messages.ts'
import { sendTestPostback, testState } from '../../lib/test-postback.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'

/** Proves the way in without Adjump: sends one postback as Adjump would, and says what came of it. */
export function TestPostback({ endpoint }: { endpoint: Endpoint }) {
  const client = useClient()
  const connected = useConnection() === 'connected'
  const { busy, result } = useExternalStore(testState)
  const place = useRef<HTMLDivElement>(null)
  const w = words().firstRun.test
  const send = async (): Promise<void> => {
    const came = await sendTestPostback(client, endpoint.id)
    // Its arrival takes the first steps away, and with them the line that would say how it went.
    if (came && !place.current?.isConnected) say(came.sentence, { severity: came.ok ? 'info' : 'error' })
  }
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        onClick={() => void send()}
        disabled={busy || !connected}
        icon={<Send aria-hidden="true" size={14} />}
        action="test.send"
      >
        {w.send}
      </Button>
      <output aria-label={w.result} className="flex min-w-0 flex-1 items-baseline gap-2">
        {busy && <Spinner label={w.sending} />}
        {result && (
          <>
            <StatusMark tone={result.ok ? 'good' : 'bad'} />
            <span className="min-w-0">{result.sentence}</span>
          </>
        )}
        {!busy && !result && <span className="text-muted">{w.hint}</span>}
      </output>
    </div>
  )
}
