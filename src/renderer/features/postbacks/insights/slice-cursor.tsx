import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { showPostbacks } from '../../../lib/postback-view.ts'
import { sliceSentence } from './slice-words.ts'
import { type SliceFigures, spanQuery } from './span.ts'

const MANY = 10

/**
 * Lies over a chart: the pointer or the arrow keys choose a slice, whose figures are told below it; a click or Enter shows
 * what came in it.
 */
export function SliceCursor({
  label,
  slices,
  outages,
  now,
}: {
  label: string
  slices: readonly SliceFigures[]
  outages: readonly Outage[]
  now: number
}) {
  const w = words().insights.cursor
  const id = useId()
  const [chosen, setChosen] = useState<number | null>(null)
  const last = slices.length - 1
  const lastFilled = slices.findLastIndex(({ total }) => total > 0)
  const at = Math.min(chosen ?? (lastFilled === -1 ? last : lastFilled), last)
  const slice = slices[at]
  if (!slice) return null

  const sentence = sliceSentence(slice, outages, now)
  const open = (one: SliceFigures): void => {
    if (one.total > 0) showPostbacks(spanQuery(one.from, one.to))
  }
  const pointed = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * slices.length), 0), last)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') open(slice)
    else {
      const next = moved(event.key, at, last)
      if (next === null) return
      setChosen(Math.min(Math.max(next, 0), last))
    }
    event.preventDefault()
  }

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-how`}
        aria-valuemin={1}
        aria-valuemax={slices.length}
        aria-valuenow={at + 1}
        aria-valuetext={sentence}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setChosen(pointed(event))}
        onPointerLeave={() => setChosen(null)}
        onBlur={() => setChosen(null)}
        onClick={() => open(slice)}
        className="absolute inset-0 cursor-pointer focus-visible:outline-offset-[-2px]"
      >
        {chosen !== null && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 border-x border-accent bg-accent/10"
            style={{ left: `${String((at / slices.length) * 100)}%`, width: `${String(100 / slices.length)}%` }}
          />
        )}
      </div>
      <p id={`${id}-how`} className="only-heard">
        {w.how}
      </p>
      <p
        aria-hidden="true"
        data-shown={chosen !== null}
        className="pointer-events-none absolute top-full left-1/2 z-10 mt-1 hidden w-max max-w-full -translate-x-1/2 rounded-m bg-raised px-2 py-1 text-s shadow-float data-[shown=true]:block"
      >
        {sentence}
        {slice.total > 0 && <span className="text-muted"> {w.shows}</span>}
      </p>
    </>
  )
}

/** Where a key leads; null for one that leads nowhere. */
function moved(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1
    case 'PageUp':
      return at + MANY
    case 'PageDown':
      return at - MANY
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
