import type { ComponentPropsWithRef, ReactNode } from 'react'
import type { ActionId } from '../lib/actions/action-table.ts'
import { cx } from '../lib/cx.ts'
import { ariaKeys } from '../lib/key-combo.ts'
import { useKeysOf } from '../lib/keys.ts'
import { Kbd } from './kbd.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'

const LOOKS: Record<ButtonVariant, string> = {
  primary: 'bg-accent-solid text-on-accent enabled:hover:bg-accent-solid-hover border-transparent',
  secondary: 'bg-raised text-ink border-line enabled:hover:bg-hover',
  ghost: 'bg-transparent text-ink border-transparent enabled:hover:bg-hover',
  danger: 'bg-fail-solid text-on-accent border-transparent enabled:hover:opacity-90',
}

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  variant?: ButtonVariant
  size?: 's' | 'm'
  icon?: ReactNode
  /** What it does: its present key stands beside the words, and is no part of the button's name. */
  action?: ActionId | undefined
}

export function Button({
  variant = 'secondary',
  size = 'm',
  icon,
  action,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const keys = useKeysOf(action)
  const [combo] = keys
  return (
    <button
      type={type}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-m border font-medium whitespace-nowrap select-none',
        'disabled:opacity-50',
        size === 's' ? 'h-control-s px-2 text-s' : 'h-control px-2.5 text-m',
        LOOKS[variant],
        className,
      )}
      aria-keyshortcuts={ariaKeys(keys)}
      {...rest}
    >
      {icon}
      {children}
      {combo !== undefined && <Kbd combo={combo} quiet={variant === 'primary' || variant === 'danger'} />}
    </button>
  )
}
