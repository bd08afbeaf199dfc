import { findingText } from '../../../../core/findings/texts.ts'
import type { PostbackDetail, Verdict } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { formatTime, formatTimeTitle } from '../../../lib/format.ts'
import { VerdictMark } from '../../../ui/verdict-mark.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { tellingFinding } from '../findings-order.ts'

const TINTS: Record<Verdict, string> = { pass: 'bg-pass-soft', warn: 'bg-warn-soft', fail: 'bg-fail-soft' }

/** The answer first: the verdict, one sentence that says why, and one that says what to do. */
export function VerdictHeader({ detail }: { detail: PostbackDetail }) {
  const { verdict, kind, receivedAt } = detail
  return (
    <div className={`px-4 py-3 ${verdict ? TINTS[verdict] : 'bg-sunken'}`}>
      <div className="flex items-center gap-2 text-l">
        <VerdictMark verdict={verdict} kind={kind} withWord size={20} />
        <time
          dateTime={new Date(receivedAt).toISOString()}
          title={formatTimeTitle(receivedAt)}
          className="ml-auto text-s text-muted tabular-nums"
        >
          {formatTime(receivedAt, { withMs: true })}
        </time>
      </div>
      <div className="mt-1 flex flex-col gap-0.5 text-ink">
        <VerdictSentence detail={detail} />
      </div>
    </div>
  )
}

function VerdictSentence({ detail }: { detail: PostbackDetail }) {
  const w = words().detail.verdict
  switch (detail.kind) {
    case 'postback': {
      const telling = tellingFinding(detail.findings)
      if (!telling || detail.verdict === 'pass') return <p>{w.pass}</p>
      const { wrong, fix } = findingText(telling.code)
      return (
        <>
          <p>
            {wrong} <VisibleText text={telling.detail} max={400} />
          </p>
          <p className="text-muted">{fix}</p>
        </>
      )
    }
    case 'probe':
      return <p>{w.probe(detail.method ?? 'HEAD')}</p>
    case 'noise':
      return <p>{w.noise}</p>
    case 'rejected':
      return <p>{w.rejected}</p>
    default:
      return detail.kind satisfies never
  }
}
