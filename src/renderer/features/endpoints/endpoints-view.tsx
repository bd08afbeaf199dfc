import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { DEFAULT_ENDPOINT_CONFIG, type Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { useSaveEndpoint } from '../../lib/endpoints.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say } from '../../lib/messages.ts'
import { hashOf, navigate } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EndpointEditor } from './endpoint-editor.tsx'
import { EndpointList } from './endpoint-list.tsx'
import { freshConfig } from './fresh-config.ts'
import type { UrlParts } from './url-parts.ts'

/**
 * All endpoints, and one of them to edit. `renderDashboardUrl` draws the URL's builder and checker: it is another
 * feature's, so the shell passes it in.
 */
export function EndpointsView({
  id,
  renderDashboardUrl,
  renderDeliveries,
}: {
  id: string | null
  renderDashboardUrl: (parts: UrlParts) => ReactNode
  renderDeliveries?: (endpoint: Endpoint) => ReactNode
}) {
  const { endpoints } = useOverview()
  const saveEndpoint = useSaveEndpoint()
  const w = words().endpoints
  const chosen = id === null ? endpoints[0] : endpoints.find((endpoint) => endpoint.id === id)

  const add = async (): Promise<void> => {
    const result = await saveEndpoint(null, freshConfig(DEFAULT_ENDPOINT_CONFIG, endpoints))
    if (result.ok) navigate('endpoints', result.endpoint.id)
    else say(w.notAdded(result.error.message), { severity: 'error' })
  }
  useAction({ id: 'endpoint.add', run: () => void add() })

  return (
    <div className="flex h-full min-h-0">
      <aside
        aria-label={w.listArea}
        className="flex w-[16rem] shrink-0 flex-col gap-2 overflow-auto border-r border-line bg-panel p-2 max-[60rem]:w-[12.3rem]"
      >
        <EndpointList endpoints={endpoints} chosenId={chosen?.id ?? null} />
        <Button
          variant="ghost"
          size="s"
          className="justify-start text-muted"
          icon={<Plus aria-hidden="true" size={14} />}
          action="endpoint.add"
          onClick={() => void add()}
        >
          {w.add}
        </Button>
      </aside>
      <div className="min-w-0 flex-1">
        {chosen ? (
          <EndpointEditor
            key={chosen.id}
            endpoint={chosen}
            isLast={endpoints.length === 1}
            renderDashboardUrl={renderDashboardUrl}
            renderDeliveries={renderDeliveries}
          />
        ) : (
          <NotThere gone={id !== null && endpoints.length > 0} />
        )}
      </div>
    </div>
  )
}

/** `gone`: the address names an endpoint that was deleted, perhaps on another page. */
function NotThere({ gone }: { gone: boolean }) {
  const w = words().endpoints
  if (!gone) return <EmptyState title={w.none.title}>{w.none.text}</EmptyState>
  return (
    <EmptyState
      title={w.gone.title}
      action={
        <a href={hashOf({ view: 'endpoints', id: null })} className="text-accent underline">
          {w.gone.others}
        </a>
      }
    >
      {w.gone.text}
    </EmptyState>
  )
}
