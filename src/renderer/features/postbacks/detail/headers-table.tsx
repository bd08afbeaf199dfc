import { words } from '../../../../words/words.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { DataTable } from './data-table.tsx'

/** Header names and values in wire order and in their own case. */
export function HeadersTable({ label, headers }: { label: string; headers: readonly (readonly [string, string])[] }) {
  const w = words().detail.query
  return (
    <DataTable
      label={label}
      head={[w.name, w.value]}
      valueAt={1}
      rows={headers.map(([name, value], index) => ({
        key: String(index),
        cells: [
          <span key="name" className="block w-max max-w-48 text-s wrap-anywhere text-muted">
            <VisibleText text={name} max={80} />
          </span>,
          <span key="value" className="font-mono text-s break-all">
            <VisibleText text={value} max={2000} />
          </span>,
        ],
      }))}
    />
  )
}
