import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'

export interface FigureRow {
  readonly key: number
  /** The first heads the row. */
  readonly cells: readonly string[]
}

/** A chart’s figures. Where the chart stands in sight, the table is there for those who do not see it. */
export function FigureTable({
  caption,
  head,
  rows,
  inSight,
}: {
  caption: string
  head: readonly string[]
  rows: readonly FigureRow[]
  inSight: boolean
}) {
  const table = (
    <table className="w-full border-collapse text-left tabular-nums">
      <caption className={inSight ? 'only-heard' : undefined}>{caption}</caption>
      <thead className="text-s text-muted">
        <tr>
          {head.map((title, at) => (
            <th key={title} scope="col" className={cx('px-2 py-1 font-medium', at > 0 && 'text-right')}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-t border-line/60">
            {row.cells.map((cell, at) =>
              at === 0 ? (
                <th key={head[at] ?? at} scope="row" className="px-2 py-0.5 font-normal">
                  {cell}
                </th>
              ) : (
                <td key={head[at] ?? at} className="px-2 py-0.5 text-right">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!inSight) return <div className="only-heard">{table}</div>
  if (rows.length === 0) return <p className="text-muted">{words().insights.nothingCame}</p>
  return table
}
