import { useEffect, useRef } from 'react'
import { useExternalStore } from '../../lib/external-store.ts'
import { useAction } from '../../lib/keys.ts'
import { openTour, tourOpening } from '../../lib/tour-open.ts'
import { TourPanel } from './tour-panel.tsx'

/** The tour, where it was asked for, and its command. It can be left at any time and goes on where it was. */
export function TourHost({ onRemove }: { onRemove: (ids: readonly number[]) => void }) {
  const opening = useExternalStore(tourOpening)
  const place = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useAction({ id: 'tour.start', run: openTour })
  useEffect(
    () =>
      tourOpening.subscribe(() => {
        if (!place.current?.contains(document.activeElement)) before.current = document.activeElement
      }),
    [],
  )
  const leave = (): void => {
    const hadFocus = place.current?.contains(document.activeElement) ?? false
    tourOpening.set(0)
    if (!hadFocus) return
    // What it was opened from may be gone: the first steps make room for the list.
    const back = before.current?.isConnected ? before.current : document.querySelector('main [role="grid"]')
    if (back instanceof HTMLElement) back.focus()
  }
  if (opening === 0) return null
  return (
    <div ref={place}>
      <TourPanel opening={opening} onLeave={leave} onRemove={onRemove} />
    </div>
  )
}
