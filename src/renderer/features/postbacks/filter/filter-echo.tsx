import { X } from 'lucide-react'
import { useRef } from 'react'
import { type FilterPart, type FilterWord, partText } from '../../../../core/filter-words.ts'
import { formatCount } from '../../../lib/format.ts'
import { placed } from '../../../lib/placed.ts'
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
  const place = useRef<HTMLDivElement>(null)
  /** The button that was pressed is gone then. */
  const keepFocus = (): void => place.current?.focus()
  return (
    <div
      ref={place}
      role="group"
      aria-label="What is shown"
      tabIndex={-1}
      className="max-h-20 min-w-72 flex-1 overflow-auto text-s text-muted"
    >
      Showing {!parts.some(isTyped) && 'all '}
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
            <Words words={part.words} />
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
            Show them
          </button>
        </>
      )}
      . <ShownCount list={list} stored={stored} />
    </div>
  )
}

function ClearablePart({ part, onClear }: { part: FilterPart; onClear: () => void }) {
  return (
    <span className="rounded-s bg-hover box-decoration-clone py-px pl-1 text-ink">
      <Words words={part.words} />
      <button
        type="button"
        aria-label={`Take away: ${spokenText(partText(part), 120)}`}
        title="Take this away"
        onClick={onClear}
        className="ml-0.5 inline-flex size-[1.1rem] items-center justify-center rounded-s align-text-bottom text-muted hover:bg-line hover:text-ink"
      >
        <X aria-hidden="true" size={11} />
      </button>
    </span>
  )
}

function Words({ words }: { words: readonly FilterWord[] }) {
  return placed(words).map(({ item: word, place }) =>
    typeof word === 'string' ? (
      word
    ) : (
      <span key={place}>
        “<VisibleText text={word.value} max={LONGEST_VALUE} />”
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
      {formatCount(rowCount)}
      {isFitting && ` of ${formatCount(stored)}`}
      {searching ? ' so far, searching…' : '.'}
    </span>
  )
}
