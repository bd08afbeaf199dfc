import { FINDING_CODES, SEVERITY_BY_CODE } from '../../../core/findings/codes.ts'
import { findingText } from '../../../core/findings/texts.ts'
import type { FindingGroup } from '../../../core/help/finding-pages.ts'
import { words } from '../../../words/words.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { SeverityIcon } from '../../ui/severity-mark.tsx'
import { GUIDE_CONTENTS, helpLink, LINK_LOOK } from './help-link.ts'

/** Every finding code that was searched for, by subject, with its severity and its sentence. */
export function CodeIndex({ groups }: { groups: readonly FindingGroup[] }) {
  const w = words().help
  return (
    <Page
      title={w.codesTitle}
      actions={
        <a href={helpLink(GUIDE_CONTENTS)} className={`shrink-0 ${LINK_LOOK}`}>
          {w.guideTitle}
        </a>
      }
    >
      <p className="text-muted">{w.codesIntro(FINDING_CODES.length)}</p>
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
                  <p>{findingText(code).wrong}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {groups.length === 0 && <p className="text-muted">{w.search.noCodes}</p>}
    </Page>
  )
}
