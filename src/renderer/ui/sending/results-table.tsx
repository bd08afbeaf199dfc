import type { SendRun, Sent } from '../../../core/sending.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { formatDuration, formatSize } from '../../lib/format.ts'
import { hashOf } from '../../lib/navigation.ts'
import { MOST_RESULTS } from '../../lib/send-run.ts'
import { Badge, type Tone } from '../badge.tsx'
import { spokenText, VisibleText } from '../visible-text.tsx'

/** What came of each, one row a request; one of them may be looked at more closely. */
export function ResultsTable({
  run,
  sent,
  chosen,
  onChoose,
}: {
  run: SendRun
  sent: readonly Sent[]
  chosen?: number | null
  onChoose?: (nth: number) => void
}) {
  const w = words().ui.sending.results
  return (
    <div className="flex flex-col gap-1">
      <div className="max-h-96 overflow-auto rounded-m border border-line">
        <table aria-label={w.label} className="w-full border-collapse text-s">
          <thead className="sticky top-0 bg-sunken text-left text-muted">
            <tr>
              <th className="px-2 py-1 font-medium">#</th>
              <th className="px-2 py-1 font-medium">{w.status}</th>
              <th className="px-2 py-1 text-right font-medium">{w.time}</th>
              <th className="px-2 py-1 text-right font-medium">{w.size}</th>
              <th className="w-full px-2 py-1 font-medium">{w.body}</th>
              <th className="px-2 py-1 font-medium">{w.captured}</th>
            </tr>
          </thead>
          <tbody>
            {sent.map((one) => (
              <tr
                key={one.nth}
                aria-current={chosen === one.nth || undefined}
                className={cx('border-t border-line', chosen === one.nth && 'bg-selected')}
              >
                <td className="px-2 py-1 tabular-nums">
                  {onChoose ? (
                    <button
                      type="button"
                      className="text-accent underline"
                      aria-label={w.lookAt(one.nth)}
                      onClick={() => onChoose(one.nth)}
                    >
                      {one.nth}
                    </button>
                  ) : (
                    one.nth
                  )}
                </td>
                <ResultCells sent={one} />
                <td className="px-2 py-1 whitespace-nowrap">
                  {one.capturedId !== null && (
                    <a
                      className="text-accent underline"
                      href={hashOf({ view: 'postbacks', id: String(one.capturedId) })}
                    >
                      {w.postback(one.capturedId)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {run.done > MOST_RESULTS && <p className="text-s text-muted">{w.firstOnly(MOST_RESULTS)}</p>}
    </div>
  )
}

function ResultCells({ sent: { outcome } }: { sent: Sent }) {
  const { reply, failure } = outcome
  return (
    <>
      <td className="px-2 py-1 whitespace-nowrap">
        <StatusBadge status={failure === null ? (reply?.status ?? null) : null} failure={failure?.code ?? null} />
      </td>
      <td className="px-2 py-1 text-right whitespace-nowrap tabular-nums">{formatDuration(outcome.totalMs)}</td>
      <td className="px-2 py-1 text-right whitespace-nowrap tabular-nums">
        {reply === null ? '' : formatSize(reply.bodyLength)}
      </td>
      <td className="max-w-0 truncate px-2 py-1">
        {failure === null ? (
          <span className="font-mono">
            <VisibleText text={bodyText(reply?.bodyBase64 ?? '')} max={160} />
          </span>
        ) : (
          <span title={spokenText(failure.sentence)}>
            <VisibleText text={failure.sentence} max={300} />
          </span>
        )}
      </td>
    </>
  )
}

/** A status with the tone of its class; without one, how it failed. */
export function StatusBadge({ status, failure }: { status: number | null; failure: string | null }) {
  if (status === null) return <Badge tone="fail">{failure ?? words().ui.sending.results.noReply}</Badge>
  const tone: Tone = status < 300 ? 'pass' : status < 400 ? 'info' : status < 500 ? 'warn' : 'fail'
  return <Badge tone={tone}>{status}</Badge>
}

function bodyText(base64: string): string {
  // Four characters are three bytes; a character that is cut in two shows as a replacement.
  return new TextDecoder().decode(Uint8Array.from(atob(base64.slice(0, 400)), (byte) => byte.charCodeAt(0)))
}
