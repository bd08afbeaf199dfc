import { FINDING_TEXTS } from '../../../../core/findings/texts.ts'
import type { PostbackDetail, Verdict } from '../../../../core/postback.ts'
import { formatTime, formatTimeTitle } from '../../../lib/format.ts'
import { VerdictMark } from '../../../ui/verdict-mark.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { worstFinding } from '../findings-order.ts'

const TINTS: Record<Verdict, string> = { pass: 'bg-pass-soft', warn: 'bg-warn-soft', fail: 'bg-fail-soft' }

/** The answer first: the verdict, and one sentence that says why. */
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
      <p className="mt-1 text-ink">
        <VerdictSentence detail={detail} />
      </p>
    </div>
  )
}

function VerdictSentence({ detail }: { detail: PostbackDetail }) {
  switch (detail.kind) {
    case 'postback': {
      const worst = worstFinding(detail.findings)
      if (!worst || detail.verdict === 'pass') return 'Both values arrived, and nothing about them is odd.'
      return (
        <>
          {FINDING_TEXTS[worst.code].wrong} <VisibleText text={worst.detail} max={400} />
        </>
      )
    }
    case 'probe':
      return `Somebody asked with ${detail.method ?? 'HEAD'} whether this path answers. That is no postback: it carries no reward.`
    case 'noise':
      return 'The path is no endpoint’s and the query carries no name that an endpoint maps: a browser, a robot or a scanner. It is kept, and nothing needs to be done.'
    case 'rejected':
      return 'These bytes are no valid HTTP request, so nothing could be read from them. Whoever sends this must percent-encode the URL and speak HTTP/1.1; the first bytes are kept below.'
    default:
      return detail.kind satisfies never
  }
}
