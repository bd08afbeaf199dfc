import type { ReactNode } from 'react'

/** Says why there is nothing, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
  whole = false,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** Stands for a whole view, whose heading it is then. */
  whole?: boolean
}) {
  const Heading = whole ? 'h1' : 'h2'
  return (
    <div className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center">
      <Heading className="text-l font-semibold">{title}</Heading>
      {children !== undefined && <div className="max-w-md text-muted">{children}</div>}
      {action !== undefined && <div className="mt-2 flex gap-2">{action}</div>}
    </div>
  )
}
