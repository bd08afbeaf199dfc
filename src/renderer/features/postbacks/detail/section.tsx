import type { ReactNode } from 'react'

/** One titled part of the details. `note` stands beside the title. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line px-4 py-3">
      <div className="mb-1.5 flex items-baseline gap-2">
        <h3 className="text-s font-semibold text-muted">{title}</h3>
        {note !== undefined && <span className="text-s text-faint">{note}</span>}
      </div>
      {children}
    </section>
  )
}
