import type { FilterProblem } from '../../../../core/filter-query.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { markSpans } from './filter-text.ts'

/** What of the filter was not understood: its place underlined, and why. The rest of it is in force. */
export function FilterProblems({ text, problems }: { text: string; problems: readonly FilterProblem[] }) {
  const spans = problems.map((problem) => problem.span)
  return (
    <div role="status" className="mt-1 text-s">
      <span className="font-mono text-muted">
        {markSpans(text, spans).map((part, index) =>
          part.marked ? (
            // Parts of one text keep their places.
            <span key={String(index)} className="wavy text-fail">
              <VisibleText text={part.text} max={200} />
            </span>
          ) : (
            <span key={String(index)}>{part.text}</span>
          ),
        )}
      </span>
      <ul className="text-fail">
        {problems.map((problem) => (
          <li key={`${String(problem.span.start)}${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
      <span className="text-muted">The rest of the filter is in force.</span>
    </div>
  )
}
