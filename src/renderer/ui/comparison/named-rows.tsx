import type { NamedRow, NamedSide } from '../../../core/compare-named.ts'
import { words } from '../../../words/words.ts'
import { Pieces } from '../pieces.tsx'
import { VisibleText } from '../visible-text.tsx'
import type { ComparisonRow } from './comparison-table.tsx'
import { MarkedText } from './marked-text.tsx'

/** Parameters or headers as rows of a comparison. Where they differ, the decoded value stands under the raw one. */
export function namedRows(rows: readonly NamedRow[]): readonly ComparisonRow[] {
  return rows.map((row, index) => ({
    key: String(index),
    name: <VisibleText text={row.left?.name ?? row.right?.name ?? ''} max={80} />,
    change: row.change,
    onlyEncoding: row.onlyEncoding,
    left: <SideValue row={row} side="left" />,
    right: <SideValue row={row} side="right" />,
  }))
}

function SideValue({ row, side }: { row: NamedRow; side: 'left' | 'right' }) {
  const w = words().ui.comparison
  const one = row[side]
  const other = row[side === 'left' ? 'right' : 'left']
  if (one === null) return <span className="text-faint">{w.notThere}</span>
  const renamed = other !== null && other.name !== one.name
  const decoded = decodedValue(one)
  return (
    <>
      {renamed && (
        <span className="block text-muted">
          <MarkedText text={one.name} other={other.name} side={side} />
        </span>
      )}
      {one.value === null ? (
        <span className="text-faint">{w.withoutValue}</span>
      ) : (
        <MarkedText text={one.value} other={other === null ? one.value : other.value} side={side} />
      )}
      {row.change !== 'same' && decoded !== null && decoded !== one.value && (
        <span className="block text-muted">
          <Pieces of={w.decodedAs(<VisibleText text={decoded} max={2000} />)} />
        </span>
      )}
      {row.change === 'moved' && <span className="block text-muted">{w.place(one.place)}</span>}
    </>
  )
}

/** The decoded value without its name. */
function decodedValue({ decoded, value }: NamedSide): string | null {
  return decoded === null || value === null ? null : decoded.slice(decoded.indexOf('=') + 1)
}
