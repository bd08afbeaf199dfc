import { Fragment, useState } from 'react'
import type { Question, ScenarioResult } from '../../../core/conformance/run.ts'
import { answerOf, reasonsOf, verdictOf } from '../../../core/conformance/verdicts.ts'
import { words } from '../../../words/words.ts'
import { formatDuration } from '../../lib/format.ts'
import { placed } from '../../lib/placed.ts'
import { Button } from '../../ui/button.tsx'
import { Pieces } from '../../ui/pieces.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { ConformanceMark } from './conformance-mark.tsx'
import { ExchangeList } from './exchange-list.tsx'

type Answer = (scenarioId: string, questionId: string, value: string | null) => void

/** One scenario: its verdict and why, what is asked, and behind a press all that was sent and came back. */
export function ScenarioResultCard({
  result,
  answerable,
  onAnswer,
}: {
  result: ScenarioResult
  answerable: boolean
  onAnswer: Answer
}) {
  const w = words().conformance.scenario
  const [open, setOpen] = useState(false)
  const verdict = verdictOf(result)
  const expected = result.checks.filter((check) => check.verdict !== 'pass').map((check) => check.expected)
  return (
    <article aria-label={result.title} className="flex flex-col gap-1 rounded-m border border-line bg-panel px-3 py-2">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <span className="w-24 shrink-0">
          <ConformanceMark verdict={verdict} />
        </span>
        <h3 className="min-w-0 flex-1 font-medium">{result.title}</h3>
        <span className="text-s text-muted tabular-nums">
          {statusesOf(result)} · {formatDuration(result.durationMs)}
        </span>
        <Button size="s" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? w.hideExchange : w.showExchange}
        </Button>
      </header>
      <ul className="flex flex-col gap-0.5 pl-27">
        {placed(reasonsOf(result)).map(({ item, place }) => (
          <li key={place} className={verdict === 'pass' ? 'text-s text-muted' : undefined}>
            <VisibleText text={item} />
          </li>
        ))}
        {(verdict === 'fail' || verdict === 'warning') && (
          <li className="text-s text-muted">{w.expected([...new Set(expected)])}</li>
        )}
      </ul>
      {result.questions.map((question) => (
        <QuestionBox
          key={question.id}
          question={question}
          answerable={answerable}
          onAnswer={(value) => onAnswer(result.scenarioId, question.id, value)}
        />
      ))}
      {open && (
        <div className="flex flex-col gap-2 border-t border-line pt-2">
          <p className="text-s text-muted">{w.correct(result.correct)}</p>
          {result.balances.length > 0 && <Balances result={result} />}
          <ExchangeList exchanges={result.exchanges} />
        </div>
      )}
    </article>
  )
}

function QuestionBox({
  question,
  answerable,
  onAnswer,
}: {
  question: Question
  answerable: boolean
  onAnswer: (value: string | null) => void
}) {
  const w = words().conformance.scenario
  const answer = answerOf(question)
  return (
    <fieldset className="ml-27 flex flex-col gap-1.5 rounded-m bg-info-soft p-2">
      <legend className="float-left">
        <VisibleText text={question.text} />
      </legend>
      <div className="clear-both flex flex-wrap gap-2">
        {answer === null ? (
          question.options.map((option) => (
            <Button key={option.value} size="s" disabled={!answerable} onClick={() => onAnswer(option.value)}>
              {option.label}
            </Button>
          ))
        ) : (
          <>
            <span>
              <Pieces of={w.answered(<strong>{answer.label}</strong>)} />
            </span>
            <Button size="s" onClick={() => onAnswer(null)}>
              {w.takeBack}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  )
}

function Balances({ result }: { result: ScenarioResult }) {
  const w = words().conformance.scenario
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto_auto] gap-x-4 gap-y-1 text-s">
      <dt className="text-muted">{w.balanceOf}</dt>
      <dt className="text-muted">{w.before}</dt>
      <dt className="text-muted">{w.after}</dt>
      {result.balances.map(({ userId, before, after, problem }) => (
        <Fragment key={userId}>
          <dd className="font-mono break-all">
            <VisibleText text={userId} max={120} />
            {problem !== null && (
              <span className="block font-sans text-warn">
                <VisibleText text={problem} max={300} />
              </span>
            )}
          </dd>
          <dd className="font-mono">{before ?? '—'}</dd>
          <dd className="font-mono">{after ?? '—'}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function statusesOf({ exchanges }: ScenarioResult): string {
  const statuses = exchanges.flatMap(({ replies }) =>
    replies.map(({ status }) => (status === null ? words().conformance.scenario.noReply : String(status))),
  )
  return [...new Set(statuses)].join(', ')
}
