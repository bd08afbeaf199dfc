import { visibleSegments } from '../../core/visible.ts'
import { placed } from '../lib/placed.ts'

/**
 * A stranger's text, as text: what cannot be seen stands as a marked escape, and its direction cannot spill over
 * into what is around it. `max` cuts what is drawn, never what is stored.
 */
export function VisibleText({ text, max }: { text: string; max?: number }) {
  const cut = max !== undefined && text.length > max
  const segments = visibleSegments(cut ? text.slice(0, max) : text)
  return (
    <bdi>
      {placed(segments).map(({ item, place }) =>
        item.escaped ? (
          <span
            key={place}
            title="Cannot be seen as it is; shown as an escape"
            className="rounded-s bg-warn-soft px-0.5 text-[0.85em] text-warn"
          >
            {item.text}
          </span>
        ) : (
          item.text
        ),
      )}
      {cut && <span className="text-muted">…</span>}
    </bdi>
  )
}
