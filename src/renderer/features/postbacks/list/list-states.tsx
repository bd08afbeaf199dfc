import type { ReactNode } from 'react'
import { sentenceOf } from '../../../lib/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { HistorySnapshot } from './history-list.ts'

/** Stands in place of the list while there is none: loading, failed, searched, nothing there, nothing that matches. */
export function ListState({
  snapshot,
  filtered,
  words,
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
  if (snapshot.state === 'loading') return <Loading />
  if (snapshot.searching) {
    return (
      <EmptyState title="Searching…" action={<Button onClick={onClear}>Clear the filter</Button>}>
        <output>Nothing found so far. What matches shows up here as it is found.</output>
      </EmptyState>
    )
  }
  if (snapshot.state === 'failed') {
    return (
      <EmptyState title="The history could not be read" action={<Button onClick={onRetry}>Try again</Button>}>
        {sentenceOf(snapshot.error)} What was captured is kept.
      </EmptyState>
    )
  }
  if (filtered) {
    return (
      <EmptyState title="Nothing matches" action={<Button onClick={onClear}>Clear the filter</Button>}>
        The filter asks for: {words}.<Hidden>{hidden}</Hidden>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No postbacks yet">
      They show up here the moment they arrive.
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
    <output aria-label="Loading the postbacks" className="late flex flex-col gap-3 p-3">
      {BAR_WIDTHS.map((width) => (
        <span key={width} className="block h-2.5 rounded-s bg-line" style={{ width: `${String(width)}%` }} />
      ))}
    </output>
  )
}
