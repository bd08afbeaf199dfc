import type { ReactNode } from 'react'
import { cx } from '../lib/cx.ts'
import { VisibleText } from './visible-text.tsx'

/** A view that is read and filled in from top to bottom. */
export function Page({
  title,
  wholeTitle = false,
  actions,
  children,
}: {
  title: string
  /** Long titles go on in a second line; else they are cut, as names of any length must be. */
  wholeTitle?: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="relative h-full overflow-auto">
      <div className="mx-auto flex max-w-[760px] flex-col gap-5 px-6 py-5">
        <header className="flex min-h-control flex-wrap items-center gap-2">
          <h1 className={cx('min-w-0 grow basis-40 text-xl font-semibold tracking-tight', !wholeTitle && 'truncate')}>
            <VisibleText text={title} max={300} />
          </h1>
          {actions}
        </header>
        {children}
      </div>
    </div>
  )
}
