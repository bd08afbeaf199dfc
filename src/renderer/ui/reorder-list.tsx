import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'
import { announce } from './live-region.tsx'
import { spokenText } from './visible-text.tsx'

/**
 * A list whose items can be put into another order: by dragging an item's handle, or with ↑, ↓, Home and End on it. `onMove`
 * gets the item and its new place, from 0.
 */
export function ReorderList<T>({
  label,
  items,
  keyOf,
  nameOf,
  onMove,
  render,
}: {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  nameOf: (item: T) => string
  onMove: (item: T, to: number) => void
  render: (item: T) => ReactNode
}) {
  const w = words().ui.reorder
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const handles = useRef(new Map<string, HTMLButtonElement>())
  /** Between which items the dragged one would land: the gap before the item of this index. */
  const [drag, setDrag] = useState<{ from: number; gap: number } | null>(null)
  const moved = useRef<string | null>(null)
  const order = JSON.stringify(items.map(keyOf))
  // An element that is put elsewhere in the page loses the focus.
  useLayoutEffect(() => {
    if (moved.current !== null && order !== '') handles.current.get(moved.current)?.focus()
    moved.current = null
  }, [order])

  const move = (item: T, from: number, to: number): void => {
    const place = Math.min(Math.max(to, 0), items.length - 1)
    if (place === from) return
    moved.current = keyOf(item)
    announce(w.moved(spokenText(nameOf(item), 80), place + 1, items.length))
    onMove(item, place)
  }
  const onKeyDown = (event: KeyboardEvent, item: T, at: number): void => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    move(item, at, to)
  }
  const gapAt = (event: PointerEvent): number => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
    const below = rows.findIndex((box) => event.clientY < box.top + box.height / 2)
    return below === -1 ? rows.length : below
  }
  const drop = (item: T): void => {
    if (drag) move(item, drag.from, drag.gap > drag.from ? drag.gap - 1 : drag.gap)
    setDrag(null)
  }

  return (
    <>
      <ul ref={list} aria-label={label} className="flex flex-col">
        {items.map((item, at) => (
          <li
            key={keyOf(item)}
            className={cx(
              'relative flex items-center gap-1.5 rounded-m',
              drag?.from === at && 'opacity-60',
              drag?.gap === at && 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent',
              drag?.gap === items.length &&
                at === items.length - 1 &&
                'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent',
            )}
          >
            <button
              type="button"
              ref={(button) => {
                if (button) handles.current.set(keyOf(item), button)
                else handles.current.delete(keyOf(item))
              }}
              aria-label={w.move(spokenText(nameOf(item), 80))}
              aria-describedby={`${id}-how`}
              title={w.how}
              onKeyDown={(event) => onKeyDown(event, item, at)}
              onPointerDown={(event) => {
                if (event.button !== 0) return
                event.currentTarget.setPointerCapture(event.pointerId)
                setDrag({ from: at, gap: at })
              }}
              onPointerMove={(event) => {
                if (drag) setDrag({ ...drag, gap: gapAt(event) })
              }}
              onPointerUp={() => drop(item)}
              onPointerCancel={() => setDrag(null)}
              className="flex h-control-s w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-s text-faint hover:text-ink"
            >
              <GripVertical aria-hidden="true" size={14} />
            </button>
            {render(item)}
          </li>
        ))}
      </ul>
      <p id={`${id}-how`} className="only-heard">
        {w.keys}
      </p>
    </>
  )
}
