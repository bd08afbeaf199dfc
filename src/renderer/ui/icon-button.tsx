import type { ComponentPropsWithRef, ReactNode } from 'react'
import type { ActionId } from '../lib/actions/action-table.ts'
import { cx } from '../lib/cx.ts'
import { ariaKeys } from '../lib/key-combo.ts'
import { useKeysOf } from '../lib/keys.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** The button's name, and what its tooltip says. */
  label: string
  icon: ReactNode
  /** What it does, whose keys its tooltip shows; or a key of a field, which nobody can change. */
  action?: ActionId | undefined
  fixedKey?: string
  size?: 's' | 'm'
  /** For buttons that switch something on and off. */
  pressed?: boolean
}

export function IconButton({
  label,
  icon,
  action,
  fixedKey,
  size = 'm',
  pressed,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const keys = useKeysOf(action)
  return (
    <Tooltip text={label} action={action} fixedKey={fixedKey}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={ariaKeys(keys)}
        className={cx(
          'inline-flex shrink-0 items-center justify-center rounded-m text-muted hover:bg-hover hover:text-ink',
          'disabled:pointer-events-none disabled:opacity-50',
          pressed && 'bg-accent-soft text-accent',
          size === 's' ? 'h-control-s w-6' : 'h-control w-7',
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
