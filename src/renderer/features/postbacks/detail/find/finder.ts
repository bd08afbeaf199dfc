import { createExternalStore, type ExternalStore } from '../../../../lib/external-store.ts'
import { findRanges, showRange } from './find-ranges.ts'
import { nextMatch } from './find-text.ts'

/** Names of the highlights; `::highlight()` in postbacks.css draws them. */
const ALL = 'find-match'
const CURRENT = 'find-current'

/** What was found. `current` is the index of the one that is shown, -1 for none. */
export interface Found {
  readonly count: number
  readonly current: number
  /** Texts that are cut even so, and of which only what can be seen was searched. */
  readonly cut: number
}

const NOTHING: Found = { count: 0, current: -1, cut: 0 }

/**
 * Finds a text in an element and marks every place by the CSS Custom Highlight API: nothing of the page is changed.
 */
export interface Finder {
  readonly found: ExternalStore<Found>
  /** Begins at the first match. */
  search(element: HTMLElement, wanted: string): void
  /** Looks again at what is drawn now, and stays where it is. */
  renew(): void
  move(step: 1 | -1): void
  /** Takes the marks away. */
  clear(): void
}

export function createFinder(): Finder {
  const found = createExternalStore<Found>(NOTHING)
  let element: HTMLElement | null = null
  let wanted = ''

  function mark(wish: number, show: boolean): void {
    const ranges = element ? findRanges(element, wanted) : []
    const current = Math.min(wish, ranges.length - 1)
    const chosen = ranges[current]
    CSS.highlights.set(ALL, new Highlight(...ranges.filter((range) => range !== chosen)))
    CSS.highlights.set(CURRENT, new Highlight(...(chosen ? [chosen] : [])))
    if (element && chosen && show) showRange(chosen, element)
    const cut = element && wanted !== '' ? element.querySelectorAll('[data-cut]').length : 0
    const before = found.get()
    const isSame = before.count === ranges.length && before.current === current && before.cut === cut
    if (!isSame) found.set({ count: ranges.length, current, cut })
  }

  return {
    found,
    search(next, text) {
      element = next
      wanted = text
      mark(0, true)
    },
    renew: () => mark(Math.max(found.get().current, 0), false),
    move: (step) => mark(nextMatch(found.get().current, found.get().count, step), true),
    clear() {
      element = null
      CSS.highlights.delete(ALL)
      CSS.highlights.delete(CURRENT)
    },
  }
}
