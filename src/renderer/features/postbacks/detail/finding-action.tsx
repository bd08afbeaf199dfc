import { type ReactNode, useState } from 'react'
import { buildDashboardUrl } from '../../../../core/dashboard-url.ts'
import type { Endpoint, EndpointConfig } from '../../../../core/endpoint.ts'
import { actionFor, withName } from '../../../../core/findings/actions.ts'
import type { Finding } from '../../../../core/postback.ts'
import { baseUrlOf } from '../../../lib/dashboard.ts'
import { configOf, useSaveEndpoint } from '../../../lib/endpoints.ts'
import { formatPlural } from '../../../lib/format.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useAction } from '../../../lib/keys.ts'
import { postbackLink } from '../../../lib/postback-view.ts'
import { useStoredCount } from '../../../lib/use-stored-count.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'

/** What one click can do about a finding; nothing where there is no such thing. */
export function FindingActionButtons({
  finding,
  endpoint,
  target,
}: {
  finding: Finding
  endpoint: Endpoint | null
  target: string | null
}) {
  const overview = useOverview()
  const action = actionFor(finding, endpoint, target)
  if (!action) return null
  switch (action.type) {
    case 'use-name': {
      const changed = endpoint && withName(endpoint, action.field, action.param)
      if (!endpoint || !changed) return null
      return (
        <SaveButton id={endpoint.id} config={configOf(changed)} title={`Use “${action.param}” as the name`}>
          Use “<VisibleText text={action.param} max={60} />” as the name
        </SaveButton>
      )
    }
    case 'use-path': {
      const candidates = endpoint ? [endpoint] : overview.endpoints
      return candidates.map((one) => (
        <SaveButton
          key={one.id}
          id={one.id}
          config={{ ...configOf(one), path: action.path }}
          title={`Use “${action.path}” as the path of ${one.name}`}
        >
          Use “<VisibleText text={action.path} max={120} />” as the path
          {candidates.length > 1 && (
            <>
              {' '}
              of <VisibleText text={one.name} />
            </>
          )}
        </SaveButton>
      ))
    }
    case 'copy-dashboard-url': {
      const base = baseUrlOf(overview)
      if (!endpoint || base.url === null) return null
      return (
        <div>
          <CopyButton text={buildDashboardUrl(base.url, endpoint)} label="Copy the dashboard URL" size="s">
            Copy the dashboard URL
          </CopyButton>
        </div>
      )
    }
    case 'show-postback':
      return (
        <div>
          <a href={postbackLink(action.id)} className="text-accent underline underline-offset-2">
            Show the earlier one, number {String(action.id)}
          </a>
        </div>
      )
    default:
      return action satisfies never
  }
}

/** Changes the endpoint, and says beforehand how much of the history that reads again. */
function SaveButton({
  id,
  config,
  title,
  children,
}: {
  id: string
  config: EndpointConfig
  /** How the palette calls it. */
  title: string
  children: ReactNode
}) {
  const save = useSaveEndpoint()
  const stored = useStoredCount()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const press = async (): Promise<void> => {
    if (saving) return
    setSaving(true)
    setProblem(null)
    const result = await save(id, config)
    setSaving(false)
    if (!result.ok) setProblem(result.error.issues[0]?.message ?? result.error.message)
  }
  useAction({ id: `finding.fix:${id} ${title}`, title, group: 'Postback', run: () => void press() })
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Button size="s" disabled={saving} onClick={() => void press()}>
        <span>{children}</span>
      </Button>
      <span className="text-s text-muted">
        {saving ? 'Saving…' : stored !== null && `and re-read ${formatPlural(stored, 'stored request')}`}
      </span>
      {problem !== null && (
        <span role="alert" className="w-full text-s text-fail">
          Not changed: {problem}
        </span>
      )}
    </div>
  )
}
