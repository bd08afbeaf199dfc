import { useEffect, useState } from 'react'
import { useExternalStore } from '../../../../lib/external-store.ts'
import { createFinder, type Found } from './finder.ts'

/** Looks for a text in an element, also in what is drawn there later. Another element starts at its first match. */
export function useFind(
  element: HTMLElement | null,
  wanted: string,
): { readonly found: Found; readonly move: (step: 1 | -1) => void } {
  const [finder] = useState(createFinder)
  useEffect(() => {
    if (!element) return
    finder.search(element, wanted)
    // A reply that is over, a list that came later: what is drawn anew is searched again.
    let frame = 0
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => finder.renew())
    })
    observer.observe(element, { subtree: true, childList: true, characterData: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [finder, element, wanted])
  useEffect(() => () => finder.clear(), [finder])
  return { found: useExternalStore(finder.found), move: (step) => finder.move(step) }
}
