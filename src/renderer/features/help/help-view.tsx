import { useEffect, useRef } from 'react'
import { findingPage, isFindingCode } from '../../../core/help/finding-pages.ts'
import { guide } from '../../../core/help/guide/guide.ts'
import { searchHelp } from '../../../core/help/search.ts'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useAction } from '../../lib/keys.ts'
import { navigate } from '../../lib/navigation.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { announce } from '../../ui/live-region.tsx'
import { Page } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CodeIndex } from './code-index.tsx'
import { FindingPageBody } from './finding-page-body.tsx'
import { GuideContents, GuideSectionPage } from './guide-page.tsx'
import { GUIDE_CONTENTS, helpLink, LINK_LOOK } from './help-link.ts'
import { helpSearch } from './help-state.ts'
import { PageList } from './page-list.tsx'

/** The help: a list of all pages that can be searched, and one of them. `id` is the page's, as the address has it. */
export function HelpView({ id }: { id: string | null }) {
  const w = words().help
  const typed = useExternalStore(helpSearch)
  const found = searchHelp(typed)
  const field = useRef<HTMLInputElement>(null)
  const count = found.guide.length + found.groups.reduce((sum, { codes }) => sum + codes.length, 0)
  const first = found.groups[0]?.codes[0] ?? found.guide[0]?.id
  useAction({ id: 'help.search', run: () => field.current?.focus() })
  useAnnounced(id)
  return (
    <div className="flex h-full min-h-0">
      <div className="flex w-64 shrink-0 flex-col border-r border-line bg-panel max-[960px]:w-52">
        <div className="p-2">
          <TextField
            label={w.search.label}
            hideLabel
            placeholder={w.search.label}
            inputRef={field}
            value={typed}
            onChange={helpSearch.set}
            onKeyDown={({ key }) => {
              if (key === 'Escape') helpSearch.set('')
              if (key === 'Enter' && typed.trim() !== '' && first !== undefined) navigate('help', first)
            }}
          />
          <output aria-label={w.search.found} className="block px-2 pt-1 text-s text-muted">
            {typed.trim() !== '' && (count === 0 ? w.search.none : w.search.pages(count))}
          </output>
        </div>
        <PageList found={found} current={id} />
      </div>
      <div className="min-w-0 flex-1">
        <ShownPage key={id} id={id} found={found} />
      </div>
    </div>
  )
}

function ShownPage({ id, found }: { id: string | null; found: ReturnType<typeof searchHelp> }) {
  if (id === null) return <CodeIndex groups={found.groups} />
  if (id === GUIDE_CONTENTS) return <GuideContents />
  const section = guide().find((one) => one.id === id)
  if (section) return <GuideSectionPage section={section} />
  if (isFindingCode(id)) {
    return (
      <Page title={findingPage(id).title} wholeTitle>
        <FindingPageBody
          code={id}
          renderLink={(other) => (
            <a href={helpLink(other)} className={`font-mono text-s ${LINK_LOOK}`}>
              {other}
            </a>
          )}
        />
      </Page>
    )
  }
  const { title, text, all } = words().help.missing
  return (
    <EmptyState
      title={title}
      action={
        <a href={helpLink(null)} className={LINK_LOOK}>
          {all}
        </a>
      }
    >
      {text}
    </EmptyState>
  )
}

/** Says which page is shown now; what the view opened with is said by its heading. */
function useAnnounced(id: string | null): void {
  const before = useRef(id)
  useEffect(() => {
    if (before.current === id) return
    before.current = id
    const title = id === null ? words().help.codesTitle : titleOf(id)
    if (title !== null) announce(title)
  }, [id])
}

function titleOf(id: string): string | null {
  if (id === GUIDE_CONTENTS) return words().help.guideTitle
  return isFindingCode(id) ? findingPage(id).title : (guide().find((one) => one.id === id)?.title ?? null)
}
