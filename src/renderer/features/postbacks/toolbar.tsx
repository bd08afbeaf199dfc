import { Columns3, Pause, Play } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import type { FilterProblem } from '../../../core/filter-query.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { FilterBox, type FilterBoxHandle } from './filter/filter-box.tsx'
import { SavedFilters } from './filter/saved-filters.tsx'
import { COLUMNS } from './list/columns.ts'
import type { ColumnSetup } from './list/use-columns.ts'

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
  return (
    <div className="flex items-start gap-1">
      <FilterBox text={query} problems={problems} onText={onQuery} onLeave={onLeave} handle={filterBox} />
      <SavedFilters query={query} onQuery={onQuery} />
      {tools}
      <Menu
        label="Columns"
        trigger={<IconButton label="Columns" icon={<Columns3 aria-hidden="true" size={15} />} />}
        items={columnItems(columns)}
      />
      <IconButton
        label={paused ? 'Resume: let new requests in' : 'Pause: hold new requests back'}
        shortcut="p"
        pressed={paused}
        icon={paused ? <Play aria-hidden="true" size={15} /> : <Pause aria-hidden="true" size={15} />}
        onClick={() => onPaused(!paused)}
      />
    </div>
  )
}

function columnItems(columns: ColumnSetup): readonly MenuItem[] {
  return [
    ...COLUMNS.filter((column) => column.id !== 'verdict').map(
      (column): MenuItem => ({
        type: 'check',
        label: column.title,
        checked: columns.isShown(column),
        onChange: (shown) => columns.show(column, shown),
      }),
    ),
    { type: 'separator' },
    { label: 'Reset columns', run: columns.reset },
  ]
}
