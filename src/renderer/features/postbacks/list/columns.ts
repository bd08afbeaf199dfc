import type { Sort } from '../../../../core/filter.ts'
import type { Settings } from '../../../../core/settings.ts'
import { words } from '../../../../words/words.ts'

/** `extra:` with the name of an endpoint’s extra field: what arrived for it. */
export type ColumnId = KnownColumnId | `extra:${string}`
export type KnownColumnId =
  | 'verdict'
  | 'received'
  | 'userId'
  | 'amount'
  | 'finding'
  | 'endpoint'
  | 'status'
  | 'size'
  | 'duration'
  | 'id'
  | 'method'
  | 'target'
  | 'origin'
  | 'marks'

/** A column of the list. Widths in px. Where `sort` is null the store cannot sort by it. */
export interface Column {
  readonly id: ColumnId
  readonly width: number
  readonly align: 'start' | 'end'
  readonly sort: Sort['column'] | null
  /** The direction of the first press. */
  readonly first: Sort['direction']
  /** True for one that is shown only where it was asked for. */
  readonly optional?: boolean
}

export const NARROWEST = 48
export const WIDEST = 1200

export const COLUMNS: readonly Column[] = [
  {
    id: 'verdict',
    // Room for the longest word with a pin and a note.
    width: 124,
    align: 'start',
    sort: 'verdict',
    first: 'descending',
  },
  {
    id: 'received',
    width: 132,
    align: 'start',
    sort: 'received',
    first: 'descending',
  },
  {
    id: 'userId',
    width: 200,
    align: 'start',
    sort: 'userId',
    first: 'ascending',
  },
  {
    id: 'amount',
    width: 110,
    align: 'end',
    sort: 'amount',
    first: 'descending',
  },
  {
    id: 'finding',
    width: 190,
    align: 'start',
    sort: null,
    first: 'ascending',
  },
  {
    id: 'endpoint',
    width: 120,
    align: 'start',
    sort: 'endpoint',
    first: 'ascending',
  },
  {
    id: 'status',
    width: 72,
    align: 'end',
    sort: 'status',
    first: 'descending',
  },
  {
    id: 'size',
    width: 76,
    align: 'end',
    sort: 'size',
    first: 'descending',
  },
  {
    id: 'duration',
    width: 88,
    align: 'end',
    sort: 'duration',
    first: 'descending',
  },
  {
    id: 'id',
    width: 84,
    align: 'end',
    // The time sorts in the same order.
    sort: null,
    first: 'descending',
    optional: true,
  },
  {
    id: 'method',
    width: 80,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
  {
    id: 'target',
    width: 260,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
  {
    id: 'origin',
    width: 120,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
  {
    id: 'marks',
    width: 150,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
]

/** The column of an extra field. */
export function extraColumn(field: string): Column {
  return {
    id: `extra:${field}`,
    width: 140,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  }
}

/** The extra field that a column is about; null for all others. */
export function extraFieldOf(id: ColumnId): string | null {
  return id.startsWith('extra:') ? id.slice('extra:'.length) : null
}

export function columnTitle({ id }: Column): string {
  // What is no extra field's is one of the known ones.
  return extraFieldOf(id) ?? words().postbacks.column[id as KnownColumnId].title
}

/** What the column says, for the header's tooltip. */
export function columnAbout({ id }: Column): string {
  const { column, extraColumn } = words().postbacks
  return extraFieldOf(id) === null ? column[id as KnownColumnId].about : extraColumn
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST))
}

type Screen = Settings['screen']

export function widthOf(column: Column, widths: Screen['columnWidths']): number {
  return clampWidth(widths[column.id] ?? column.width)
}

/** The value of `grid-template-columns`: the finding, else the target, else the last column takes what is left. */
export function columnTemplate(columns: readonly Column[], widths: Screen['columnWidths']): string {
  const isThere = (id: ColumnId): boolean => columns.some((column) => column.id === id)
  const filler = (['finding', 'target'] as const).find(isThere) ?? columns.at(-1)?.id
  return columns
    .map((column) => {
      const px = `${String(widthOf(column, widths))}px`
      return column.id === filler ? `minmax(${px}, 1fr)` : px
    })
    .join(' ')
}

export function withColumnWidth(screen: Screen, column: ColumnId, width: number): Screen {
  return { ...screen, columnWidths: { ...screen.columnWidths, [column]: clampWidth(width) } }
}

/** What a press on a header makes of the sort: another column starts in its own direction, the same one turns. */
export function nextSort(sort: Sort, column: Column): Sort {
  if (column.sort === null) return sort
  if (sort.column !== column.sort) return { column: column.sort, direction: column.first }
  return { column: sort.column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
