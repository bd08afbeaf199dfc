import { RefreshCw } from 'lucide-react'
import { words } from '../../../words/words.ts'
import { useClient, useConnection, useOverview } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { hashOf } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'

/** Where there is no public URL and none is being opened: what opens one, and what works meanwhile. */
export function TunnelHelp() {
  const client = useClient()
  const { tunnel } = useOverview()
  const connected = useConnection() === 'connected'
  if (tunnel.state !== 'failed' && tunnel.state !== 'off') return null
  const w = words().firstRun.tunnel
  const open = (): void => {
    client.call('tunnel.open', {}).catch((error: unknown) => say(sentenceOf(error), { severity: 'error' }))
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {tunnel.provider !== 'none' && (
          <Button
            icon={<RefreshCw aria-hidden="true" size={14} />}
            action="tunnel.open"
            disabled={!connected}
            onClick={open}
          >
            {tunnel.state === 'off' ? w.open : w.retry}
          </Button>
        )}
        <a href={hashOf({ view: 'tunnel', id: null })} className="text-accent underline underline-offset-2">
          {tunnel.provider === 'none' ? w.choose : w.chooseOther}
        </a>
      </div>
      <p className="text-s text-muted">{w.meanwhile}</p>
    </>
  )
}
