import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import './postbacks.css'
import { EVERYTHING, type PostbackFilter } from '../../../core/filter.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useAction } from '../../lib/keys.ts'
import { useRoute } from '../../lib/navigation.ts'
import { setQuery, viewState } from '../../lib/postback-view.ts'
import { useSettings } from '../../lib/settings.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { ActivityStrip } from './activity/activity-strip.tsx'
import { DetailPane } from './detail/detail-pane.tsx'
import type { FilterBoxHandle } from './filter/filter-box.tsx'
import { FilterChips } from './filter/filter-chips.tsx'
import { withKinds, withoutKeys, withSince, withSpan, withVerdicts } from './filter/filter-text.ts'
import { hiddenSentence, shownKinds } from './filter/shown-kinds.ts'
import { useFilter } from './filter/use-filter.ts'
import { ListArea, ShownWords } from './list/list-area.tsx'
import { outagesWithin } from './list/outage-marks.ts'
import { useColumns } from './list/use-columns.ts'
import { useHistoryList, useNewestAt } from './list/use-history-list.ts'
import { openPostback, openPostbackId } from './selection.ts'
import { Toolbar } from './toolbar.tsx'
import { useArrivalAnnouncements } from './use-arrival-announcements.ts'
import { useCounts } from './use-counts.ts'
import { useOutages } from './use-outages.ts'

const TYPING_PAUSE_MS = 150

/** What other features show here: tools over the list, and actions and sections of an open postback. */
interface OtherParts {
  /** `filter` is what the list shows. */
  readonly renderTools: (filter: PostbackFilter) => ReactNode
  readonly renderActions: (detail: PostbackDetail) => ReactNode
  readonly renderSections: (detail: PostbackDetail) => ReactNode
}

/** The history, live: filter, activity, list, and the open postback. `firstRun` stands there before the first one. */
export function PostbacksView({ firstRun, ...parts }: { firstRun: ReactNode } & OtherParts) {
  const [settings] = useSettings()
  const { query } = useExternalStore(viewState)
  const openId = openPostbackId(useRoute())
  const [begun, setBegun] = useState(false)
  // Once there is a history it stays, whatever is typed or closed.
  if (!begun && (settings.screen.firstRunDone || query !== '' || openId !== null)) setBegun(true)
  return begun ? <History {...parts} /> : <BeforeFirst firstRun={firstRun} onBegun={() => setBegun(true)} />
}

/** The first steps, until a postback is there. */
function BeforeFirst({ firstRun, onBegun }: { firstRun: ReactNode; onBegun: () => void }) {
  const counts = useCounts(EVERYTHING)
  const begun = counts !== null && counts.byKind.postback > 0
  const begin = useEffectEvent(onBegun)
  useEffect(() => {
    if (begun) begin()
  }, [begun])
  return counts === null || begun ? null : firstRun
}

function History({ renderTools, renderActions, renderSections }: OtherParts) {
  const { query, sort, paused } = useExternalStore(viewState)
  const typed = useFilter(query)
  const settled = useFilter(useSettled(query.trim(), TYPING_PAUSE_MS))
  const { filter, base, words } = settled
  const historyQuery = useMemo(() => ({ filter, sort }), [filter, sort])
  const list = useHistoryList(historyQuery, paused)
  const counts = useCounts(base)
  const outages = useOutages()
  const outagesShown = useMemo(() => outagesWithin(outages, filter), [outages, filter])
  const columns = useColumns()
  const openId = openPostbackId(useRoute())
  const [cursor, setCursor] = useState<number | null>(null)
  const filterBox = useRef<FilterBoxHandle>(null)
  const moves = useRef<((rows: number) => void) | null>(null)
  const onMover = useCallback((move: ((rows: number) => void) | null) => {
    moves.current = move
  }, [])
  const place = useRef<HTMLDivElement>(null)
  useArrivalAnnouncements(list)

  const focusList = (): void => place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  /** Takes the focus along, so that Enter then opens the row. */
  const moveInList = (rows: number): void => {
    focusList()
    moves.current?.(rows)
  }
  const setPaused = (next: boolean): void => viewState.update((state) => ({ ...state, paused: next }))
  const close = (): void => {
    setCursor(openId)
    openPostback(null)
    focusList()
  }
  const { tokens } = typed.parsed
  const clear = (): void => setQuery('')

  const group = 'Postbacks'
  useAction({
    id: 'filter.focus',
    title: 'Filter the postbacks',
    key: '/',
    group,
    run: () => filterBox.current?.focus(),
  })
  useAction(query === '' ? null : { id: 'filter.clear', title: 'Clear the filter', group, run: clear })
  useAction({
    id: 'list.pause',
    title: paused ? 'Resume the list' : 'Pause the list',
    key: 'p',
    group,
    run: () => setPaused(!paused),
  })
  useAction({ id: 'list.next', title: 'Next postback', key: 'j', group, repeats: true, run: () => moveInList(1) })
  useAction({
    id: 'list.previous',
    title: 'Previous postback',
    key: 'k',
    group,
    repeats: true,
    run: () => moveInList(-1),
  })
  useAction(
    openId === null ? null : { id: 'postback.close', title: 'Close the details', key: 'escape', group, run: close },
  )

  const kinds = shownKinds(typed.parsed.filter)
  const hidden = counts && hiddenSentence(kinds, counts.byKind)
  const newestAt = useNewestAt(list, sort)
  return (
    <div className="relative flex h-full min-h-0">
      <section aria-label="History" className="flex min-w-0 flex-1 flex-col">
        <div className="flex flex-col gap-1.5 border-b border-line bg-panel px-3 py-2">
          <Toolbar
            query={query}
            problems={typed.parsed.problems}
            onQuery={setQuery}
            onLeave={focusList}
            filterBox={filterBox}
            columns={columns}
            paused={paused}
            onPaused={setPaused}
            tools={renderTools(filter)}
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <FilterChips
              filter={typed.parsed.filter}
              counts={counts}
              onKinds={(next) => setQuery(withKinds(query, tokens, next))}
              onVerdicts={(next) => setQuery(withVerdicts(query, tokens, next))}
            />
            <ShownWords list={list} words={words} hidden={hidden} />
          </div>
        </div>
        <ActivityStrip
          filter={filter}
          outages={outages}
          newestAt={newestAt}
          hasSpan={typed.parsed.filter.from !== null || typed.parsed.filter.to !== null}
          onSince={(since) => setQuery(withSince(query, tokens, since))}
          onSpan={(span) => setQuery(withSpan(query, tokens, span))}
          onClearSpan={() => setQuery(withoutKeys(query, tokens, ['since', 'until']))}
        />
        <div ref={place} className="flex min-h-0 flex-1 flex-col">
          <ListArea
            list={list}
            filtered={query.trim() !== ''}
            words={words}
            hidden={hidden}
            onClear={clear}
            sort={sort}
            onSort={(next) => viewState.update((state) => ({ ...state, sort: next }))}
            columns={columns}
            outages={outagesShown}
            activeId={openId ?? cursor}
            onActive={setCursor}
            openId={openId}
            onOpen={openPostback}
            paused={paused}
            onMover={onMover}
          />
        </div>
      </section>
      {openId !== null && (
        <DetailPane
          id={openId}
          onMove={(rows) => moves.current?.(rows)}
          onClose={close}
          renderActions={renderActions}
          renderSections={renderSections}
        />
      )}
    </div>
  )
}
