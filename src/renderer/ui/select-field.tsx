import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../lib/cx.ts'
import { CONTROL_LOOK, Field } from './field.tsx'
import { spokenText } from './visible-text.tsx'

export interface Option<V extends string> {
  readonly value: V
  readonly label: string
}

/** The system's own select: it needs no style of its own and every keyboard knows it. */
export function SelectField<V extends string>({
  label,
  value,
  options,
  onChange,
  error,
  hint,
  hideLabel = false,
  size = 'm',
  className,
}: {
  label: string
  value: V
  options: readonly Option<V>[]
  onChange: (value: V) => void
  error?: string | null | undefined
  hint?: ReactNode
  hideLabel?: boolean
  size?: 's' | 'm'
  className?: string
}) {
  return (
    <Field label={label} hideLabel={hideLabel} error={error} hint={hint} className={className}>
      {(ids) => (
        <span className="relative flex min-w-0">
          <select
            {...ids}
            value={value}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value)
              if (chosen) onChange(chosen.value)
            }}
            className={cx(
              CONTROL_LOOK,
              'appearance-none truncate pr-7',
              size === 's' ? 'h-control-s text-s' : 'h-control',
            )}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} className="bg-raised text-ink">
                {spokenText(option.label, 200)}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            size={14}
            className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-muted"
          />
        </span>
      )}
    </Field>
  )
}
