import { CallError } from '../../../contract/errors.ts'
import { words } from '../../../words/words.ts'
import { chooseEndpoint, useChosenEndpoint, useDashboardUrl } from '../../lib/dashboard.ts'
import { useClient, useConnection, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say } from '../../lib/messages.ts'
import { navigate } from '../../lib/navigation.ts'
import { receiverWords, tunnelWords } from '../../lib/status-words.ts'
import { CopyButton, copyAndSay } from '../../ui/copy-button.tsx'
import { QrButton } from '../../ui/qr-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { spokenText, VisibleText } from '../../ui/visible-text.tsx'
import { CopyDashboardUrl, copyDashboardUrl } from './copy-dashboard-url.tsx'
import { StatusItem } from './status-item.tsx'
import { type TunnelCommands, TunnelMenu } from './tunnel-menu.tsx'

/** Always visible: whether a postback can arrive, where, and the URL to give to Adjump. */
export function Strip() {
  const w = words().strip
  const { receiver, tunnel, endpoints } = useOverview()
  const known = useConnection() === 'connected'
  const endpoint = useChosenEndpoint()
  const dashboard = useDashboardUrl(endpoint)
  const commands = useTunnelCommands()

  useAction({
    id: 'dashboard-url.copy',
    run: () => void copyDashboardUrl(dashboard),
  })
  useAction({
    id: 'public-url.copy',
    run: () => {
      if (tunnel.url === null) say(words().status.noPublicUrl(tunnel.why))
      else void copyAndSay(tunnel.url, w.publicUrl)
    },
  })
  useAction({
    id: 'tunnel.open',
    run: commands.open,
  })
  useAction({ id: 'tunnel.close', run: commands.close })
  useAction({ id: 'tunnel.probe', run: commands.probe })

  return (
    <header
      aria-label={w.label}
      className="flex min-h-strip shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-panel px-3 py-1"
    >
      <StatusItem
        name={w.receiver}
        status={receiverWords(receiver)}
        why={receiver.why}
        since={receiver.since}
        known={known}
        onClick={() => navigate('settings')}
      />
      <span className="flex items-center">
        <StatusItem
          name={w.tunnel}
          status={tunnelWords(tunnel)}
          why={tunnel.why}
          since={tunnel.since}
          known={known}
          onClick={() => navigate('tunnel')}
        />
        <TunnelMenu tunnel={tunnel} commands={commands} />
      </span>
      <PublicUrl url={tunnel.url} why={tunnel.why} />
      <span className="flex shrink-0 items-center gap-2">
        {endpoints.length > 1 && endpoint && (
          <SelectField
            label={w.endpoint.label}
            hideLabel
            value={endpoint.id}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={chooseEndpoint}
            className="w-36"
          />
        )}
        {endpoints.length > 1 && endpoints.map(({ id, name }) => <ChooseEndpoint key={id} id={id} name={name} />)}
        <CopyDashboardUrl dashboard={dashboard} />
        {endpoint && <QrButton subject={{ what: 'dashboard-url', endpoint }} action="dashboard-url.qr" />}
      </span>
    </header>
  )
}

/** The strip’s choice, for the palette. Draws nothing. */
function ChooseEndpoint({ id, name }: { id: string; name: string }) {
  const w = words().strip.endpoint
  useAction({
    id: `dashboard-url.endpoint:${id}`,
    title: w.show(name),
    group: words().actions.groups.endpoints,
    words: w.search,
    run: () => chooseEndpoint(id),
  })
  return null
}

function PublicUrl({ url, why }: { url: string | null; why: string }) {
  const w = words().strip
  if (url === null)
    return (
      <span className="min-w-0 flex-1 truncate text-muted">
        {w.noPublicUrl} <VisibleText text={why} max={500} />
      </span>
    )
  return (
    <span className="flex min-w-24 flex-1 items-center gap-1">
      <span title={spokenText(url)} className="min-w-0 truncate font-mono text-s text-muted" data-testid="public-url">
        <VisibleText text={url} max={500} />
      </span>
      <CopyButton text={url} label={w.copyPublicUrl} size="s" action="public-url.copy" />
      <QrButton subject={{ what: 'public-url' }} size="s" action="public-url.qr" />
    </span>
  )
}

function useTunnelCommands(): TunnelCommands {
  const client = useClient()
  const ask = (procedure: 'tunnel.open' | 'tunnel.close' | 'tunnel.probe') => () => {
    client.call(procedure, {}).catch((error: unknown) => {
      say(error instanceof CallError ? error.message : words().strip.noAnswer, { severity: 'error' })
    })
  }
  return {
    open: ask('tunnel.open'),
    close: ask('tunnel.close'),
    probe: ask('tunnel.probe'),
    showView: () => navigate('tunnel'),
  }
}
