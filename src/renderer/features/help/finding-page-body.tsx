import type { ReactNode } from 'react'
import { type FindingCode, SEVERITY_BY_CODE } from '../../../core/findings/codes.ts'
import { FINDING_TEXTS } from '../../../core/findings/texts.ts'
import { FINDING_PAGES } from '../../../core/help/finding-pages.ts'
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
  const { what, why, matters, dashboard, backend, related } = FINDING_PAGES[code]
  const severity = SEVERITY_BY_CODE[code]
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2">
          <SeverityIcon severity={severity} />
          <SeverityWord severity={severity} />
          <code className="font-mono text-s text-muted">{code}</code>
        </p>
        <p className="font-medium">{FINDING_TEXTS[code].wrong}</p>
        <p>
          <HelpProse text={what} />
        </p>
      </div>
      <Section title="Example">
        <ExampleView code={code} />
      </Section>
      <Section title="Why it happens">
        <p>
          <HelpProse text={why} />
        </p>
      </Section>
      <Section title="Why it matters">
        <p>
          <HelpProse text={matters} />
        </p>
      </Section>
      {dashboard.length > 0 && (
        <Section title="In the Adjump dashboard">
          <HelpPoints items={dashboard} />
        </Section>
      )}
      {backend.length > 0 && (
        <Section title="In your backend or app">
          <HelpPoints items={backend} />
        </Section>
      )}
      <Section title="See also">
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
