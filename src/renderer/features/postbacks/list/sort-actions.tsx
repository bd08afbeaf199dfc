import type { Sort } from '../../../../core/filter.ts'
import { words } from '../../../../words/words.ts'
import { useAction } from '../../../lib/keys.ts'
import { COLUMNS, type Column, columnTitle, nextSort } from './columns.ts'

/** Every sort of the list by its name, for the palette. Draws nothing. */
export function SortActions({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  return COLUMNS.filter((column) => column.sort !== null).map((column) => (
    <SortAction key={column.id} column={column} onRun={() => onSort(nextSort(sort, column))} />
  ))
}

function SortAction({ column, onRun }: { column: Column; onRun: () => void }) {
  const w = words().postbacks
  useAction({
    id: `list.sort:${column.id}`,
    title: w.sortBy(columnTitle(column)),
    group: words().actions.groups.postbacks,
    words: w.sortWords,
    run: onRun,
  })
  return null
}
