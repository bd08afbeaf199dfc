import { FINDING_CODES, SEVERITY_BY_CODE } from '../../../core/findings/codes.ts'
import { FINDING_TEXTS } from '../../../core/findings/texts.ts'
import type { FindingGroup } from '../../../core/help/finding-pages.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { SeverityIcon } from '../../ui/severity-mark.tsx'
import { GUIDE_CONTENTS, helpLink, LINK_LOOK } from './help-link.ts'

/** Every finding code that was searched for, by subject, with its severity and its sentence. */
export function CodeIndex({ groups }: { groups: readonly FindingGroup[] }) {
  return (
    <Page
      title="Finding codes"
      actions={
        <a href={helpLink(GUIDE_CONTENTS)} className={`shrink-0 ${LINK_LOOK}`}>
          Guide
        </a>
      }
    >
      <p className="text-muted">
        A finding says one thing about a postback, and there are {FINDING_CODES.length} of them. An error fails the
        postback, a warning needs a look, an info is worth knowing.
      </p>
      {groups.map(({ title, codes }) => (
        <Section key={title} title={title}>
          <ul className="flex flex-col gap-2">
            {codes.map((code) => (
              <li key={code} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
                <SeverityIcon severity={SEVERITY_BY_CODE[code]} size={15} named className="mt-0.5" />
                <div>
                  <a href={helpLink(code)} className={`font-mono text-s ${LINK_LOOK}`}>
                    {code}
                  </a>
                  <p>{FINDING_TEXTS[code].wrong}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {groups.length === 0 && <p className="text-muted">No code’s page has the words that you searched for.</p>}
    </Page>
  )
}
