import { FINDING_TEXTS } from '../../../../core/findings/texts.ts'
import type { PostbackDetail, Verdict } from '../../../../core/postback.ts'
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
  switch (detail.kind) {
    case 'postback': {
      const telling = tellingFinding(detail.findings)
      if (!telling || detail.verdict === 'pass') return <p>Both values arrived, and nothing about them is odd.</p>
      const { wrong, fix } = FINDING_TEXTS[telling.code]
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
      return (
        <p>
          Somebody asked with {detail.method ?? 'HEAD'} whether this path answers. That is no postback: it carries no
          reward.
        </p>
      )
    case 'noise':
      return (
        <p>
          The path is no endpoint’s and the query carries no name that an endpoint maps: a browser, a robot or a
          scanner. It is kept, and nothing needs to be done.
        </p>
      )
    case 'rejected':
      return (
        <p>
          These bytes are no valid HTTP request, so nothing could be read from them. Whoever sends this must
          percent-encode the URL and speak HTTP/1.1; the first bytes are kept below.
        </p>
      )
    default:
      return detail.kind satisfies never
  }
}
