import { useState } from 'react'
import type { DashboardUrlEndpoint } from '../../../core/dashboard-url.ts'
import { checkDashboardUrl } from '../../../core/dashboard-url-check.ts'
import type { DashboardUrlProblem } from '../../../core/dashboard-url-problem.ts'
import { words } from '../../../words/words.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MarkedUrl } from './marked-url.tsx'

/** Takes the URL as it stands in the dashboard and says what is wrong with it, where, and what to do. */
export function DashboardUrlChecker({ endpoint }: { endpoint: DashboardUrlEndpoint }) {
  const { tunnel } = useOverview()
  const w = words().dashboardUrl
  const [text, setText] = useState('')
  const pasted = text.trim() !== ''
  const problems = pasted ? checkDashboardUrl(text, { publicUrl: tunnel.url, endpoint }) : []
  return (
    <div className="flex flex-col gap-2">
      <TextField label={w.check} placeholder={w.checkPlaceholder} mono rows={2} value={text} onChange={setText} />
      <section aria-live="polite" aria-label={w.found} className="flex flex-col gap-2">
        {pasted && problems.length === 0 && (
          <p className="flex items-baseline gap-2">
            <StatusMark tone="good" />
            {tunnel.url === null ? w.rightButHost : w.right}
          </p>
        )}
        {problems.length > 0 && (
          <>
            <MarkedUrl text={text} spans={problems.map(({ span }) => span)} />
            <ul className="flex flex-col gap-2">
              {problems.map((problem, index) => (
                // The same problem can occur twice in one URL.
                <Problem key={`${problem.code}${String(index)}`} problem={problem} />
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

function Problem({ problem }: { problem: DashboardUrlProblem }) {
  return (
    <li className="flex gap-2">
      <span className="mt-1">
        <StatusMark tone="bad" />
      </span>
      <span className="min-w-0">
        {problem.message} <span className="text-muted">{problem.fix}</span>
      </span>
    </li>
  )
}
