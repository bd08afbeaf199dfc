import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import './postbacks.css'
import { EVERYTHING, type PostbackFilter, type Sort } from '../../../core/filter.ts'
import type { FindingCode } from '../../../core/findings/codes.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useOnEvent, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { useRoute } from '../../lib/navigation.ts'
import { setQuery, viewState } from '../../lib/postback-view.ts'
import { useSettings } from '../../lib/settings.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { ActivityStrip } from './activity/activity-strip.tsx'
import { DetailPane } from './detail/detail-pane.tsx'
import type { FilterBoxHandle } from './filter/filter-box.tsx'
import { FilterChips } from './filter/filter-chips.tsx'
import { FilterEcho } from './filter/filter-echo.tsx'
import {
  asksFor,
  withEverything,
  withKinds,
  withoutKeys,
  withoutPart,
  withSince,
  withSpan,
  withVerdicts,
} from './filter/filter-text.ts'
import { hiddenSentence } from './filter/shown-kinds.ts'
import { useFilter, useFilterParts } from './filter/use-filter.ts'
import { ListArea } from './list/list-area.tsx'
import { outagesWithin } from './list/outage-marks.ts'
import { SortActions } from './list/sort-actions.tsx'
import { useColumns } from './list/use-columns.ts'
import { useHistoryList, useNewestAt } from './list/use-history-list.ts'
import { openPostback, openPostbackId } from './selection.ts'
import { Toolbar } from './toolbar.tsx'
import { useArrivalAnnouncements } from './use-arrival-announcements.ts'
import { useCounts, useStored } from './use-counts.ts'
import { useListActions } from './use-list-actions.ts'
import { useOutages } from './use-outages.ts'

const TYPING_PAUSE_MS = 150

/** What other features show here: tools over the list, and actions and sections of an open postback. */
interface OtherParts {
  /** `filter` is what the list shows. */
  readonly renderTools: (filter: PostbackFilter) => ReactNode
  readonly renderActions: (detail: PostbackDetail) => ReactNode
  readonly renderSections: (detail: PostbackDetail) => ReactNode
  /** Beside each finding; `leading` for the one that the verdict is about. */
  readonly renderFindingHelp: (code: FindingCode, leading: boolean) => ReactNode
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
  // Counts rest after each look, and long after one that took long, as the very first may: the first postback must not wait.
  useOnEvent('postback.received', ({ postbacks }) => {
    if (postbacks.some(({ kind }) => kind === 'postback')) onBegun()
  })
  useEffect(() => {
    if (begun) begin()
  }, [begun])
  return counts === null || begun ? null : firstRun
}

function History({ renderTools, renderActions, renderSections, renderFindingHelp }: OtherParts) {
  const w = words().postbacks
  const { query, sort, paused } = useExternalStore(viewState)
  const typed = useFilter(query)
  const settled = useFilter(useSettled(query.trim(), TYPING_PAUSE_MS))
  const { filter, base, words: filterWords } = settled
  const historyQuery = useMemo(() => ({ filter, sort }), [filter, sort])
  const list = useHistoryList(historyQuery, paused)
  const counts = useCounts(base)
  const outages = useOutages()
  const outagesShown = useMemo(() => outagesWithin(outages, filter), [outages, filter])
  const columns = useColumns()
  const openId = openPostbackId(useRoute())
  const { info } = useOverview()
  const [cursor, setCursor] = useState<number | null>(null)
  const filterBox = useRef<FilterBoxHandle>(null)
  const moves = useRef<((rows: number) => void) | null>(null)
  const onMover = useCallback((move: ((rows: number) => void) | null) => {
    moves.current = move
  }, [])
  const place = useRef<HTMLDivElement>(null)
  /** The details were closed, and the list is to have the focus. */
  const wantsFocus = useRef(false)
  useArrivalAnnouncements(list)

  const focusList = (): void => {
    const grid = place.current?.querySelector<HTMLElement>('[role="grid"]')
    if (grid) grid.focus()
    // Where nothing matches there is no list, and the keys of the view are wanted all the same.
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  /** Takes the focus along, so that Enter then opens the row. */
  const moveInList = (rows: number): void => {
    focusList()
    moves.current?.(rows)
  }
  const setPaused = (next: boolean): void => viewState.update((state) => ({ ...state, paused: next }))
  const setSort = (next: Sort): void => viewState.update((state) => ({ ...state, sort: next }))
  const close = (): void => {
    setCursor(openId)
    openPostback(null)
    wantsFocus.current = true
  }
  // Once the list is seen: in a narrow window it is not, while something is open.
  const takeFocus = useEffectEvent(() => {
    if (openId !== null || !wantsFocus.current) return
    wantsFocus.current = false
    focusList()
  })
  useEffect(() => {
    if (openId === null) takeFocus()
  }, [openId])
  const { tokens } = typed.parsed
  const clear = (): void => setQuery('')

  useAction({
    id: 'filter.focus',
    // Where something is open, Ctrl+F looks for words in it; a browser has a search of its own for the rest.
    key: openId === null && info.face === 'desktop' ? ['/', 'mod+f'] : '/',
    run: () => filterBox.current?.focus(),
  })
  useAction({
    id: 'list.pause',
    title: paused ? w.resumeList : w.pauseList,
    run: () => setPaused(!paused),
  })
  useListActions(query, typed.parsed, moveInList)
  useAction(openId === null ? null : { id: 'postback.close', run: close })

  const hidden = counts && hiddenSentence(typed.parsed.filter, counts.byKind)
  const parts = useFilterParts(filter)
  const stored = useStored(base, counts)
  const newestAt = useNewestAt(list, sort)
  return (
    <div className="relative flex h-full min-h-0">
      {/* In a narrow window the details take all of the room. */}
      <section
        aria-label={w.history}
        className={cx('@container flex min-w-0 flex-1 flex-col', openId !== null && 'max-[50rem]:invisible')}
      >
        <h1 className="only-heard">{w.postbacks}</h1>
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
            <FilterEcho
              parts={parts}
              isTyped={({ keys }) => asksFor(tokens, keys)}
              onClear={({ keys }) => setQuery(withoutPart(query, tokens, keys))}
              hidden={hidden}
              onShowHidden={() => setQuery(withEverything(query, tokens))}
              list={list}
              stored={stored}
            />
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
        <SortActions sort={sort} onSort={setSort} />
        <div ref={place} className="flex min-h-0 flex-1 flex-col">
          <ListArea
            list={list}
            filtered={query.trim() !== ''}
            words={filterWords}
            hidden={hidden}
            onClear={clear}
            sort={sort}
            onSort={setSort}
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
          renderFindingHelp={renderFindingHelp}
        />
      )}
    </div>
  )
}
