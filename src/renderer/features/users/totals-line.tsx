import type { ReactNode } from 'react'
import type { UserTotals } from '../../../core/users.ts'
import { formatCount, formatPlural } from '../../lib/format.ts'
import { notSummedCount, notSummedWords } from './not-summed.tsx'

/** Everybody who matches, added up. */
export function TotalsLine({ totals }: { totals: UserTotals }) {
  const { users, count, sum, duplicates, sumWithoutDuplicates, withoutUserId } = totals
  const left = notSummedCount(totals)
  return (
    <section aria-label="Total" className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-s text-muted">
      <span>
        <Strong>{formatPlural(users, 'user')}</Strong>, {formatPlural(count, 'postback')}
      </span>
      <span>
        exact sum <Strong>{sum}</Strong>
      </span>
      {duplicates > 0 && (
        <span>
          without {formatPlural(duplicates, 'possible duplicate')} <Strong>{sumWithoutDuplicates}</Strong>
        </span>
      )}
      {left > 0 && (
        <span className="text-warn">
          {formatPlural(left, 'amount')} not summed: {notSummedWords(totals)}
        </span>
      )}
      {withoutUserId.count > 0 && (
        <span className="text-warn">
          besides, {formatCount(withoutUserId.count)} without any user id, sum{' '}
          <span className="break-all">{withoutUserId.sum}</span>
        </span>
      )}
    </section>
  )
}

function Strong({ children }: { children: ReactNode }) {
  return <strong className="font-semibold break-all text-ink tabular-nums">{children}</strong>
}
