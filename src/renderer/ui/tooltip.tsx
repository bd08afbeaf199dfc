import { Tooltip as Base } from 'radix-ui'
import { type ReactNode, useEffect } from 'react'
import { flushSync } from 'react-dom'
import type { ActionId } from '../lib/actions/action-table.ts'
import { ActionKeys, Kbd } from './kbd.tsx'

/**
 * Explains what it wraps, on hover and on keyboard focus. `children` is one focusable element. `action` is what that
 * does, whose present keys are shown; `fixedKey` a key of a field, which nobody can change.
 */
export function Tooltip({
  text,
  action,
  fixedKey,
  children,
}: {
  text: ReactNode
  action?: ActionId | undefined
  fixedKey?: string | undefined
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger asChild>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-80 items-center gap-2 rounded-m bg-raised px-2 py-1 text-s text-ink shadow-float"
        >
          <span className="min-w-0 wrap-anywhere whitespace-pre-line">{text}</span>
          {fixedKey === undefined ? <ActionKeys action={action} /> : <Kbd combo={fixedKey} />}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

/** A tooltip left open behind a dialog would take the first Esc. Radix closes those that are open at this event. */
export function closeTooltips(): void {
  document.dispatchEvent(new CustomEvent('tooltip.open'))
}

/** Stands once, above everything that has a tooltip. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    // Before Radix, which keeps an Esc that closes a tooltip to itself: it is to close what the tooltip is in as well.
    const listen = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') flushSync(closeTooltips)
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
  return <Base.Provider delayDuration={400}>{children}</Base.Provider>
}
