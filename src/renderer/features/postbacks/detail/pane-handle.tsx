import { useState } from 'react'
import { words } from '../../../../words/words.ts'

const STEP = 24
const WIDEST = 1600

/** The border between list and details: drag it, or focus it and press an arrow. */
export function PaneHandle({
  width,
  narrowest,
  onResizing,
  onResized,
}: {
  width: number
  narrowest: number
  onResizing: (width: number) => void
  onResized: (width: number) => void
}) {
  const [drag, setDrag] = useState<{ x: number; from: number } | null>(null)
  const clamp = (wanted: number): number => Math.round(Math.min(Math.max(wanted, narrowest), WIDEST))
  const at = (clientX: number): number => clamp((drag?.from ?? width) + (drag?.x ?? clientX) - clientX)
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={words().detail.pane.width}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key]
        if (step === undefined) return
        event.preventDefault()
        onResized(clamp(width + step))
      }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ x: event.clientX, from: width })
      }}
      onPointerMove={(event) => {
        if (drag) onResizing(at(event.clientX))
      }}
      onPointerUp={(event) => {
        if (drag) onResized(at(event.clientX))
        setDrag(null)
      }}
      className="absolute inset-y-0 -left-1 z-20 w-2 cursor-col-resize touch-none hover:bg-accent/30"
    />
  )
}
