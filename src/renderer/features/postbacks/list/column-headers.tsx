import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Sort } from '../../../../core/filter.ts'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { announce } from '../../../ui/live-region.tsx'
import { spokenText, VisibleText } from '../../../ui/visible-text.tsx'
import { type Column, clampWidth, columnAbout, columnTitle, nextSort } from './columns.ts'

const STEP = 16

interface HeadersProps {
  columns: readonly Column[]
  sort: Sort
  widthOf: (column: Column) => number
  onSort: (sort: Sort) => void
  /** While a border is dragged. */
  onResizing: (column: Column, width: number) => void
  onResized: (column: Column, width: number) => void
}

/**
 * The row of headers: one stop for the Tab key, arrows move between the columns, Enter sorts, Shift and an arrow
 * resizes.
 */
export function ColumnHeaders(props: HeadersProps) {
  const { columns } = props
  const [current, setCurrent] = useState<string>('verdict')
  const reachable = columns.some((column) => column.id === current) ? current : columns[0]?.id

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, column: Column, place: number): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) {
      const width = clampWidth(props.widthOf(column) + step * STEP)
      props.onResized(column, width)
      announce(words().postbacks.columnWidth(spokenText(columnTitle(column)), width))
      return
    }
    const next = columns[place + step]
    if (!next) return
    setCurrent(next.id)
    const headers = event.currentTarget.closest('[role="row"]')?.querySelectorAll<HTMLElement>('[data-header]')
    headers?.[place + step]?.focus()
  }

  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-(--row-height) grid-cols-(--columns) border-b border-line bg-panel text-s text-muted"
    >
      {columns.map((column, place) => (
        <Header
          key={column.id}
          column={column}
          place={place}
          reachable={column.id === reachable}
          onFocus={() => setCurrent(column.id)}
          onKeyDown={(event) => onKeyDown(event, column, place)}
          {...props}
        />
      ))}
    </div>
  )
}

function Header({
  column,
  place,
  sort,
  reachable,
  widthOf,
  onSort,
  onResizing,
  onResized,
  onFocus,
  onKeyDown,
}: HeadersProps & {
  column: Column
  /** From 0. */
  place: number
  reachable: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}) {
  const w = words().postbacks
  const sorted = column.sort !== null && column.sort === sort.column ? sort.direction : null
  const sortable = column.sort !== null
  const end = column.align === 'end'
  // What can be reached by the keys: the button that sorts, or where there is none the header itself.
  const stop = {
    'data-header': column.id,
    tabIndex: reachable ? 0 : -1,
    title: `${columnAbout(column)}\n${sortable ? w.keysOfSortable : w.keysOfHeader}`,
    onFocus,
    onKeyDown,
  }
  const handle = (
    <ResizeHandle
      onMove={(moved, from) => onResizing(column, clampWidth(from + moved))}
      onEnd={(moved, from) => onResized(column, clampWidth(from + moved))}
      width={() => widthOf(column)}
    />
  )
  if (!sortable) {
    return (
      <div role="columnheader" aria-colindex={place + 1} {...stop} className="relative flex min-w-0 items-center">
        <span className={cx('min-w-0 flex-1 truncate px-2 font-medium', end && 'text-right')}>
          <VisibleText text={columnTitle(column)} max={80} />
        </span>
        {handle}
      </div>
    )
  }
  return (
    <div
      role="columnheader"
      aria-colindex={place + 1}
      aria-sort={sorted ?? 'none'}
      className={cx('relative flex min-w-0', end && 'justify-end')}
    >
      <button
        type="button"
        {...stop}
        onClick={() => onSort(nextSort(sort, column))}
        className={cx(
          'flex min-w-0 flex-1 items-center gap-1 px-2 font-medium',
          end && 'justify-end',
          'hover:text-ink',
          sorted && 'text-ink',
        )}
      >
        <span className="truncate">
          <VisibleText text={columnTitle(column)} max={80} />
        </span>
        {sorted === 'ascending' && <ArrowUp aria-hidden="true" size={12} className="shrink-0" />}
        {sorted === 'descending' && <ArrowDown aria-hidden="true" size={12} className="shrink-0" />}
      </button>
      {handle}
    </div>
  )
}

/** For the pointer only; the header's own keys do the same. */
function ResizeHandle({
  width,
  onMove,
  onEnd,
}: {
  width: () => number
  onMove: (movedPx: number, from: number) => void
  onEnd: (movedPx: number, from: number) => void
}) {
  const [drag, setDrag] = useState<{ x: number; from: number } | null>(null)
  const start = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    // What is drawn counts, which for the column that fills the rest is more than its own width.
    const drawn = event.currentTarget.parentElement?.getBoundingClientRect().width ?? width()
    setDrag({ x: event.clientX, from: drawn })
  }
  return (
    <span
      aria-hidden="true"
      onPointerDown={start}
      onPointerMove={(event) => {
        if (drag) onMove(event.clientX - drag.x, drag.from)
      }}
      onPointerUp={(event) => {
        if (drag) onEnd(event.clientX - drag.x, drag.from)
        setDrag(null)
      }}
      onPointerCancel={() => setDrag(null)}
      className="absolute inset-y-1 -right-1 z-1 w-2 cursor-col-resize touch-none before:absolute before:inset-y-0 before:left-1/2 before:w-px before:bg-line hover:before:bg-accent"
    />
  )
}
