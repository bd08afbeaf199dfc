import { visibleSegments, visibleText } from '../../core/visible.ts'
import { words } from '../../words/words.ts'
import { placed } from '../lib/placed.ts'

/** Drawn at most where the place sets no narrower bound: more than anybody reads, less than makes a window wait. */
const MOST_DRAWN = 20_000
/** And in no more pieces: an escape is an element of its own, and tens of thousands of those make a window wait. */
const MOST_PIECES = 2000
/** Nothing but what ASCII shows, without a space at an edge: as most texts are, in lists that change with every frame. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/

/** A tooltip or a spoken name is no place for more. */
const MOST_SPOKEN = 500

/**
 * A stranger's text, as text: what cannot be seen stands as a marked escape, and its direction cannot spill over
 * into what is around it. `max` cuts what is drawn, never what is stored.
 */
export function VisibleText({ text, max = MOST_DRAWN }: { text: string; max?: number }) {
  const shown = cutAt(text, max)
  if (shown.length === text.length && PLAIN.test(text)) return <bdi className="wrap-break-word">{text}</bdi>
  const segments = visibleSegments(shown)
  return (
    <bdi className="wrap-break-word">
      {placed(segments.slice(0, MOST_PIECES)).map(({ item, place }) =>
        item.escaped ? (
          <span
            key={place}
            title={words().ui.escaped}
            className="rounded-s bg-warn-soft px-0.5 text-[0.85em] text-warn"
          >
            {item.text}
          </span>
        ) : (
          item.text
        ),
      )}
      {(shown.length < text.length || segments.length > MOST_PIECES) && (
        <span data-cut="" className="text-muted">
          …
        </span>
      )}
    </bdi>
  )
}

/** The same as a plain string, for what takes no elements: tooltips, options and names that are spoken. */
export function spokenText(text: string, max = MOST_SPOKEN): string {
  const shown = cutAt(text, max)
  return shown.length < text.length ? `${visibleText(shown)}…` : visibleText(shown)
}

/** The beginning of a text; no character is cut in two, which would show as an escape that nobody sent. */
function cutAt(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max)
}
