import { type ReactNode, useEffect, useRef } from 'react'
import { SEVERITY_BY_CODE } from '../../../core/findings/codes.ts'
import type { HelpFound } from '../../../core/help/search.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { hashOf } from '../../lib/navigation.ts'
import { SeverityIcon } from '../../ui/severity-mark.tsx'
import { GUIDE_CONTENTS, type HelpPageId, helpLink } from './help-link.ts'

/** Links to every page that was searched for; the one that is shown stands out. */
export function PageList({ found, current }: { found: HelpFound; current: string | null }) {
  const w = words().help
  const place = useRef<HTMLElement>(null)
  // A page that is opened from elsewhere may stand far down.
  useEffect(() => {
    const link = hashOf({ view: 'help', id: current })
    place.current?.querySelector(`[href="${link}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const item = (id: HelpPageId, name: ReactNode): ReactNode => (
    <li key={id ?? ''}>
      <a
        href={helpLink(id)}
        aria-current={id === current ? 'page' : undefined}
        className={cx(
          'flex gap-1.5 rounded-m px-2 py-[3px] hover:bg-hover',
          id === current && 'bg-selected hover:bg-selected',
        )}
      >
        {name}
      </a>
    </li>
  )
  return (
    <nav ref={place} aria-label={w.list} className="min-h-0 flex-1 overflow-auto px-2 pb-3">
      <ul className="flex flex-col">
        {item(GUIDE_CONTENTS, <span className="font-medium">{w.guideTitle}</span>)}
        {item(null, <span className="font-medium">{w.codesTitle}</span>)}
      </ul>
      {found.guide.length > 0 && (
        <Group title={w.guideTitle}>{found.guide.map(({ id, title }) => item(id, <span>{title}</span>))}</Group>
      )}
      {found.groups.map(({ title, codes }) => (
        <Group key={title} title={title}>
          {codes.map((code) =>
            item(
              code,
              <>
                <SeverityIcon severity={SEVERITY_BY_CODE[code]} size={13} named className="mt-[3px]" />
                <span className="font-mono text-s">{code}</span>
              </>,
            ),
          )}
        </Group>
      ))}
    </nav>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <p className="px-2 pt-3 pb-0.5 text-s font-semibold text-muted">{title}</p>
      <ul className="flex flex-col">{children}</ul>
    </div>
  )
}
