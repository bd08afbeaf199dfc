import { type ReactNode, useId } from 'react'
import { cx } from '../lib/cx.ts'

export interface SegmentedOption<V extends string> {
  readonly value: V
  readonly label: ReactNode
}

/** One choice out of few, all of them in sight: a group of radio buttons. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  size = 'm',
}: {
  label: string
  value: V
  options: readonly SegmentedOption<V>[]
  onChange: (value: V) => void
  size?: 's' | 'm'
}) {
  const name = useId()
  return (
    <fieldset aria-label={label} className="inline-flex w-fit rounded-m border border-line bg-sunken p-0.5">
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            // Positioned: its hidden control would else lie beside the page and, focused, scroll all of it.
            'relative flex items-center rounded-s px-2.5 text-muted select-none hover:text-ink',
            'has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line)]',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
            size === 's' ? 'h-[1.538rem] text-s' : 'h-[1.846rem] text-m',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="only-heard"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
