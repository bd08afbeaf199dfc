import { Pin, StickyNote } from 'lucide-react'
import type { MarkColour, MarkSummary } from '../../../../core/mark.ts'
import { cx } from '../../../lib/cx.ts'
import { COLOUR_LOOKS, COLOUR_WORDS } from '../../../lib/mark-colours.ts'

/** A pin and a note, beside the verdict: the column that is always there. */
export function MarkIcons({ mark }: { mark: MarkSummary }) {
  if (!mark.pinned && !mark.hasNote) return null
  return (
    <span className="ml-1 inline-flex items-center align-[-1px] text-muted">
      {mark.pinned && <MarkIcon Icon={Pin} word="pinned" />}
      {mark.hasNote && <MarkIcon Icon={StickyNote} word="has a note" />}
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

/** At the row's start, and its name for who cannot see it. */
export function ColourBar({ colour }: { colour: MarkColour }) {
  return (
    <span
      role="gridcell"
      title={`Marked ${COLOUR_WORDS[colour]}`}
      className={cx('absolute inset-y-0 left-[2px] w-[4px] rounded-s', COLOUR_LOOKS[colour])}
    >
      <span className="only-heard">Marked {COLOUR_WORDS[colour]}</span>
    </span>
  )
}
