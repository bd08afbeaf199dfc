import { History } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import type { FilterOption } from './filter-options.ts'

/** What the filter box offers, under it. The focus stays in the box. */
export function OptionList({
  id,
  options,
  chosen,
  listed,
  onPick,
}: {
  id: string
  options: readonly FilterOption[]
  /** -1 for none. */
  chosen: number
  listed: boolean
  onPick: (option: FilterOption) => void
}) {
  const w = words().filter
  const current = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen >= 0) current.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const groups = [
    { name: w.recent, isRecent: true },
    { name: w.suggested, isRecent: false },
  ].filter(({ isRecent }) => options.some((option) => option.isRecent === isRecent))
  return (
    <div
      id={id}
      role="listbox"
      aria-label={w.suggested}
      hidden={!listed}
      className="absolute top-[calc(var(--control-m)+4px)] left-0 z-40 max-h-80 w-[min(560px,100%)] overflow-auto rounded-l bg-raised p-1 shadow-float"
    >
      {groups.map(({ name, isRecent }) => (
        <div key={name} role="group" aria-label={name}>
          {groups.length > 1 && (
            <div aria-hidden="true" className="px-2 pt-1.5 pb-0.5 text-s text-muted">
              {name}
            </div>
          )}
          {options.map((option, index) => {
            if (option.isRecent !== isRecent) return null
            return (
              <div
                key={`${isRecent ? 'recent ' : ''}${option.insert}`}
                ref={index === chosen ? current : undefined}
                id={`${id}-${String(index)}`}
                role="option"
                aria-selected={index === chosen}
                onPointerDown={(event) => {
                  // The input keeps the focus.
                  event.preventDefault()
                  onPick(option)
                }}
                className={cx(
                  'flex h-control items-center gap-3 rounded-m px-2',
                  index === chosen ? 'bg-selected' : 'hover:bg-hover',
                )}
              >
                {isRecent && <History aria-hidden="true" size={13} className="shrink-0 text-muted" />}
                <span className={cx('shrink-0 truncate font-mono text-s', isRecent ? 'max-w-[90%]' : 'max-w-[75%]')}>
                  <VisibleText text={option.insert} max={200} />
                </span>
                <span className="min-w-0 truncate text-s text-muted">
                  <VisibleText text={option.label} max={200} />
                </span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
