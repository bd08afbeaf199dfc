import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Account, UserDetail } from '../../../core/users.ts'
import { words } from '../../../words/words.ts'
import { formatCount, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { showPostbacks } from '../../lib/postback-view.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { notSummedCount, notSummedWords, reasonSentence, reasonWords } from './not-summed.tsx'
import { UserId } from './user-id.tsx'
import { queryOf } from './user-query.ts'
import type { SpanName } from './users-state.ts'

const MOST_CHARACTERS = 2000

/** Everything about one user, beside the list; where the window is narrow, over it. */
export function UserPanel({
  userId,
  detail,
  endpointName,
  chosenEndpoint,
  span,
  now,
  onClose,
}: {
  userId: string
  /** Null while it is read, `none` where nothing of the user matches. */
  detail: UserDetail | 'none' | null
  endpointName: (id: string | null) => string | null
  chosenEndpoint: string | null
  span: SpanName
  now: number
  onClose: () => void
}) {
  const w = words().users
  const known = detail !== null && detail !== 'none' && detail.userId === userId ? detail : null
  return (
    <aside
      aria-label={w.details}
      className="relative flex w-[400px] shrink-0 flex-col overflow-auto border-l border-line bg-panel max-[50rem]:absolute max-[50rem]:inset-0 max-[50rem]:z-30 max-[50rem]:w-full max-[50rem]:border-l-0"
    >
      <header className="flex items-start gap-1 border-b border-line py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 py-1 font-semibold break-all">
          <UserId userId={userId} max={MOST_CHARACTERS} />
        </h2>
        <CopyButton text={userId} label={w.copyId} size="s" action="user.copy" />
        <IconButton
          label={w.closeDetails}
          action="user.close"
          icon={<X aria-hidden="true" size={16} />}
          onClick={onClose}
        />
      </header>
      <div className="px-4 py-3">
        <Button
          variant="primary"
          action="user.postbacks"
          onClick={() => showPostbacks(queryOf(userId, { endpointName: chosenEndpoint, span }))}
        >
          {w.showPostbacks}
        </Button>
      </div>
      {detail === 'none' && <p className="px-4 text-muted">{w.nothingMatches}</p>}
      {known && (
        <>
          <Part title={w.addedUp}>
            <Facts account={known} />
            <dl className="mt-2 grid grid-cols-[minmax(8.5rem,auto)_1fr] gap-x-4 gap-y-1">
              <Fact name={w.columns.firstSeen}>
                <span title={formatTimeTitle(known.firstSeen)}>{formatMoment(known.firstSeen, now)}</span>
              </Fact>
              <Fact name={w.columns.lastSeen}>
                <span title={formatTimeTitle(known.lastSeen)}>{formatMoment(known.lastSeen, now)}</span>
              </Fact>
            </dl>
            <ul className="mt-2 flex flex-wrap gap-x-4">
              {(['pass', 'warn', 'fail'] as const).map((verdict) => (
                <li key={verdict} className="inline-flex items-center gap-1.5 tabular-nums">
                  <VerdictMark verdict={verdict} withWord /> {formatCount(known.verdicts[verdict])}
                </li>
              ))}
            </ul>
          </Part>
          {known.notSummed.length > 0 && (
            <Part title={w.amountsNotSummed(notSummedCount(known))}>
              <ul className="flex flex-col gap-1.5">
                {known.notSummed.map(({ reason, count }) => (
                  <li key={reason}>
                    <span className="font-medium text-warn">{reasonWords(reason)}</span> {formatCount(count)}
                    <span className="block text-s text-muted">{reasonSentence(reason)}</span>
                    {reason !== 'beyond-bounds' && (
                      <button
                        type="button"
                        className="text-s text-accent underline underline-offset-2"
                        onClick={() => showPostbacks(queryOf(userId, { endpointName: chosenEndpoint, span, reason }))}
                      >
                        {w.showThese}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <Part title={w.byEndpoint}>
            <ul className="flex flex-col gap-2">
              {known.endpoints.map((one) => (
                <li key={one.endpointId ?? ''}>
                  <p className="font-medium break-all">
                    <VisibleText text={endpointName(one.endpointId) ?? w.noEndpoint} max={200} />
                  </p>
                  <Facts account={one} />
                </li>
              ))}
            </ul>
          </Part>
        </>
      )}
    </aside>
  )
}

function Facts({ account }: { account: Account }) {
  const { count, sum, duplicates, sumWithoutDuplicates } = account
  const w = words().users
  const left = notSummedCount(account)
  return (
    <dl className="grid grid-cols-[minmax(8.5rem,auto)_1fr] gap-x-4 gap-y-1">
      <Fact name={w.columns.count}>{formatCount(count)}</Fact>
      <Fact name={w.columns.sum}>{sum}</Fact>
      {duplicates > 0 && (
        <>
          <Fact name={w.columns.duplicates}>{formatCount(duplicates)}</Fact>
          <Fact name={w.sumWithoutDuplicates}>{sumWithoutDuplicates}</Fact>
        </>
      )}
      {left > 0 && <Fact name={w.columns.notSummed}>{notSummedWords(account)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] tabular-nums">{children}</dd>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line px-4 py-3">
      <h3 className="mb-1.5 text-s font-semibold text-muted">{title}</h3>
      {children}
    </section>
  )
}
