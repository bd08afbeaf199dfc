import { words } from '../../../../words/words.ts'
import { Badge } from '../../../ui/badge.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { DataTable } from './data-table.tsx'
import type { QueryRow } from './query-rows.ts'

const MOST_CHARACTERS = 2000

/** Every parameter in wire order, decoded, and raw where that differs. */
export function QueryTable({ rows }: { rows: readonly QueryRow[] }) {
  const w = words().detail.query
  return (
    <DataTable
      label={w.label}
      head={['#', w.name, w.value, w.readAs]}
      valueAt={2}
      rows={rows.map((row) => ({
        key: String(row.order),
        cells: [
          <span key="order" className="text-faint tabular-nums">
            {row.order}
          </span>,
          <span key="name" className="block w-max max-w-44">
            <Both raw={row.rawName} text={row.name} />
          </span>,
          row.value === null ? (
            <span key="value" className="text-muted italic">
              {w.noEquals}
            </span>
          ) : (
            <Both key="value" raw={row.rawValue ?? ''} text={row.value} />
          ),
          <span key="field" className="flex flex-wrap gap-1">
            {row.field !== null && <Badge tone="accent">{row.field}</Badge>}
            {row.repeat && <Badge tone="warn">{w.nthOf(row.repeat.nth, row.repeat.of)}</Badge>}
          </span>,
        ],
      }))}
    />
  )
}

function Both({ raw, text }: { raw: string; text: string }) {
  return (
    <span className="font-mono text-s break-all">
      {text === '' ? (
        <span className="font-sans text-muted italic">{words().detail.query.empty}</span>
      ) : (
        <VisibleText text={text} max={MOST_CHARACTERS} />
      )}
      {raw !== text && (
        <span className="block text-faint">
          <VisibleText text={raw} max={MOST_CHARACTERS} />
        </span>
      )}
    </span>
  )
}
