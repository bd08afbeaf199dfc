import { Pause, Play } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import type { FilterProblem } from '../../../core/filter-query.ts'
import { words } from '../../../words/words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { FilterBox, type FilterBoxHandle } from './filter/filter-box.tsx'
import { useRecentFilters } from './filter/use-recent-filters.ts'
import { ColumnChooser } from './list/column-chooser.tsx'
import type { ColumnSetup } from './list/use-columns.ts'
import { ViewsMenu } from './views/views-menu.tsx'

/** The filter box and what belongs to the whole list. */
export function Toolbar({
  query,
  problems,
  onQuery,
  onLeave,
  filterBox,
  columns,
  paused,
  onPaused,
  tools,
}: {
  query: string
  problems: readonly FilterProblem[]
  onQuery: (query: string) => void
  onLeave: () => void
  filterBox: Ref<FilterBoxHandle>
  columns: ColumnSetup
  paused: boolean
  onPaused: (paused: boolean) => void
  tools: ReactNode
}) {
  const w = words().postbacks
  const { recent, remember } = useRecentFilters()
  return (
    <div className="flex flex-wrap items-start gap-1">
      <FilterBox
        text={query}
        problems={problems}
        recent={recent}
        onText={onQuery}
        onUsed={remember}
        onLeave={onLeave}
        handle={filterBox}
      />
      <ViewsMenu />
      {tools}
      <ColumnChooser columns={columns} />
      <IconButton
        label={paused ? w.resume : w.pause}
        action="list.pause"
        pressed={paused}
        icon={paused ? <Play aria-hidden="true" size={15} /> : <Pause aria-hidden="true" size={15} />}
        onClick={() => onPaused(!paused)}
      />
    </div>
  )
}
