import type { ReactNode } from 'react'
import type { UserTotals } from '../../../core/users.ts'
import { words } from '../../../words/words.ts'
import { Pieces } from '../../ui/pieces.tsx'
import { notSummedCount, notSummedWords } from './not-summed.tsx'

/** Everybody who matches, added up. */
export function TotalsLine({ totals }: { totals: UserTotals }) {
  const { users, count, sum, duplicates, sumWithoutDuplicates, withoutUserId } = totals
  const w = words().users.totals
  const left = notSummedCount(totals)
  return (
    <section aria-label={w.total} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-s text-muted">
      <span>
        <Strong>{w.users(users)}</Strong>, {w.postbacks(count)}
      </span>
      <span>
        <Pieces of={w.exactSum(<Strong>{sum}</Strong>)} />
      </span>
      {duplicates > 0 && (
        <span>
          <Pieces of={w.withoutDuplicates(duplicates, <Strong>{sumWithoutDuplicates}</Strong>)} />
        </span>
      )}
      {left > 0 && <span className="text-warn">{w.notSummed(left, notSummedWords(totals))}</span>}
      {withoutUserId.count > 0 && (
        <span className="text-warn">
          <Pieces of={w.withoutUserId(withoutUserId.count, <span className="break-all">{withoutUserId.sum}</span>)} />
        </span>
      )}
    </section>
  )
}

function Strong({ children }: { children: ReactNode }) {
  return <strong className="font-semibold break-all text-ink tabular-nums">{children}</strong>
}
