import type { FilterProblem } from '../../../../core/filter-query.ts'
import { words } from '../../../../words/words.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { markSpans } from './filter-text.ts'

/** What of the filter was not understood: its place underlined, and why. The rest of it is in force. */
export function FilterProblems({ text, problems }: { text: string; problems: readonly FilterProblem[] }) {
  const spans = problems.map((problem) => problem.span)
  return (
    <output className="mt-1 block max-h-24 overflow-auto text-s">
      <bdi className="font-mono break-all text-muted">
        {markSpans(text, spans).map((part) => (
          <span key={part.at} className={part.marked ? 'wavy text-fail' : undefined}>
            <VisibleText text={part.text} max={400} />
          </span>
        ))}
      </bdi>
      <ul className="text-fail">
        {problems.map((problem) => (
          <li key={`${String(problem.span.start)}${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
      <span className="text-muted">{words().filter.restInForce}</span>
    </output>
  )
}
