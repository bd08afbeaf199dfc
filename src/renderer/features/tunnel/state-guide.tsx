import type { TunnelState } from '../../../core/status.ts'
import { cx } from '../../lib/cx.ts'
import { tunnelStates } from '../../lib/status-words.ts'
import { StatusMark } from '../../ui/status-mark.tsx'

/** Every state with its mark and its meaning; the present one stands out. */
export function StateGuide({ current }: { current: TunnelState }) {
  return (
    <ul className="flex flex-col">
      {tunnelStates().map(({ state, tone, words, meaning }) => (
        <li
          key={state}
          aria-current={state === current ? 'true' : undefined}
          className={cx(
            'grid grid-cols-[11px_8.5rem_minmax(0,1fr)] items-baseline gap-2 rounded-m px-2 py-1',
            state === current ? 'bg-selected' : 'text-muted',
          )}
        >
          <StatusMark tone={tone} />
          <span className="font-medium text-ink">{words}</span>
          <span>{meaning}</span>
        </li>
      ))}
    </ul>
  )
}
