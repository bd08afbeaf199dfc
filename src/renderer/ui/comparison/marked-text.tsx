import { type DifferencePart, markDifference } from '../../../core/difference.ts'
import { words } from '../../../words/words.ts'
import { placed } from '../../lib/placed.ts'
import { VisibleText } from '../visible-text.tsx'

const MOST_CHARACTERS = 4000

/** One side of a pair, with what the other side has otherwise marked. */
export function MarkedText({
  text,
  other,
  side,
}: {
  text: string | null
  other: string | null
  side: 'left' | 'right'
}) {
  const w = words().ui.comparison
  if (text === null) return <span className="text-faint">{w.notThere}</span>
  if (text === '') return <span className="text-faint">{w.empty}</span>
  const parts: readonly DifferencePart[] =
    other === null || other === text
      ? [{ text, differs: false }]
      : side === 'left'
        ? markDifference(text, other).left
        : markDifference(other, text).right
  return (
    <span className="font-mono break-all whitespace-pre-wrap">
      {placed(parts).map(({ item, place }) =>
        item.differs ? (
          <mark
            key={place}
            className={
              side === 'left'
                ? 'rounded-s bg-fail-soft text-fail underline decoration-dotted'
                : 'rounded-s bg-pass-soft text-pass underline'
            }
          >
            <VisibleText text={item.text} max={MOST_CHARACTERS} />
          </mark>
        ) : (
          <VisibleText key={place} text={item.text} max={MOST_CHARACTERS} />
        ),
      )}
    </span>
  )
}
