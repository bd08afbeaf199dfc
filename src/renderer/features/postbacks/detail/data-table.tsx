import type { ReactNode } from 'react'
import { cx } from '../../../lib/cx.ts'

export interface DataRow {
  readonly key: string
  readonly cells: readonly ReactNode[]
}

/** A small table of what was received. */
export function DataTable({
  label,
  head,
  valueAt,
  rows,
}: {
  label: string
  head: readonly string[]
  /** The column of the values. */
  valueAt: number
  rows: readonly DataRow[]
}) {
  return (
    <table aria-label={label} className="w-full border-collapse text-left align-top">
      <thead>
        <tr className="text-s text-faint">
          {head.map((title, index) => (
            // What is no value takes what it needs, the value what is left.
            <th key={title} scope="col" className={cx('py-0.5 pr-3 font-normal', index !== valueAt && 'w-px')}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-t border-line/60 align-top">
            {row.cells.map((cell, index) => (
              <td key={head[index] ?? index} className="py-1 pr-3">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
