import type { FilterProblem } from '../../../../core/filter-query.ts'
import { markSpans } from './filter-text.ts'

/** What of the filter was not understood: its place underlined, and why. The rest of it is in force. */
export function FilterProblems({ text, problems }: { text: string; problems: readonly FilterProblem[] }) {
  const spans = problems.map((problem) => problem.span)
  return (
    <output className="mt-1 block text-s">
      <bdi className="font-mono break-all text-muted">
        {markSpans(text, spans).map((part) => (
          <span key={part.at} className={part.marked ? 'wavy text-fail' : undefined}>
            {part.text}
          </span>
        ))}
      </bdi>
      <ul className="text-fail">
        {problems.map((problem) => (
          <li key={`${String(problem.span.start)}${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
      <span className="text-muted">The rest of the filter is in force.</span>
    </output>
  )
}
