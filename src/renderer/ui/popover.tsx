import { Popover as Base } from 'radix-ui'
import type { ReactNode } from 'react'

/** A small panel that belongs to a button. `label` names it. */
export function Popover({
  label,
  trigger,
  children,
  open,
  onOpenChange,
  align = 'start',
}: {
  label: string
  trigger: ReactNode
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
}) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="appearing z-40 max-w-[min(480px,calc(100vw-16px))] rounded-l bg-raised p-3 text-m text-ink shadow-float outline-none"
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
