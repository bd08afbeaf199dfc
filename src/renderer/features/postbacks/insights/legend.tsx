import { useId } from 'react'
import { words } from '../../../../words/words.ts'
import { BarPatterns, barFill, type PatternName } from '../activity/bar-patterns.tsx'

/** What the looks of a chart mean: the same patterns, with their words. */
export function Legend({
  names,
  looks,
}: {
  names: readonly PatternName[]
  /** Where a look means something else than usual. */
  looks?: Partial<Record<PatternName, string>>
}) {
  const w = words().insights.legend
  const id = useId()
  return (
    <ul aria-label={w.label} className="flex flex-wrap items-center gap-x-3">
      {names.map((name) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="12" className="rounded-[2px]">
            <defs>
              <BarPatterns id={`${id}-${name}`} />
            </defs>
            <rect width="14" height="12" fill={barFill(`${id}-${name}`, name)} />
          </svg>
          {looks?.[name] ?? w.looks[name]}
        </li>
      ))}
    </ul>
  )
}
