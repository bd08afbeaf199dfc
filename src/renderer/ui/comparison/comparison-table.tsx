import type { ReactNode } from 'react'
import type { Change } from '../../../core/compare-named.ts'
import { ChangeMark } from './change-mark.tsx'

/** One row of a comparison: what it is, what became of it, both sides. */
export interface ComparisonRow {
  readonly key: string
  readonly name: ReactNode
  readonly change: Change
  readonly onlyEncoding?: boolean
  readonly left: ReactNode
  readonly right: ReactNode
}

/** Rows beside each other under the names of the two sides. */
export function ComparisonTable({
  label,
  sides,
  rows,
}: {
  label: string
  sides: readonly [string, string]
  rows: readonly ComparisonRow[]
}) {
  return (
    <div className="overflow-auto rounded-m border border-line">
      <table aria-label={label} className="w-full table-fixed border-collapse text-s">
        <thead className="bg-sunken text-left text-muted">
          <tr>
            <th className="w-40 px-2 py-1 font-medium">{label}</th>
            <th className="px-2 py-1 font-medium">{sides[0]}</th>
            <th className="px-2 py-1 font-medium">{sides[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-change={row.change} className="border-t border-line align-top">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                <span className="block break-all">{row.name}</span>
                {row.change !== 'same' && <ChangeMark change={row.change} onlyEncoding={row.onlyEncoding ?? false} />}
              </th>
              <td className="px-2 py-1">{row.left}</td>
              <td className="px-2 py-1">{row.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
