import { cx } from '../lib/cx.ts'
import { describeCombo } from '../lib/key-combo.ts'

/** A key or combination, as `useAction` writes it (`mod+k`, `g p`, `?`). Hidden from screen readers' names. */
export function Kbd({ combo, quiet = false }: { combo: string; quiet?: boolean }) {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-0.5">
      {describeCombo(combo).map((key, index) => (
        <kbd
          // The same key can stand twice in a sequence; their order never changes.
          key={`${String(index)}${key}`}
          className={cx(
            'inline-flex h-[1.231rem] min-w-[1.231rem] items-center justify-center rounded-s px-1 font-sans text-xs',
            quiet ? 'bg-current/15' : 'border border-line bg-sunken text-muted',
          )}
        >
          {quiet ? <span className="text-on-accent">{key}</span> : key}
        </kbd>
      ))}
    </span>
  )
}
