import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import type { FilterProblem } from '../../../../core/filter-query.ts'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { CONTROL_LOOK } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { ActionKeys } from '../../../ui/kbd.tsx'
import { changesText, type FilterOption, recentOptions, withOption } from './filter-options.ts'
import { FilterProblems } from './filter-problems.tsx'
import { OptionList } from './option-list.tsx'
import { useEndpointNames } from './use-filter.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface FilterBoxHandle {
  focus: () => void
}

/** The filter as text: tokens, suggestions under it, and what could not be understood. */
export function FilterBox({
  text,
  problems,
  recent,
  onText,
  onUsed,
  onLeave,
  handle,
}: {
  text: string
  problems: readonly FilterProblem[]
  /** Filters that were used before, the last one first. */
  recent: readonly string[]
  onText: (text: string) => void
  /** The filter is meant: it was confirmed, or the box left. */
  onUsed: (text: string) => void
  /** Down to the list. */
  onLeave: () => void
  handle: Ref<FilterBoxHandle>
}) {
  const w = words().filter
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState(text.length)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const suggestions = useSuggestions(text, caret, useEndpointNames(), open)
  const options: readonly FilterOption[] = [
    ...recentOptions(text, recent),
    ...suggestions.map((suggestion) => ({ ...suggestion, isRecent: false })),
  ]
  const listed = open && options.length > 0
  /** Where the caret belongs once the text that was put in is drawn. */
  const nextCaret = useRef<number | null>(null)

  useImperativeHandle(handle, () => ({
    focus: () => {
      input.current?.focus()
      input.current?.select()
      // An empty box shows what can be asked for.
      setOpen(text === '')
    },
  }))
  useEffect(() => {
    if (nextCaret.current === null) return
    input.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = null
  })

  const used = (): void => {
    if (problems.length === 0) onUsed(text)
  }
  const close = (): void => {
    setOpen(false)
    setChosen(-1)
  }
  const pick = (option: FilterOption): void => {
    const next = withOption(text, option)
    nextCaret.current = next.caret
    onText(next.text)
    setCaret(next.caret)
    setChosen(-1)
    setOpen(option.unfinished)
    input.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const picked = listed ? options[chosen] : undefined
    if (event.key === 'ArrowDown' && !listed && !event.altKey) onLeave()
    else if (event.key === 'ArrowDown' && !listed) setOpen(true)
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % options.length)
    else if (event.key === 'ArrowUp' && listed) setChosen((chosen <= 0 ? options.length : chosen) - 1)
    else if (event.key === 'Enter' && picked) pick(picked)
    else if (event.key === 'Enter') {
      close()
      used()
    } else if (event.key === 'Tab' && !event.shiftKey) {
      // What was begun is completed; where there is nothing to complete the key goes on to the next control.
      const completed = picked ?? (listed && caret > 0 ? options[0] : undefined)
      const isBegun = completed !== undefined && (picked !== undefined || completed.span.end > completed.span.start)
      if (!isBegun || !changesText(text, completed)) return
      pick(completed)
    } else if (event.key === 'Escape' && listed) close()
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
          aria-label={w.box}
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={listed && chosen >= 0 ? `${id}-list-${String(chosen)}` : undefined}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          placeholder={w.placeholder}
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
          onBlur={() => {
            close()
            used()
          }}
          onKeyDown={onKeyDown}
          className={cx(CONTROL_LOOK, 'h-control pr-8 pl-8')}
        />
        <span className="absolute top-1/2 right-1 -translate-y-1/2">
          {text === '' ? (
            <span className="mr-1 block">
              <ActionKeys action="filter.focus" />
            </span>
          ) : (
            <IconButton
              label={w.clear}
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
      <OptionList id={`${id}-list`} options={options} chosen={chosen} listed={listed} onPick={pick} />
      {/* Not while the token is still being typed: half a word is no mistake. */}
      {problems.length > 0 && !listed && (
        <div id={`${id}-problems`}>
          <FilterProblems text={text} problems={problems} />
        </div>
      )}
    </div>
  )
}
