import type { PathChange } from '../../../contract/reply-procedures.ts'
import { buildDashboardUrl } from '../../../core/dashboard-url.ts'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { baseUrlOf } from '../../lib/dashboard.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Pieces } from '../../ui/pieces.tsx'
import { spokenText, VisibleText } from '../../ui/visible-text.tsx'
import { DashboardChangeBar } from './dashboard-change-bar.tsx'
import { usePathChanges } from './use-path-changes.ts'

/** One bar for each endpoint whose path, or secret segment, the dashboard does not know yet. */
export function PathChangeBars() {
  const client = useClient()
  const { endpoints } = useOverview()
  const changes = usePathChanges()

  const dismiss = (id: string): void => {
    client.call('path.dismissChange', { id }).catch((error: unknown) => say(sentenceOf(error), { severity: 'error' }))
  }
  const shown = changes.flatMap((change) => {
    const endpoint = endpoints.find(({ id }) => id === change.endpointId)
    return endpoint === undefined ? [] : [{ change, endpoint }]
  })
  const newest = shown.at(-1)
  useAction(
    newest === undefined
      ? null
      : {
          id: 'path.dismissChange',
          title: words().strip.pathChange.dismiss(newest.endpoint.name),
          run: () => dismiss(newest.endpoint.id),
        },
  )
  return shown.map(({ change, endpoint }) => (
    <PathChangeBar key={endpoint.id} change={change} endpoint={endpoint} onDismiss={() => dismiss(endpoint.id)} />
  ))
}

/** The endpoint's path, or its secret segment, is another one. */
function PathChangeBar({
  change,
  endpoint,
  onDismiss,
}: {
  change: PathChange
  endpoint: Endpoint
  onDismiss: () => void
}) {
  const w = words().strip.pathChange
  const base = baseUrlOf(useOverview()).url ?? ''
  const whole = (path: string): string => buildDashboardUrl(base, { ...endpoint, path, pathToken: null })
  return (
    <DashboardChangeBar
      label={w.label(spokenText(endpoint.name))}
      oldUrl={whole(change.oldPath)}
      newUrl={whole(change.newPath)}
      onDismiss={onDismiss}
    >
      <strong className="font-semibold">
        <Pieces of={w.what(<VisibleText text={endpoint.name} />)} />
      </strong>{' '}
      {w.meanwhile}
    </DashboardChangeBar>
  )
}
