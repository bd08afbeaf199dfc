import { Pin, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MarkColour, MarkSummary } from '../../../../core/mark.ts'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { COLOUR_LOOKS } from '../../../lib/mark-colours.ts'

/** A pin and a note, beside the verdict: the column that is always there. */
export function MarkIcons({ mark }: { mark: MarkSummary }) {
  const w = words().postbacks.row
  if (!mark.pinned && !mark.hasNote) return null
  return (
    <span className="ml-1 inline-flex items-center align-[-1px] text-muted">
      {mark.pinned && <MarkIcon Icon={Pin} word={w.pinned} />}
      {mark.hasNote && <MarkIcon Icon={StickyNote} word={w.hasNote} />}
    </span>
  )
}

function MarkIcon({ Icon, word }: { Icon: typeof Pin; word: string }) {
  return (
    <span title={word}>
      <Icon aria-hidden="true" size={12} />
      <span className="only-heard">, {word}</span>
    </span>
  )
}

/** All that is marked, in words: a column of its own. */
export function MarkWords({ mark, nothing }: { mark: MarkSummary; nothing: ReactNode }) {
  const { colour, pinned, hasNote } = mark
  const w = words().postbacks.row
  const others = [...(pinned ? [w.pinned] : []), ...(hasNote ? [w.note] : [])].join(', ')
  if (colour === null && others === '') return nothing
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      {colour !== null && (
        <>
          <span aria-hidden="true" className={cx('size-2.5 shrink-0 rounded-full', COLOUR_LOOKS[colour])} />
          {words().status.colours[colour]}
        </>
      )}
      {others !== '' && <span className="truncate text-muted">{others}</span>}
    </span>
  )
}

/** At the row's start; the row says it in words to those who do not see it. */
export function ColourBar({ colour }: { colour: MarkColour }) {
  return (
    <span
      aria-hidden="true"
      title={words().postbacks.row.marked(words().status.colours[colour])}
      className={cx('absolute inset-y-0 left-[2px] w-[4px] rounded-s', COLOUR_LOOKS[colour])}
    />
  )
}
