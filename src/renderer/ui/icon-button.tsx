import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../lib/cx.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** The button's name, and what its tooltip says. */
  label: string
  icon: ReactNode
  shortcut?: string
  size?: 's' | 'm'
  /** For buttons that switch something on and off. */
  pressed?: boolean
}

export function IconButton({
  label,
  icon,
  shortcut,
  size = 'm',
  pressed,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
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
