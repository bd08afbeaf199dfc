import type { Sort } from '../../../../core/filter.ts'
import type { Settings } from '../../../../core/settings.ts'

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
  readonly title: string
  /** What the column says, for the header's tooltip. */
  readonly about: string
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
    title: 'Verdict',
    about: 'Whether it is right; what is no postback says what it is. Your pin and note stand here too',
    // Room for the longest word with a pin and a note.
    width: 124,
    align: 'start',
    sort: 'verdict',
    first: 'descending',
  },
  {
    id: 'received',
    title: 'Time',
    about: 'When it arrived, in local time',
    width: 132,
    align: 'start',
    sort: 'received',
    first: 'descending',
  },
  {
    id: 'userId',
    title: 'User id',
    about: 'The user id, decoded',
    width: 200,
    align: 'start',
    sort: 'userId',
    first: 'ascending',
  },
  {
    id: 'amount',
    title: 'Amount',
    about: 'The reward amount as it arrived; sorted by its exact value',
    width: 110,
    align: 'end',
    sort: 'amount',
    first: 'descending',
  },
  {
    id: 'finding',
    title: 'Finding',
    about: 'The finding that weighs most',
    width: 190,
    align: 'start',
    sort: null,
    first: 'ascending',
  },
  {
    id: 'endpoint',
    title: 'Endpoint',
    about: 'The endpoint that read it',
    width: 120,
    align: 'start',
    sort: 'endpoint',
    first: 'ascending',
  },
  {
    id: 'status',
    title: 'Reply',
    about: 'The status that was answered',
    width: 72,
    align: 'end',
    sort: 'status',
    first: 'descending',
  },
  {
    id: 'size',
    title: 'Body',
    about: 'Bytes of the body; a GET has none',
    width: 76,
    align: 'end',
    sort: 'size',
    first: 'descending',
  },
  {
    id: 'duration',
    title: 'Duration',
    about: 'From arrival to reply',
    width: 88,
    align: 'end',
    sort: 'duration',
    first: 'descending',
  },
  {
    id: 'id',
    title: 'Number',
    about: 'Its number, in order of arrival',
    width: 84,
    align: 'end',
    // The time sorts in the same order.
    sort: null,
    first: 'descending',
    optional: true,
  },
  {
    id: 'method',
    title: 'Method',
    about: 'The HTTP method',
    width: 80,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
  {
    id: 'target',
    title: 'Target',
    about: 'Path and query as they stood on the wire',
    width: 260,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
  {
    id: 'origin',
    title: 'From',
    about: 'The address that sent it; through a tunnel that is this computer’s',
    width: 120,
    align: 'start',
    sort: null,
    first: 'ascending',
    optional: true,
  },
  {
    id: 'marks',
    title: 'Marks',
    about: 'What you marked it with: colour, pin and note',
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
    title: field,
    about: 'What arrived for this extra field',
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
