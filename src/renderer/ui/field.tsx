import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from '../lib/cx.ts'

/** What a field's control needs so that its label, hint and error belong to it. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label, a control, and beside it what is wrong or what helps. */
export function Field({
  label,
  hideLabel = false,
  error,
  hint,
  className,
  children,
}: {
  label: string
  hideLabel?: boolean
  error?: string | null | undefined
  hint?: ReactNode
  className?: string | undefined
  children: (ids: FieldIds) => ReactNode
}) {
  const id = useId()
  const wrong = error !== undefined && error !== null && error !== ''
  const helped = hint !== undefined && hint !== null
  const describedBy = [wrong && `${id}-error`, helped && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={cx('text-s font-medium text-muted', hideLabel && 'only-heard')}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': wrong || undefined })}
      {wrong && (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1 text-s text-fail">
          <CircleAlert aria-hidden="true" size={13} className="mt-[3px] shrink-0" />
          <span className="min-w-0">{error}</span>
        </p>
      )}
      {helped && (
        <p id={`${id}-hint`} className="text-s text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The one look of everything that can be typed into or chosen from. */
export const CONTROL_LOOK =
  'w-full min-w-0 rounded-m border border-field bg-panel px-2 text-m text-ink hover:border-line-strong ' +
  'focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-invalid:border-fail disabled:opacity-60'
