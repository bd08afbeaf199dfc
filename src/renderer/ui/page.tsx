import type { ReactNode } from 'react'
import { VisibleText } from './visible-text.tsx'

/** A view that is read and filled in from top to bottom. */
export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="h-full overflow-auto">
      <div className="mx-auto flex max-w-[760px] flex-col gap-5 px-6 py-5">
        <header className="flex min-h-control items-center gap-2">
          <h1 className="min-w-0 flex-1 truncate text-xl font-semibold tracking-tight">
            <VisibleText text={title} max={300} />
          </h1>
          {actions}
        </header>
        {children}
      </div>
    </div>
  )
}
