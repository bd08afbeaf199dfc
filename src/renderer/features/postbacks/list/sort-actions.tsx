import type { Sort } from '../../../../core/filter.ts'
import { useAction } from '../../../lib/keys.ts'
import { COLUMNS, type Column, nextSort } from './columns.ts'

/** Every sort of the list by its name, for the palette. Draws nothing. */
export function SortActions({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  return COLUMNS.filter((column) => column.sort !== null).map((column) => (
    <SortAction key={column.id} column={column} onRun={() => onSort(nextSort(sort, column))} />
  ))
}

function SortAction({ column: { id, title }, onRun }: { column: Column; onRun: () => void }) {
  useAction({
    id: `list.sort:${id}`,
    title: `Sort by ${title.toLowerCase()}, or turn the order`,
    group: 'Postbacks',
    words: 'order column ascending descending',
    run: onRun,
  })
  return null
}
