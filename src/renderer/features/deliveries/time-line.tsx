import { type Attempt, describeSeries, endingOf, exactSpan, spaced } from '../../../core/deliveries.ts'
import type { PostbackSummary } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { formatMoment, formatTime, formatTimeTitle } from '../../lib/format.ts'
import { hashOf } from '../../lib/navigation.ts'
import { useNow } from '../../lib/use-now.ts'
import { VisibleText } from '../../ui/visible-text.tsx'

interface TimeLineProps {
  readonly attempts: readonly PostbackSummary[]
  /** The one whose details are open. */
  readonly current: number | null
}

/** Attempts of one delivery: a sentence, the line with a mark for each, and the exact figures in a table. */
export function TimeLine({ attempts, current }: TimeLineProps) {
  return (
    <div className="flex flex-col gap-2">
      <p>{describeSeries(attempts)}</p>
      <Drawing attempts={attempts} current={current} />
    </div>
  )
}

/** The same where it is read beside other things: the line and the table are folded away unless they tell something. */
export function FoldedTimeLine({ attempts, current }: TimeLineProps) {
  return (
    <div className="flex flex-col gap-2">
      <p>{describeSeries(attempts)}</p>
      <details open={isStory(attempts)}>
        <summary className="w-fit rounded-s text-s text-muted hover:text-ink">
          {words().deliveries.folded(attempts.length)}
        </summary>
        <div className="mt-2 flex flex-col gap-2">
          <Drawing attempts={attempts} current={current} />
        </div>
      </details>
    </div>
  )
}

/** Several, of which at least one was not simply accepted: what the sender made of that is worth a look. */
function isStory(attempts: readonly Attempt[]): boolean {
  return (
    attempts.length > 1 &&
    attempts.some(({ reply }) => endingOf(reply) !== 'complete' || reply.status >= 300 || reply.senderGone)
  )
}

function Drawing({ attempts, current }: TimeLineProps) {
  const now = useNow(60_000)
  const w = words().deliveries
  const { columns } = w
  return (
    <>
      {attempts.length > 1 && <Line attempts={attempts} current={current} />}
      <table aria-label={w.table} className="w-full border-collapse text-left text-s">
        <thead>
          <tr className="text-muted">
            {[columns.attempt, columns.time, columns.spacing, columns.answered, columns.sender].map((title) => (
              <th key={title} scope="col" className="py-0.5 pr-3 font-normal whitespace-nowrap">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spaced(attempts).map(({ attempt, spacing, answer }, at) => (
            <tr key={attempt.id} className="border-t border-line/60">
              <td className="py-0.5 pr-3 whitespace-nowrap">
                {attempt.id === current ? (
                  <strong className="font-semibold">{w.thisOne(at + 1)}</strong>
                ) : (
                  <a
                    href={hashOf({ view: 'postbacks', id: String(attempt.id) })}
                    className="text-accent underline underline-offset-2"
                  >
                    {at + 1}
                  </a>
                )}
              </td>
              <td className="py-0.5 pr-3 tabular-nums" title={formatTimeTitle(attempt.receivedAt)}>
                {formatMoment(attempt.receivedAt, now).includes(' ')
                  ? formatMoment(attempt.receivedAt, now)
                  : formatTime(attempt.receivedAt, { withMs: true })}
              </td>
              <td className="py-0.5 pr-3 whitespace-nowrap tabular-nums">
                {spacing === null ? '–' : exactSpan(spacing)}
              </td>
              <td className="py-0.5 pr-3">{answer}</td>
              <td className="py-0.5 pr-3">{senderOf(attempt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Whose reward it is, for a list of several. */
export function RewardName({ attempt }: { attempt: Attempt }) {
  return (
    <span className="font-mono">
      {attempt.userId && attempt.rewardAmount ? (
        <>
          <VisibleText text={attempt.userId} max={80} /> · <VisibleText text={attempt.rewardAmount} max={40} />
        </>
      ) : (
        <VisibleText text={attempt.target ?? ''} max={120} />
      )}
    </span>
  )
}

function senderOf({ reply, receivedAt }: Attempt): string {
  const w = words().deliveries.sender
  const ending = endingOf(reply)
  const after = reply.sentAt === null ? null : exactSpan(Math.max(0, reply.sentAt - receivedAt))
  if (ending === 'silence') {
    if (after === null) return w.stillWaiting
    return reply.senderGone ? w.gaveUp(after) : w.wasHeld(after)
  }
  if (reply.senderGone) return w.gone
  return after === null ? w.waiting : w.there(after)
}

/** In user units; the drawing stretches to the width that there is. */
const HEIGHT = 34

function Line({ attempts, current }: { attempts: readonly Attempt[]; current: number | null }) {
  const first = attempts[0]?.receivedAt ?? 0
  const whole = Math.max(1, (attempts.at(-1)?.receivedAt ?? first) - first)
  const place = (at: number): string => `${String(2 + (96 * (at - first)) / whole)}%`
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} className="overflow-visible">
      <line x1="2%" x2="98%" y1="12" y2="12" className="stroke-line-strong" strokeWidth="1" />
      {attempts.map(({ id, receivedAt, reply }) => (
        <g key={id}>
          {id === current && <circle cx={place(receivedAt)} cy="12" r="9" className="fill-none stroke-accent" />}
          <Mark x={place(receivedAt)} reply={reply} />
        </g>
      ))}
      {sparse(attempts, whole).map(({ id, receivedAt, reply }) => (
        <text key={id} x={place(receivedAt)} y="32" textAnchor="middle" className="fill-muted text-xs">
          {markWord(reply)}
        </text>
      ))}
    </svg>
  )
}

/** Short enough to stand under its mark: `500`, `200 cut`, `reset`. */
function markWord(reply: Attempt['reply']): string {
  const ending = endingOf(reply)
  if (ending === 'complete') return String(reply.status)
  const { marks } = words().deliveries
  return ending === 'cut' ? marks.cut(reply.status) : marks[ending]
}

/** Filled for an accepted one, a ring for an error, a cross where nothing whole was sent: not by colour alone. */
function Mark({ x, reply }: { x: string; reply: Attempt['reply'] }) {
  if (endingOf(reply) !== 'complete') {
    return (
      <svg x={x} y="12" className="overflow-visible">
        <path d="M-4-4 4 4M4-4-4 4" className="stroke-fail" strokeWidth="2" />
      </svg>
    )
  }
  return reply.status < 300 ? (
    <circle cx={x} cy="12" r="5" className="fill-pass" />
  ) : (
    <circle cx={x} cy="12" r="4.5" className="fill-panel stroke-fail" strokeWidth="2" />
  )
}

/** Those whose words do not run into the ones before: at least a fourteenth of the line apart. */
function sparse<A extends Attempt>(attempts: readonly A[], whole: number): readonly A[] {
  const kept: A[] = []
  for (const attempt of attempts) {
    const last = kept.at(-1)
    if (last === undefined || attempt.receivedAt - last.receivedAt >= whole / 14) kept.push(attempt)
  }
  return kept
}
