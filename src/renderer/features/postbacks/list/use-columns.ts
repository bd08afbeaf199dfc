import { useMemo, useState } from 'react'
import { useSettings } from '../../../lib/settings.ts'
import { type Column, columnTemplate, visibleColumns, widthOf, withColumnShown, withColumnWidth } from './columns.ts'

export interface ColumnSetup {
  readonly columns: readonly Column[]
  /** For `grid-template-columns`. */
  readonly template: string
  /** The least width in px at which nothing is cut. */
  readonly width: number
  readonly widthOf: (column: Column) => number
  readonly resizing: (column: Column, width: number) => void
  readonly resized: (column: Column, width: number) => void
  readonly isShown: (column: Column) => boolean
  readonly show: (column: Column, shown: boolean) => void
  /** All shown, in their own widths. */
  readonly reset: () => void
}

/** The list's columns as the user set them, remembered with the settings. */
export function useColumns(): ColumnSetup {
  const [settings, change] = useSettings()
  const { columnWidths, hiddenColumns } = settings.screen
  const [dragged, setDragged] = useState<Record<string, number>>({})
  const columns = useMemo(() => visibleColumns(hiddenColumns), [hiddenColumns])
  const widths = { ...columnWidths, ...dragged }
  return {
    columns,
    template: columnTemplate(columns, widths),
    width: columns.reduce((sum, column) => sum + widthOf(column, widths), 0),
    widthOf: (column) => widthOf(column, widths),
    resizing: (column, width) => setDragged({ [column.id]: width }),
    resized: (column, width) => {
      void change((all) => ({ ...all, screen: withColumnWidth(all.screen, column.id, width) }))
      setDragged({})
    },
    isShown: (column) => columns.includes(column),
    show: (column, shown) => void change((all) => ({ ...all, screen: withColumnShown(all.screen, column.id, shown) })),
    reset: () => void change((all) => ({ ...all, screen: { ...all.screen, columnWidths: {}, hiddenColumns: [] } })),
  }
}
