import { ArrowUp } from 'lucide-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Sort } from '../../../../core/filter.ts'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useAction } from '../../../lib/keys.ts'
import { useNow } from '../../../lib/use-now.ts'
import { ColumnHeaders } from './column-headers.tsx'
import { listMove } from './grid-keys.ts'
import type { HistoryList, HistorySnapshot } from './history-list.ts'
import { rowsAPage } from './list-window.ts'
import { NO_OUTAGES, outagesAbove, outagesBeyond } from './outage-marks.ts'
import { PostbackRow, rowElementId } from './postback-row.tsx'
import { RowMenu, type RowMenuPlace } from './row-menu.tsx'
import { useRush } from './rush.ts'
import type { ColumnSetup } from './use-columns.ts'
import { useListScroll } from './use-list-scroll.ts'
import { useRowHeight } from './use-row-height.ts'

/** `button` of a mouse event. */
const RIGHT_BUTTON = 2

export interface GridProps {
  list: HistoryList
  snapshot: HistorySnapshot
  sort: Sort
  onSort: (sort: Sort) => void
  columns: ColumnSetup
  outages: readonly Outage[]
  /** The row that the keys move from. */
  activeId: number | null
  onActive: (id: number) => void
  /** The row whose details are shown. */
  openId: number | null
  onOpen: (id: number | null) => void
  /** True while arrivals are to wait, wherever the list stands. */
  paused: boolean
  /** Is given what moves the active row (by ±Infinity to an end), for the keys of the whole view; null once the list is gone. */
  onMover: (move: ((rows: number) => void) | null) => void
}

