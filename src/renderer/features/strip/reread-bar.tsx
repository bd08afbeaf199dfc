import { formatCount } from '../../lib/format.ts'

/** A mapping changed and the history is read again; the list can be used meanwhile. */
export function RereadBar({ done, total }: { done: number; total: number }) {
  return (
    <section aria-label="Re-reading" className="flex items-center gap-3 border-b border-line bg-panel px-4 py-1">
      <span className="text-s text-muted">
        Re-reading {formatCount(done)} of {formatCount(total)}…
      </span>
      <progress
        aria-label="Stored postbacks read again"
        max={Math.max(total, 1)}
        value={done}
        className="h-1 max-w-64 flex-1 appearance-none overflow-hidden rounded-full bg-hover [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
    </section>
  )
}
