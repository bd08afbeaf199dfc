import type { Span } from '../../../core/postback.ts'
import { VisibleText } from '../../ui/visible-text.tsx'
import { markSpans } from './mark-spans.ts'

/** The pasted text with the places at fault underlined. */
export function MarkedUrl({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <p className="rounded-m border border-line bg-panel px-2 py-1 font-mono text-s break-all">
      {markSpans(text, spans).map((part) =>
        part.marked ? (
          <mark key={part.start} className="rounded-s bg-fail-soft text-fail underline decoration-wavy">
            <VisibleText text={part.text} />
          </mark>
        ) : (
          <VisibleText key={part.start} text={part.text} />
        ),
      )}
    </p>
  )
}
