import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import type { FilterProblem } from '../../../../core/filter-query.ts'
import type { FilterSuggestion } from '../../../../core/filter-suggest.ts'
import { cx } from '../../../lib/cx.ts'
import { CONTROL_LOOK } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { FilterProblems } from './filter-problems.tsx'
import { useEndpointNames } from './use-filter.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface FilterBoxHandle {
  focus: () => void
}

/** The filter as text: tokens, suggestions under it, and what could not be understood. */
export function FilterBox({
  text,
  problems,
  onText,
  onLeave,
  handle,
}: {
  text: string
  problems: readonly FilterProblem[]
  onText: (text: string) => void
  /** Down to the list. */
  onLeave: () => void
  handle: Ref<FilterBoxHandle>
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState(text.length)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const suggestions = useSuggestions(text, caret, useEndpointNames(), open)
  const listed = open && suggestions.length > 0
  /** Where the caret belongs once the text that was put in is drawn. */
  const nextCaret = useRef<number | null>(null)

  useImperativeHandle(handle, () => ({
    focus: () => {
      input.current?.focus()
      input.current?.select()
    },
  }))
  useEffect(() => {
    if (nextCaret.current === null) return
    input.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = null
  })

  const accept = ({ insert, span }: FilterSuggestion): void => {
    const rest = text.slice(span.end)
    // A key waits for its value; a finished token for the next one.
    const gap = insert.endsWith(':') || rest.startsWith(' ') ? '' : ' '
    const place = span.start + insert.length + gap.length
    nextCaret.current = place
    onText(text.slice(0, span.start) + insert + gap + rest)
    setCaret(place)
    setChosen(-1)
    setOpen(insert.endsWith(':'))
    input.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const picked = listed ? suggestions[chosen] : undefined
    if (event.key === 'ArrowDown' && !listed && !event.altKey) onLeave()
    else if (event.key === 'ArrowDown' && !listed) setOpen(true)
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % suggestions.length)
    else if (event.key === 'ArrowUp' && listed) setChosen((chosen <= 0 ? suggestions.length : chosen) - 1)
    else if ((event.key === 'Enter' || event.key === 'Tab') && picked) accept(picked)
    else if (event.key === 'Enter') setOpen(false)
    else if (event.key === 'Escape' && listed) setOpen(false)
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }

  return (
    <div className="relative min-w-40 flex-1">
      <div className="relative">
        <Search
          aria-hidden="true"
          size={14}
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-muted"
        />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Filter postbacks"
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={listed && chosen >= 0 ? `${id}-${String(chosen)}` : undefined}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          placeholder="Filter: user:u_1 amount:>=5 verdict:fail since:1h, or any text"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            onText(event.target.value)
            setCaret(event.target.selectionStart ?? event.target.value.length)
            setChosen(-1)
            setOpen(true)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className={cx(CONTROL_LOOK, 'h-control pr-8 pl-8')}
        />
        <span className="absolute top-1/2 right-1 -translate-y-1/2">
          {text === '' ? (
            <span className="mr-1 block">
              <Kbd combo="/" />
            </span>
          ) : (
            <IconButton
              label="Clear the filter"
              size="s"
              icon={<X aria-hidden="true" size={14} />}
              onClick={() => {
                onText('')
                input.current?.focus()
              }}
            />
          )}
        </span>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Suggestions"
        hidden={!listed}
        className="absolute top-[calc(var(--control-m)+4px)] left-0 z-40 max-h-80 w-[min(520px,100%)] overflow-auto rounded-l bg-raised p-1 shadow-float"
      >
        {suggestions.map((suggestion, index) => (
          <div
            key={suggestion.insert}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={(event) => {
              // The input keeps the focus.
              event.preventDefault()
              accept(suggestion)
            }}
            className={cx(
              'flex h-control items-center gap-3 rounded-m px-2',
              index === chosen ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <span className="max-w-[75%] shrink-0 truncate font-mono text-s">
              <VisibleText text={suggestion.insert} max={200} />
            </span>
            <span className="min-w-0 truncate text-s text-muted">
              <VisibleText text={suggestion.label} max={200} />
            </span>
          </div>
        ))}
      </div>
      {/* Not while the token is still being typed: half a word is no mistake. */}
      {problems.length > 0 && !listed && (
        <div id={`${id}-problems`}>
          <FilterProblems text={text} problems={problems} />
        </div>
      )}
    </div>
  )
}
