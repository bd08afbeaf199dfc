import type { ActionId } from '../lib/actions/action-table.ts'
import { cx } from '../lib/cx.ts'
import { describeCombo } from '../lib/key-combo.ts'
import { useKeysOf } from '../lib/keys.ts'

/** The first of the keys that an action has now; nothing where it has none or is not possible. */
export function ActionKeys({ action, quiet = false }: { action: ActionId | undefined; quiet?: boolean }) {
  const [combo] = useKeysOf(action)
  return combo === undefined ? null : <Kbd combo={combo} quiet={quiet} />
}

/** A key or combination, as the actions have it (`mod+k`, `g p`, `?`). Hidden from screen readers' names. */
export function Kbd({ combo, quiet = false }: { combo: string; quiet?: boolean }) {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-0.5">
      {describeCombo(combo).map((key, index) => (
        <kbd
          // The same key can stand twice in a sequence; their order never changes.
          key={`${String(index)}${key}`}
          className={cx(
            'inline-flex h-[1.231rem] min-w-[1.231rem] items-center justify-center rounded-s px-1 font-sans text-xs',
            quiet ? 'border border-current/40' : 'border border-line bg-sunken text-muted',
          )}
        >
          {quiet ? <span className="text-on-accent">{key}</span> : key}
        </kbd>
      ))}
    </span>
  )
}
