import { useState } from 'react'
import { compareReplies, replyNow, replyThen } from '../../../core/compare.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import type { Sent } from '../../../core/sending.ts'
import { words } from '../../../words/words.ts'
import { hashOf } from '../../lib/navigation.ts'
import type { SendRunView } from '../../lib/send-run.ts'
import { useShowNew } from '../../lib/use-show-new.ts'
import { ReplyComparison } from '../../ui/comparison/reply-comparison.tsx'
import { Pieces } from '../../ui/pieces.tsx'
import { ResultsTable } from '../../ui/sending/results-table.tsx'
import { RunProgress } from '../../ui/sending/run-progress.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'

/** What came of a replay: how far it is, each result, and one of them beside the original reply. */
export function ReplayResult({ detail, sending }: { detail: PostbackDetail; sending: SendRunView }) {
  const { run, sent } = sending
  const [chosen, setChosen] = useState(1)
  const place = useShowNew<HTMLElement>(run?.id ?? null, sent.length > 0)
  if (run === null) return null
  const looked = sent.find(({ nth }) => nth === chosen) ?? sent[0] ?? null
  return (
    <section
      ref={place}
      aria-label={words().replay.result.label}
      className="flex flex-col gap-3 border-t border-line pt-3"
    >
      <RunProgress run={run} onCancel={() => void sending.cancel()} />
      {run.times > 1 && sent.length > 0 && (
        <ResultsTable run={run} sent={sent} chosen={looked?.nth ?? null} onChoose={setChosen} />
      )}
      {looked !== null && <OneResult detail={detail} one={looked} many={run.times > 1} />}
    </section>
  )
}

function OneResult({ detail, one, many }: { detail: PostbackDetail; one: Sent; many: boolean }) {
  const { outcome, capturedId, nth } = one
  const w = words().replay.result
  return (
    <>
      {outcome.failure !== null && (
        <p className="text-fail">
          {many ? w.nth(nth) : ''}
          <VisibleText text={outcome.failure.sentence} />
        </p>
      )}
      {capturedId !== null && (
        <p>
          <Pieces
            of={w.captured(
              <a className="text-accent underline" href={hashOf({ view: 'postbacks', id: String(capturedId) })}>
                {w.postback(capturedId)}
              </a>,
            )}
          />
        </p>
      )}
      <ReplyComparison
        reply={compareReplies(replyThen(detail), replyNow(outcome))}
        sides={[w.before, many ? w.nowNth(nth) : w.now]}
      />
    </>
  )
}
