import type { FindingCode } from '../../../core/findings/codes.ts'
import type { ExampleRequest } from '../../../core/help/finding-page.ts'
import { findingPage } from '../../../core/help/finding-pages.ts'
import { readExample } from '../../../core/help/read-example.ts'
import type { Span } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { HelpProse } from './help-prose.tsx'

const BOX = 'rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all'

/** The request of a page's example with its bad part marked, what the reading makes of it, and the same put right. */
export function ExampleView({ code }: { code: FindingCode }) {
  const w = words().help.example
  const { example, note } = findingPage(code)
  const { reading, finding, others } = readExample(code, example)
  return (
    <div className="flex flex-col gap-2">
      <ExampleRequestBox code={code} />
      <p>
        <HelpProse text={note} /> {finding !== null && <VisibleText text={finding.detail} />}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5">
        <dt className="text-muted">{w.userId}</dt>
        <dd>
          <ReadValue value={reading.userId} />
        </dd>
        <dt className="text-muted">{w.amount}</dt>
        <dd>
          <ReadValue value={reading.rewardAmount} />
        </dd>
        <dt className="text-muted">{w.verdict}</dt>
        <dd>
          <VerdictMark verdict={reading.verdict} kind={reading.kind} withWord />
        </dd>
        {others.length > 0 && (
          <>
            <dt className="text-muted">{w.others}</dt>
            <dd className="font-mono text-s">{others.join(', ')}</dd>
          </>
        )}
        <dt className="text-muted">{w.right}</dt>
        <dd className="font-mono text-s break-all">GET {example.right}</dd>
      </dl>
    </div>
  )
}

/** The request alone, as it stands on the wire. */
export function ExampleRequestBox({ code }: { code: FindingCode }) {
  const { example } = findingPage(code)
  const { earlier, headers = [], body } = example
  const marks = readExample(code, example).finding?.evidence ?? []
  return (
    <div className={BOX}>
      {earlier !== undefined && (
        <>
          <RequestLine request={{ target: earlier.target }} marks={[]} />
          <p className="font-sans text-muted">{words().help.example.later(earlier.secondsBefore)}</p>
        </>
      )}
      <RequestLine request={example} marks={marks} />
      {headers.map(([name, value]) => (
        <p key={name} className="text-muted">
          {name}: {value}
        </p>
      ))}
      {body !== undefined && <p className="pt-2 text-muted">{body}</p>}
    </div>
  )
}

function RequestLine({ request, marks }: { request: ExampleRequest; marks: readonly Span[] }) {
  return (
    <p>
      <span className="font-semibold">{request.method ?? 'GET'}</span>{' '}
      <MarkedText text={request.target} marks={marks} tone="wrong" />
    </p>
  )
}

function ReadValue({ value }: { value: string | null }) {
  if (value === null || value === '') {
    const { absent, empty } = words().help.example
    return <span className="text-muted italic">{value === null ? absent : empty}</span>
  }
  return (
    <span className="font-mono break-all">
      <VisibleText text={value} />
    </span>
  )
}