/** The list itself: a window over rows of which only those in sight are there. */
export function PostbackGrid(props: GridProps) {
  const { list, snapshot, sort, columns, outages, activeId, openId, paused, onMover } = props
  const { endpoints, clearing } = useOverview()
  const going = useMemo(() => new Set(clearing.state === 'waiting' ? clearing.ids : []), [clearing])
  const today = Math.floor(useNow(60_000) / 60_000) * 60_000
  const follow = useCallback((atTop: boolean) => list.follow(atTop), [list])
  const scroller = useRef<HTMLDivElement>(null)
  const [ruler, setRuler] = useState<HTMLElement | null>(null)
  const rowHeight = useRowHeight(ruler)
  const scroll = useListScroll(scroller, snapshot.rowCount, rowHeight, follow)
  const { range } = scroll
  const inPlaces = useRush(list) && range.start === 0
  const endpointNames = useMemo(() => new Map(endpoints.map(({ id, name }) => [id, name])), [endpoints])

  useEffect(() => {
    list.look(range.start, range.end)
  }, [list, range.start, range.end])

  // Another filter or sort is another list: it is read from its start.
  const toTop = useEffectEvent((_listing: number) => scroll.toTop())
  useEffect(() => {
    toTop(snapshot.listing)
  }, [snapshot.listing])

  /** The row to make active as soon as its id is known: a jump over more than is loaded. */
  const awaited = useRef<number | null>(null)
  const goTo = (index: number): void => {
    const id = list.idAt(index)
    scroll.showRow(index)
    awaited.current = id === undefined ? index : null
    if (id === undefined) return
    props.onActive(id)
    if (openId !== null) props.onOpen(id)
  }
  const goToAwaited = useEffectEvent((_version: number) => {
    if (awaited.current === null) return
    const index = Math.min(awaited.current, snapshot.rowCount - 1)
    if (list.idAt(index) !== undefined) goTo(index)
  })
  useEffect(() => {
    // Any change may have brought the id.
    goToAwaited(snapshot.version)
  }, [snapshot.version])
  const moveBy = (rows: number): void => {
    if (snapshot.rowCount === 0) return
    const from = activeId === null ? -1 : list.indexOf(activeId)
    const wanted = from === -1 && Number.isFinite(rows) ? scroll.firstSeen() : from + rows
    goTo(Math.min(Math.max(0, wanted), snapshot.rowCount - 1))
  }
  const move = useEffectEvent(moveBy)
  useEffect(() => {
    onMover((rows) => move(rows))
    return () => onMover(null)
  }, [onMover])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    const move = listMove(event, rowsAPage(scroll.size))
    if (!move) return
    switch (move.type) {
      case 'by':
        moveBy(move.rows)
        break
      case 'to':
        goTo(move.end === 'first' ? 0 : snapshot.rowCount - 1)
        break
      case 'open':
        if (activeId !== null) props.onOpen(activeId)
        break
      case 'close':
        if (openId === null) return
        props.onOpen(null)
        break
      default:
        return move satisfies never
    }
    event.preventDefault()
  }

  const [menu, setMenu] = useState<RowMenuPlace | null>(null)
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    // Text that is selected has the system's own menu.
    if (document.getSelection()?.isCollapsed === false) return
    const under = rowIdOf(event.target)
    // By the keyboard it is asked of the list, which has the focus, and means the active row.
    const isByKey = event.button !== RIGHT_BUTTON && event.target === event.currentTarget
    const id = under === null ? (isByKey ? activeId : null) : Number(under)
    const row = id === null ? undefined : list.rowAt(list.indexOf(id))
    if (!row) return
    event.preventDefault()
    props.onActive(row.id)
    const box = isByKey ? document.querySelector(`#${rowElementId(row.id)}`)?.getBoundingClientRect() : null
    setMenu({ row, x: box ? box.left + 16 : event.clientX, y: box ? box.bottom : event.clientY })
  }

  /** The row that the press began on: another one may stand there by the time it ends. */
  const pressed = useRef<string | null>(null)
  const rows = Array.from({ length: range.end - range.start }, (_, place) => {
    const index = range.start + place
    const id = list.idAt(index)
    const row = list.rowAt(index)
    return (
      <PostbackRow
        key={inPlaces ? `place ${String(place)}` : (id ?? `row ${String(index)}`)}
        index={index}
        id={id}
        row={row}
        columns={columns.columns}
        endpointNames={endpointNames}
        today={today}
        active={id !== undefined && id === activeId}
        open={id !== undefined && id === openId}
        going={id !== undefined && going.has(id)}
        outages={row ? outagesAbove(outages, row, index === 0 ? null : list.rowAt(index - 1), sort) : NO_OUTAGES}
        beyond={row && index === snapshot.rowCount - 1 ? outagesBeyond(outages, row, sort) : NO_OUTAGES}
      />
    )
  })

  const style = {
    '--row-height': `${String(rowHeight)}px`,
    '--columns': columns.template,
    // React's type knows no custom properties.
  } as CSSProperties
  const drawn = activeId !== null && rows.some((row) => row.props.id === activeId)
  return (
    <div className="relative min-h-0 flex-1">
      <span ref={setRuler} aria-hidden="true" className="invisible absolute h-(--row)" />
      <div
        ref={scroller}
        role="grid"
        aria-label={words().postbacks.postbacks}
        aria-rowcount={snapshot.rowCount + 1}
        aria-colcount={columns.columns.length}
        aria-busy={snapshot.state === 'loading'}
        aria-activedescendant={drawn && activeId !== null ? rowElementId(activeId) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onScroll={scroll.onScroll}
        onPointerDown={(event) => {
          pressed.current = rowIdOf(event.target)
        }}
        onClick={(event) => {
          const id = rowIdOf(event.target)
          // What a screen reader presses has no beginning of its own.
          if (!id || (event.detail > 0 && pressed.current !== id)) return
          props.onActive(Number(id))
          props.onOpen(Number(id))
        }}
        className="h-full overflow-auto bg-panel [overflow-anchor:none] focus-visible:outline-offset-[-2px]"
        style={style}
      >
        <div className="min-w-full" style={{ width: columns.width }}>
          <div role="rowgroup" className="contents">
            <ColumnHeaders
              columns={columns.columns}
              sort={sort}
              onSort={props.onSort}
              widthOf={columns.widthOf}
              onResizing={columns.resizing}
              onResized={columns.resized}
            />
          </div>
          <div role="rowgroup" className="relative overflow-hidden" style={{ height: scroll.bodyHeight }}>
            <div role="presentation" style={{ transform: `translateY(${String(scroll.rowsTop)}px)` }}>
              {rows}
            </div>
          </div>
        </div>
      </div>
      {menu !== null && (
        <RowMenu
          at={menu}
          onOpen={props.onOpen}
          onClose={() => {
            setMenu(null)
            scroller.current?.focus()
          }}
        />
      )}
      {snapshot.waiting > 0 && (
        <NewPill
          count={snapshot.waiting}
          paused={paused}
          onPress={() => {
            list.letIn()
            scroll.toTop()
          }}
        />
      )}
    </div>
  )
}

/** The id that the row around an element has. */
function rowIdOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null) : null
}

function NewPill({ count, paused, onPress }: { count: number; paused: boolean; onPress: () => void }) {
  const w = words().postbacks
  useAction({ id: 'list.letIn', run: onPress })
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={w.showNew(count)}
      className="appearing absolute top-10 left-1/2 z-20 flex h-control-s -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent-solid px-3 text-s font-medium text-on-accent shadow-float hover:bg-accent-solid-hover"
    >
      <ArrowUp aria-hidden="true" size={13} />
      {w.newOnes(count, paused)}
    </button>
  )
}
