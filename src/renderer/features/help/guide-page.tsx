import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type GuidePage, type GuideSectionId, guide } from '../../../core/help/guide/guide.ts'
import type { HelpWords } from '../../../words/en/help.ts'
import { words } from '../../../words/words.ts'
import { hashOf } from '../../lib/navigation.ts'
import { placed } from '../../lib/placed.ts'
import { openTour } from '../../lib/tour-open.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { GuideBlockView } from './guide-block.tsx'
import { helpLink, LINK_LOOK } from './help-link.ts'

/** The view in which a section's subject is to be found. */
const LEADS_TO: Record<GuideSectionId, keyof HelpWords['open']> = {
  'first-postback': 'postbacks',
  verdict: 'postbacks',
  mistakes: 'endpoints',
  'nothing-arrives': 'tunnel',
  expectations: 'verify',
  users: 'users',
  simulator: 'simulator',
  conformance: 'simulator',
  exports: 'postbacks',
  retention: 'settings',
}

/** One section of the guide, with the way to what it is about and to its neighbours. */
export function GuideSectionPage({ section }: { section: GuidePage }) {
  const w = words().help
  const view = LEADS_TO[section.id]
  const pages = guide()
  const at = pages.findIndex(({ id }) => id === section.id)
  const before = pages[at - 1]
  const after = pages[at + 1]
  return (
    <Page
      title={section.title}
      wholeTitle
      actions={
        <>
          {section.id === 'first-postback' && <TourButton />}
          <a href={hashOf({ view, id: null })} className={`shrink-0 ${LINK_LOOK}`}>
            {w.open[view]}
          </a>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-muted">{section.summary}</p>
        {placed(section.blocks).map(({ item, place }) => (
          <GuideBlockView key={place} block={item} />
        ))}
      </div>
      <nav
        aria-label={w.guideTitle}
        className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-line pt-4"
      >
        {before && (
          <a href={helpLink(before.id)} className={`inline-flex items-center gap-1.5 ${LINK_LOOK}`}>
            <ArrowLeft aria-hidden="true" size={14} className="shrink-0" />
            {before.title}
          </a>
        )}
        {after && (
          <a href={helpLink(after.id)} className={`ml-auto inline-flex items-center gap-1.5 ${LINK_LOOK}`}>
            {after.title}
            <ArrowRight aria-hidden="true" size={14} className="shrink-0" />
          </a>
        )}
      </nav>
    </Page>
  )
}

/** All sections of the guide, each in a sentence. */
export function GuideContents() {
  const w = words().help
  return (
    <Page
      title={w.guideTitle}
      actions={
        <>
          <TourButton />
          <a href={helpLink(null)} className={`shrink-0 ${LINK_LOOK}`}>
            {w.codesTitle}
          </a>
        </>
      }
    >
      <ol className="flex flex-col gap-3">
        {guide().map(({ id, title, summary }) => (
          <li key={id}>
            <a href={helpLink(id)} className={`font-medium ${LINK_LOOK}`}>
              {title}
            </a>
            <p className="text-muted">{summary}</p>
          </li>
        ))}
      </ol>
    </Page>
  )
}

/** For those who learn by doing. */
function TourButton() {
  return (
    <Button action="tour.start" onClick={openTour}>
      {words().help.tour}
    </Button>
  )
}
