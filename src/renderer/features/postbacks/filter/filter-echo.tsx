import { X } from 'lucide-react'
import { useRef } from 'react'
import { type FilterPart, type FilterWord, partText } from '../../../../core/filter-words.ts'
import { words } from '../../../../words/words.ts'
import { placed } from '../../../lib/placed.ts'
import { Pieces } from '../../../ui/pieces.tsx'
import { spokenText, VisibleText } from '../../../ui/visible-text.tsx'
import type { HistoryList } from '../list/history-list.ts'
import { useCalmSnapshot } from '../list/use-history-list.ts'

/** A value that is longer is cut here; the filter box has all of it. */
const LONGEST_VALUE = 80

/** What is shown and what is hidden, in one sentence, each part of which can be taken away. */
export function FilterEcho({
  parts,
  isTyped,
  onClear,
  hidden,
  onShowHidden,
  list,
  stored,
}: {
  parts: readonly FilterPart[]
  /** Whether something in the filter box asks for the part. */
  isTyped: (part: FilterPart) => boolean
  onClear: (part: FilterPart) => void
  /** What stays out because of its kind, without its full stop; null where nothing does. */
  hidden: string | null
  onShowHidden: () => void
  list: HistoryList
  /** How many requests are stored in all; null while it is not known. */
  stored: number | null
}) {
  const w = words().filter
  const place = useRef<HTMLDivElement>(null)
  /** The button that was pressed is gone then. */
  const keepFocus = (): void => place.current?.focus()
  return (
    <div
      ref={place}
      role="group"
      aria-label={w.whatIsShown}
      tabIndex={-1}
      className="max-h-20 min-w-72 flex-1 overflow-auto text-s text-muted"
    >
      {w.showing(!parts.some(isTyped))}
      {placed(parts).map(({ item: part, place }) => (
        <span key={place}>
          {place > 0 && ' '}
          {isTyped(part) ? (
            <ClearablePart
              part={part}
              onClear={() => {
                onClear(part)
                keepFocus()
              }}
            />
          ) : (
            <Phrase phrase={part.words} />
          )}
        </span>
      ))}
      {hidden !== null && (
        <>
          ; {hidden}{' '}
          <button
            type="button"
            onClick={() => {
              onShowHidden()
              keepFocus()
            }}
            className="rounded-s text-accent underline underline-offset-2 hover:no-underline"
          >
            {w.showHidden}
          </button>
        </>
      )}
      . <ShownCount list={list} stored={stored} />
    </div>
  )
}

function ClearablePart({ part, onClear }: { part: FilterPart; onClear: () => void }) {
  const w = words().filter
  return (
    <span className="rounded-s bg-hover box-decoration-clone py-px pl-1 text-ink">
      <Phrase phrase={part.words} />
      <button
        type="button"
        aria-label={w.takeAway(spokenText(partText(part), 120))}
        title={w.takeThisAway}
        onClick={onClear}
        className="ml-0.5 inline-flex size-[1.1rem] items-center justify-center rounded-s align-text-bottom text-muted hover:bg-line hover:text-ink"
      >
        <X aria-hidden="true" size={11} />
      </button>
    </span>
  )
}

function Phrase({ phrase }: { phrase: readonly FilterWord[] }) {
  const { quoted } = words().filter.echo
  return placed(phrase).map(({ item: word, place }) =>
    typeof word === 'string' ? (
      word
    ) : (
      <span key={place}>
        <Pieces of={quoted(<VisibleText text={word.value} max={LONGEST_VALUE} />)} />
      </span>
    ),
  )
}

/** The only part that is drawn anew while requests arrive. */
function ShownCount({ list, stored }: { list: HistoryList; stored: number | null }) {
  const { state, rowCount, searching } = useCalmSnapshot(list)
  if (state !== 'ready') return null
  // What came in the last moment may be in one number and not yet in the other.
  const isFitting = stored !== null && stored >= rowCount
  return (
    <span className="whitespace-nowrap tabular-nums">
      {words().filter.shown(rowCount, isFitting ? stored : null, searching)}
    </span>
  )
}
