import { words } from '../../../words/words.ts'

/** A mapping changed and the history is read again; the list can be used meanwhile. */
export function RereadBar({ done, total }: { done: number; total: number }) {
  const w = words().strip.reread
  return (
    <section aria-label={w.label} className="flex items-center gap-3 border-b border-line bg-panel px-4 py-1">
      <span className="text-s text-muted">{w.progress(done, total)}</span>
      <progress
        aria-label={w.bar}
        max={Math.max(total, 1)}
        value={done}
        className="h-1 max-w-64 flex-1 appearance-none overflow-hidden rounded-full bg-hover [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
    </section>
  )
}
