import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { cx } from '../lib/cx.ts'
import { CONTROL_LOOK, Field } from './field.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** The value is meant: Enter was pressed or the field left. */
  onCommit?: () => void
  error?: string | null | undefined
  hint?: ReactNode
  /** For values that must be read character by character. */
  mono?: boolean
  hideLabel?: boolean
  placeholder?: string
  /** A number keyboard where there is one; the value stays text. */
  numeric?: boolean
  disabled?: boolean
  /** More than one line. */
  rows?: number
  className?: string
  inputRef?: Ref<HTMLInputElement>
  onKeyDown?: (event: KeyboardEvent) => void
}

export function TextField({
  label,
  value,
  onChange,
  onCommit,
  error,
  hint,
  mono = false,
  hideLabel = false,
  placeholder,
  numeric = false,
  disabled = false,
  rows,
  className,
  inputRef,
  onKeyDown,
}: TextFieldProps) {
  const common = {
    value,
    placeholder,
    disabled,
    onBlur: onCommit,
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'off',
  }
  return (
    <Field label={label} hideLabel={hideLabel} error={error} hint={hint} className={className}>
      {(ids) =>
        rows === undefined ? (
          <input
            {...ids}
            {...common}
            ref={inputRef}
            type="text"
            inputMode={numeric ? 'numeric' : undefined}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) onCommit?.()
              onKeyDown?.(event)
            }}
            className={cx(CONTROL_LOOK, 'h-control', mono && 'font-mono')}
          />
        ) : (
          <textarea
            {...ids}
            {...common}
            rows={rows}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            className={cx(CONTROL_LOOK, 'block resize-y py-1', mono && 'font-mono')}
          />
        )
      }
    </Field>
  )
}
