import { Tooltip as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

/** Explains what it wraps, on hover and on keyboard focus. `children` is one focusable element. */
export function Tooltip({ text, shortcut, children }: { text: ReactNode; shortcut?: string; children: ReactNode }) {
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
          {shortcut !== undefined && <Kbd combo={shortcut} />}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

/** Stands once, above everything that has a tooltip. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Base.Provider delayDuration={400}>{children}</Base.Provider>
}
