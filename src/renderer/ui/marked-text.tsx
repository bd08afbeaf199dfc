import { markedSegments } from '../../core/marked-text.ts'
import type { Span } from '../../core/postback.ts'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'
import { placed } from '../lib/placed.ts'

const LOOKS = {
  wanted: 'bg-pass-soft text-pass decoration-pass',
  wrong: 'bg-fail-soft text-fail decoration-fail',
}

/**
 * A stranger's text with some of its characters marked: underlined and coloured. A place where another text has more is
 * a narrow box between two characters. What cannot be seen stands as an escape.
 */
export function MarkedText({ text, marks, tone }: { text: string; marks: readonly Span[]; tone: keyof typeof LOOKS }) {
  return (
    <bdi className="font-mono break-all whitespace-pre-wrap">
      {placed(markedSegments(text, marks)).map(({ item, place }) => {
        if (item.gap) {
          return (
            <mark
              key={place}
              title={words().ui.otherHasMore}
              className={cx(
                'mx-px inline-block h-[1.1em] w-[0.55em] border-b-2 border-current align-text-bottom',
                LOOKS[tone],
              )}
            />
          )
        }
        const className = cx(
          item.marked && cx('rounded-s font-semibold underline decoration-2 underline-offset-2', LOOKS[tone]),
          item.escaped && !item.marked && 'rounded-s bg-warn-soft text-warn',
          item.escaped && 'px-0.5 text-[0.85em]',
        )
        const title = item.escaped ? words().ui.escaped : undefined
        if (item.marked) {
          return (
            <mark key={place} title={title} className={className}>
              {item.text}
            </mark>
          )
        }
        return (
          <span key={place} title={title} className={className || undefined}>
            {item.text}
          </span>
        )
      })}
    </bdi>
  )
}
