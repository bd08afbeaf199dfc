import type { Settings } from '../../../../core/settings.ts'
import { COLUMNS, type Column, extraColumn } from './columns.ts'

/** What the settings say of columns. */
type Choice = Pick<Settings['screen'], 'columnOrder' | 'hiddenColumns'>

/** Every column that there can be: the known ones, and one for each extra field that an endpoint maps. */
export function allColumns(extraFields: readonly string[]): readonly Column[] {
  return [...COLUMNS, ...[...new Set(extraFields)].map(extraColumn)]
}

/**
 * All columns in the order to show them in. One that the settings do not name yet, since it is newer than they are, stands
 * behind the one that it stands behind by default.
 */
export function orderedColumns(
  all: readonly Column[],
  { columnOrder }: Pick<Choice, 'columnOrder'>,
): readonly Column[] {
  const ordered = columnOrder.flatMap((id) => all.find((column) => column.id === id) ?? [])
  for (const [at, column] of all.entries()) {
    if (ordered.includes(column)) continue
    const before = all.slice(0, at).findLast((other) => ordered.includes(other))
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, column)
  }
  return ordered
}

/** Whether a column is shown. The verdict always is: a list without columns could not be brought back by eye. */
export function isShown({ id, optional = false }: Column, { columnOrder, hiddenColumns }: Choice): boolean {
  return id === 'verdict' || (!hiddenColumns.includes(id) && (!optional || columnOrder.includes(id)))
}

export function visibleColumns(all: readonly Column[], choice: Choice): readonly Column[] {
  return orderedColumns(all, choice).filter((column) => isShown(column, choice))
}

/** The settings for these columns in this order, of which `shown` are shown. What is said of unknown ones stays. */
function choiceOf(ordered: readonly Column[], shown: (column: Column) => boolean, before: Choice): Choice {
  const isKnown = (id: string): boolean => ordered.some((column) => column.id === id)
  return {
    columnOrder: [...ordered.map(({ id }) => id), ...before.columnOrder.filter((id) => !isKnown(id))],
    hiddenColumns: [
      ...ordered.filter((column) => !shown(column)).map(({ id }) => id),
      ...before.hiddenColumns.filter((id) => !isKnown(id)),
    ],
  }
}

export function withColumnShown(all: readonly Column[], choice: Choice, column: Column, shown: boolean): Choice {
  const ordered = orderedColumns(all, choice)
  return choiceOf(ordered, (other) => (other.id === column.id ? shown : isShown(other, choice)), choice)
}

/** Puts the column at a place among all of them, from 0. */
export function withColumnMoved(all: readonly Column[], choice: Choice, column: Column, to: number): Choice {
  const ordered = orderedColumns(all, choice).filter((other) => other.id !== column.id)
  ordered.splice(Math.min(Math.max(to, 0), ordered.length), 0, column)
  return choiceOf(ordered, (other) => isShown(other, choice), choice)
}

/** Shows exactly these, in this order; ids that are unknown by now are passed over. */
export function withColumns(all: readonly Column[], choice: Choice, ids: readonly string[]): Choice {
  const wanted = ids.flatMap((id) => all.find((column) => column.id === id) ?? [])
  const others = orderedColumns(all, choice).filter((column) => !wanted.includes(column))
  return choiceOf([...wanted, ...others], (column) => wanted.includes(column), choice)
}
