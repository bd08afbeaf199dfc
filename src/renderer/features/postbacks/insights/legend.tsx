import { useId } from 'react'
import { BarPatterns, barFill, type PatternName } from '../activity/bar-patterns.tsx'

const WORDS: Record<PatternName, string> = {
  pass: 'Pass',
  warn: 'Warning',
  fail: 'Fail',
  other: 'Other',
  outage: 'Could not be reached',
}

/** What the looks of a chart mean: the same patterns, with their words. */
export function Legend({
  names,
  words,
}: {
  names: readonly PatternName[]
  /** Where a look means something else than usual. */
  words?: Partial<Record<PatternName, string>>
}) {
  const id = useId()
  return (
    <ul aria-label="Legend" className="flex flex-wrap items-center gap-x-3">
      {names.map((name) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="12" className="rounded-[2px]">
            <defs>
              <BarPatterns id={`${id}-${name}`} />
            </defs>
            <rect width="14" height="12" fill={barFill(`${id}-${name}`, name)} />
          </svg>
          {words?.[name] ?? WORDS[name]}
        </li>
      ))}
    </ul>
  )
}
