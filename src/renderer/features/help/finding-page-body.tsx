import type { ReactNode } from 'react'
import { type FindingCode, SEVERITY_BY_CODE } from '../../../core/findings/codes.ts'
import { findingText } from '../../../core/findings/texts.ts'
import { findingPage } from '../../../core/help/finding-pages.ts'
import { words } from '../../../words/words.ts'
import { Section } from '../../ui/section.tsx'
import { SeverityIcon, SeverityWord } from '../../ui/severity-mark.tsx'
import { ExampleView } from './example-view.tsx'
import { HelpPoints, HelpProse } from './help-prose.tsx'

/** A code's page below its title. `renderLink` draws the way to a related one: it depends on where the page stands. */
export function FindingPageBody({
  code,
  renderLink,
}: {
  code: FindingCode
  renderLink: (related: FindingCode) => ReactNode
}) {
  const w = words().help.page
  const { what, why, matters, dashboard, backend, related } = findingPage(code)
  const severity = SEVERITY_BY_CODE[code]
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2">
          <SeverityIcon severity={severity} />
          <SeverityWord severity={severity} />
          <code className="font-mono text-s text-muted">{code}</code>
        </p>
        <p className="font-medium">{findingText(code).wrong}</p>
        <p>
          <HelpProse text={what} />
        </p>
      </div>
      <Section title={w.example}>
        <ExampleView code={code} />
      </Section>
      <Section title={w.why}>
        <p>
          <HelpProse text={why} />
        </p>
      </Section>
      <Section title={w.matters}>
        <p>
          <HelpProse text={matters} />
        </p>
      </Section>
      {dashboard.length > 0 && (
        <Section title={w.dashboard}>
          <HelpPoints items={dashboard} />
        </Section>
      )}
      {backend.length > 0 && (
        <Section title={w.backend}>
          <HelpPoints items={backend} />
        </Section>
      )}
      <Section title={w.related}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {related.map((other) => (
            <li key={other} className="flex items-center gap-1.5">
              <SeverityIcon severity={SEVERITY_BY_CODE[other]} size={13} named />
              {renderLink(other)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
