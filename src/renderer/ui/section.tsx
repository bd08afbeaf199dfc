import { type ReactNode, useId } from 'react'

/** A titled part of a form or a view. */
export function Section({
  title,
  description,
  actions,
  children,
}: {
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <header className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-m font-semibold">
            {title}
          </h2>
          {description !== undefined && <p className="text-s text-muted">{description}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}
