import { type FormEvent, useState } from 'react'
import { Button } from './button.tsx'
import { CONTROL_LOOK, Field } from './field.tsx'

/**
 * Takes a secret and gives it away: it is never shown, and the field is empty again as soon as it is handed over.
 * `onSave` answers whether it was taken.
 */
export function SecretField({
  label,
  placeholder,
  action,
  error,
  hint,
  disabled = false,
  onSave,
  onType,
}: {
  label: string
  placeholder?: string
  /** The button's words. */
  action: string
  error?: string | null | undefined
  hint?: string | undefined
  disabled?: boolean
  onSave: (secret: string) => Promise<void>
  onType?: () => void
}) {
  const [typed, setTyped] = useState('')
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTyped('')
    await onSave(typed)
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Field label={label} error={error} hint={hint}>
        {(ids) => (
          <div className="flex gap-2">
            <input
              {...ids}
              type="password"
              value={typed}
              placeholder={placeholder}
              disabled={disabled}
              // No password manager is to offer itself, and none to fill in.
              autoComplete="new-password"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.target.value)
                onType?.()
              }}
              className={`${CONTROL_LOOK} h-control font-mono`}
            />
            <Button type="submit" disabled={disabled || typed === ''}>
              {action}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
