import { useMemo, useState } from 'react'
import { useOverview } from '../../../lib/inspector.tsx'
import { useSettings } from '../../../lib/settings.ts'
import {
  allColumns,
  isShown,
  orderedColumns,
  visibleColumns,
  withColumnMoved,
  withColumnShown,
} from './column-choice.ts'
import { type Column, columnTemplate, widthOf, withColumnWidth } from './columns.ts'

export interface ColumnSetup {
  /** Those that are shown. */
  readonly columns: readonly Column[]
  /** All of them, in the same order. */
  readonly all: readonly Column[]
  /** For `grid-template-columns`. */
  readonly template: string
  /** The least width in px at which nothing is cut. */
  readonly width: number
  readonly widthOf: (column: Column) => number
  readonly resizing: (column: Column, width: number) => void
  readonly resized: (column: Column, width: number) => void
  readonly isShown: (column: Column) => boolean
  readonly show: (column: Column, shown: boolean) => void
  /** To a place among all, from 0. */
  readonly move: (column: Column, to: number) => void
  /** Those that are shown by default, in their own order and widths. */
  readonly reset: () => void
}

/** Every column there can be; the same object until an endpoint’s extra fields change. */
export function useAllColumns(): readonly Column[] {
  const { endpoints } = useOverview()
  const fields = JSON.stringify(endpoints.flatMap(({ extraFields }) => extraFields.map(({ field }) => field)))
  // Written just above, and read back only when it changed.
  return useMemo(() => allColumns(JSON.parse(fields) as string[]), [fields])
}

/** The list's columns as the user set them, remembered with the settings. */
export function useColumns(): ColumnSetup {
  const [settings, change] = useSettings()
  const { columnWidths, hiddenColumns, columnOrder } = settings.screen
  const [dragged, setDragged] = useState<Record<string, number>>({})
  const known = useAllColumns()
  const choice = useMemo(() => ({ hiddenColumns, columnOrder }), [hiddenColumns, columnOrder])
  const columns = useMemo(() => visibleColumns(known, choice), [known, choice])
  const all = useMemo(() => orderedColumns(known, choice), [known, choice])
  const widths = { ...columnWidths, ...dragged }
  const changeScreen = (make: (screen: typeof settings.screen) => Partial<typeof settings.screen>): void =>
    void change((all) => ({ ...all, screen: { ...all.screen, ...make(all.screen) } }))
  return {
    columns,
    all,
    template: columnTemplate(columns, widths),
    width: columns.reduce((sum, column) => sum + widthOf(column, widths), 0),
    widthOf: (column) => widthOf(column, widths),
    resizing: (column, width) => setDragged({ [column.id]: width }),
    resized: (column, width) => {
      changeScreen((screen) => withColumnWidth(screen, column.id, width))
      setDragged({})
    },
    isShown: (column) => isShown(column, choice),
    show: (column, shown) => changeScreen((screen) => withColumnShown(known, screen, column, shown)),
    move: (column, to) => changeScreen((screen) => withColumnMoved(known, screen, column, to)),
    reset: () => changeScreen(() => ({ columnWidths: {}, hiddenColumns: [], columnOrder: [] })),
  }
}
