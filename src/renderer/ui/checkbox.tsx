import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'

export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  disabled = false,
}: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: ReactNode
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-2">
      <span className="relative mt-[3px] inline-flex size-3.5 shrink-0">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.target.checked)}
          // Larger than what is drawn of it, so that it is hit easily (WCAG 2.5.8).
          className="peer absolute -inset-[5px] z-1 appearance-none focus-visible:outline-offset-[-4px]"
        />
        <span
          aria-hidden="true"
          className="absolute inset-0 rounded-s border border-field bg-panel peer-checked:border-accent-solid peer-checked:bg-accent-solid"
        />
        <Check
          aria-hidden="true"
          size={12}
          strokeWidth={3}
          className="pointer-events-none absolute inset-px hidden text-on-accent peer-checked:block"
        />
      </span>
      <span className="flex min-w-0 flex-col">
        <label htmlFor={id} className="text-m">
          {label}
        </label>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="text-s text-muted">
            {hint}
          </span>
        )}
      </span>
    </div>
  )
}
