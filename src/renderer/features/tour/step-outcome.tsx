import type { ReactNode } from 'react'
import { findingText } from '../../../core/findings/texts.ts'
import type { PostbackSummary } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { formatTime } from '../../lib/format.ts'
import { hashOf } from '../../lib/navigation.ts'
import { postbackLink } from '../../lib/postback-view.ts'
import type { StatusTone } from '../../lib/status-words.ts'
import { Pieces } from '../../ui/pieces.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { TOUR_STEPS, type TourProgress } from './tour-steps.ts'

const LINK = 'text-accent underline underline-offset-2'

/** What came of the step before this one: as it stands in the history, never as it was hoped for. */
export function StepOutcome({ progress: { step, postbacks, expectation } }: { progress: TourProgress }) {
  const w = words().tour
  const done = TOUR_STEPS[TOUR_STEPS.indexOf(step) - 1]
  switch (done) {
    case undefined:
    case 'go-on':
      return null
    case 'clean':
    case 'macro':
    case 'repeat': {
      const postback = postbacks[done]
      return postback && <Arrived postback={postback} />
    }
    case 'expect':
      return (
        expectation && (
          <Marked tone="busy">
            <Pieces
              of={w.waits(
                <a href={hashOf({ view: 'verify', id: null })} className={LINK}>
                  {w.expectation}
                </a>,
                formatTime(expectation.until),
                <VisibleText text={expectation.userId} />,
                <VisibleText text={expectation.amount} />,
              )}
            />
          </Marked>
        )
      )
    case 'meet':
      return (
        postbacks.meet && (
          <Marked tone="good">
            <Pieces
              of={w.metBy(
                <a href={postbackLink(postbacks.meet.id)} className={LINK}>
                  {w.metPostback(postbacks.meet.id)}
                </a>,
              )}
            />
          </Marked>
        )
      )
    default:
      return done satisfies never
  }
}

function Arrived({ postback: { id, verdict, findings, rewardAmount } }: { postback: PostbackSummary }) {
  const w = words().tour
  const worst =
    findings.find(({ severity }) => severity === 'error') ?? findings.find(({ severity }) => severity !== 'info')
  return (
    <span>
      <Pieces
        of={w.arrived(
          <a href={postbackLink(id)} className={LINK}>
            {w.arrivedPostback(id)}
          </a>,
          <VerdictMark verdict={verdict} withWord />,
        )}
      />{' '}
      {worst === undefined ? (
        <Pieces of={w.exact(<VisibleText text={rewardAmount ?? ''} max={60} />)} />
      ) : (
        w.seeDetails(findingText(worst.code).wrong)
      )}
    </span>
  )
}

function Marked({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className="flex items-baseline gap-2">
      <StatusMark tone={tone} />
      <span className="min-w-0">{children}</span>
    </span>
  )
}
