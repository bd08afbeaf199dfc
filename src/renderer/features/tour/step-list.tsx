import { Check } from 'lucide-react'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { TOUR_STEPS, type TourStep } from './tour-steps.ts'

/** Every step of the tour: done, current or to come, by shape and word. In a narrow window only the current has words. Null: not known yet. */
export function StepList({ current }: { current: TourStep | null }) {
  const w = words().tour
  const at = current === null ? -1 : TOUR_STEPS.indexOf(current)
  return (
    <ol aria-label={w.list} className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-s">
      {TOUR_STEPS.map((step, index) => {
        const isCurrent = index === at
        return (
          <li
            key={step}
            aria-current={isCurrent ? 'step' : undefined}
            className={cx('relative flex items-center gap-1.5', isCurrent ? 'font-medium' : 'text-muted')}
          >
            <span
              aria-hidden="true"
              className={cx(
                'flex size-4.5 shrink-0 items-center justify-center rounded-full border text-xs tabular-nums',
                isCurrent ? 'border-transparent bg-accent-solid text-on-accent' : 'border-line-strong',
              )}
            >
              {index < at ? <Check size={11} /> : index + 1}
            </span>
            <span className={isCurrent ? undefined : 'max-[1100px]:only-heard'}>{w.steps[step].title}</span>
            {index < at && <span className="only-heard">{w.done}</span>}
          </li>
        )
      })}
    </ol>
  )
}
