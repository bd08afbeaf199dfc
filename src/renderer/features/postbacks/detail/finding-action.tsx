import { type ReactNode, useState } from 'react'
import { buildDashboardUrl } from '../../../../core/dashboard-url.ts'
import type { Endpoint, EndpointConfig } from '../../../../core/endpoint.ts'
import { actionFor, withName } from '../../../../core/findings/actions.ts'
import type { Finding } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { baseUrlOf } from '../../../lib/dashboard.ts'
import { configOf, useSaveEndpoint } from '../../../lib/endpoints.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useAction } from '../../../lib/keys.ts'
import { postbackLink } from '../../../lib/postback-view.ts'
import { useStoredCount } from '../../../lib/use-stored-count.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Pieces } from '../../../ui/pieces.tsx'
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
  const w = words().detail.findings
  const action = actionFor(finding, endpoint, target)
  if (!action) return null
  switch (action.type) {
    case 'use-name': {
      const changed = endpoint && withName(endpoint, action.field, action.param)
      if (!endpoint || !changed) return null
      return (
        <SaveButton id={endpoint.id} config={configOf(changed)} title={w.takeName(action.param).join('')}>
          <Pieces of={w.takeName(<VisibleText text={action.param} max={60} />)} />
        </SaveButton>
      )
    }
    case 'use-path': {
      const candidates = endpoint ? [endpoint] : overview.endpoints
      const path = <VisibleText text={action.path} max={120} />
      return candidates.map((one) => (
        <SaveButton
          key={one.id}
          id={one.id}
          config={{ ...configOf(one), path: action.path }}
          title={w.takePathOf(action.path, one.name).join('')}
        >
          <Pieces of={candidates.length > 1 ? w.takePathOf(path, <VisibleText text={one.name} />) : w.takePath(path)} />
        </SaveButton>
      ))
    }
    case 'copy-dashboard-url': {
      const base = baseUrlOf(overview)
      if (!endpoint || base.url === null) return null
      return (
        <div>
          <CopyButton text={buildDashboardUrl(base.url, endpoint)} label={w.copyDashboardUrl} size="s">
            {w.copyDashboardUrl}
          </CopyButton>
        </div>
      )
    }
    case 'show-postback':
      return (
        <div>
          <a href={postbackLink(action.id)} className="text-accent underline underline-offset-2">
            {w.showEarlier(action.id)}
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
  const w = words().detail.findings
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
  useAction({
    id: `finding.fix:${id} ${title}`,
    title,
    group: words().actions.groups.postback,
    run: () => void press(),
  })
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Button size="s" disabled={saving} onClick={() => void press()}>
        <span>{children}</span>
      </Button>
      <span className="text-s text-muted">{saving ? w.saving : stored !== null && w.reread(stored)}</span>
      {problem !== null && (
        <span role="alert" className="w-full text-s text-fail">
          {w.notChanged(problem)}
        </span>
      )}
    </div>
  )
}
