import type { ReactNode } from 'react'
import { words } from '../../../../words/words.ts'
import { sentenceOf } from '../../../lib/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { HistorySnapshot } from './history-list.ts'

/** Stands in place of the list while there is none: loading, failed, searched, nothing there, nothing that matches. */
export function ListState({
  snapshot,
  filtered,
  words: filterWords,
  hidden,
  onRetry,
  onClear,
}: {
  snapshot: HistorySnapshot
  /** Whether the user narrowed the list. */
  filtered: boolean
  /** The filter in plain words. */
  words: string
  /** What is left out, in a sentence without its full stop. */
  hidden: string | null
  onRetry: () => void
  onClear: () => void
}) {
  const w = words().postbacks.states
  if (snapshot.state === 'loading') return <Loading />
  if (snapshot.searching) {
    return (
      <EmptyState title={w.searching} action={<Button onClick={onClear}>{w.clearFilter}</Button>}>
        <output>{w.nothingSoFar}</output>
      </EmptyState>
    )
  }
  if (snapshot.state === 'failed') {
    return (
      <EmptyState title={w.failed} action={<Button onClick={onRetry}>{words().ui.tryAgain}</Button>}>
        {sentenceOf(snapshot.error)} {w.capturedIsKept}
      </EmptyState>
    )
  }
  if (filtered) {
    return (
      <EmptyState title={w.nothingMatches} action={<Button onClick={onClear}>{w.clearFilter}</Button>}>
        {w.filterAsksFor(filterWords)}
        <Hidden>{hidden}</Hidden>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={w.noneYet}>
      {w.showUpHere}
      <Hidden>{hidden}</Hidden>
    </EmptyState>
  )
}

function Hidden({ children }: { children: ReactNode }) {
  return children === null ? null : <p className="mt-1">{children}.</p>
}

const BAR_WIDTHS = [92, 85, 88, 71, 79, 64, 57, 50]

function Loading() {
  return (
    <output aria-label={words().postbacks.states.loading} className="late flex flex-col gap-3 p-3">
      {BAR_WIDTHS.map((width) => (
        <span key={width} className="block h-2.5 rounded-s bg-line" style={{ width: `${String(width)}%` }} />
      ))}
    </output>
  )
}
