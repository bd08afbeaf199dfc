import { ListState } from './list-states.tsx'
import { type GridProps, PostbackGrid } from './postback-grid.tsx'
import { useHistorySnapshot } from './use-history-list.ts'

/** The list, or what stands in its place. The only large part that is drawn anew with every arrival. */
export function ListArea({
  filtered,
  words,
  hidden,
  onClear,
  ...grid
}: Omit<GridProps, 'snapshot'> & { filtered: boolean; words: string; hidden: string | null; onClear: () => void }) {
  const { list } = grid
  const snapshot = useHistorySnapshot(list)
  const empty = snapshot.rowCount === 0 && snapshot.waiting === 0
  if (!empty && snapshot.state !== 'failed') return <PostbackGrid snapshot={snapshot} {...grid} />
  return (
    <ListState
      snapshot={snapshot}
      filtered={filtered}
      words={words}
      hidden={hidden}
      onRetry={() => list.reload()}
      onClear={onClear}
    />
  )
}
