import type { ComparedBody } from '../../../core/compare-body.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { placed } from '../../lib/placed.ts'
import { MarkedText } from './marked-text.tsx'

const SIGNS = { same: ' ', changed: '≠', added: '+', removed: '−' } as const

/** Two bodies beside each other, by lines or by sixteen bytes. */
export function BodyComparison({ label, body }: { label: string; body: ComparedBody }) {
  const w = words().ui.comparison
  if (body.form === 'same') return <p className="text-muted">{w.sameBodies}</p>
  return (
    <div className="max-h-72 overflow-auto rounded-m border border-line">
      <table aria-label={label} className="w-full table-fixed border-collapse text-s">
        <tbody>
          {placed(body.rows).map(({ item, place }) => (
            <tr
              key={place}
              data-change={item.change}
              className={cx('align-top', item.change !== 'same' && 'bg-sunken')}
            >
              <td className="w-6 px-1 text-center font-mono text-muted">{SIGNS[item.change]}</td>
              <td className="px-1.5 py-0.5">
                {item.left !== null && <MarkedText text={item.left} other={item.right} side="left" />}
              </td>
              <td className="border-l border-line px-1.5 py-0.5">
                {item.right !== null && <MarkedText text={item.right} other={item.left} side="right" />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {body.cut && <p className="px-2 py-1 text-s text-muted">{w.moreThanShown}</p>}
    </div>
  )
}
