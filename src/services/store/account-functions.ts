/** Sums in SQL that stay exact: an aggregate function of our own, for each reading connection. */
import type { Database } from 'better-sqlite3'
import { decimalSortKey } from '../../core/decimal.ts'
import { createExactSum, type ExactSum } from '../../core/exact-sum.ts'
import { StoreError } from '../../core/ports.ts'

/** The sort key of the exact sum of amounts. */
export const SUM_KEY = 'exact_sum_key'

/** A sum under way fails once `stopping` says so. */
export function registerAccountFunctions(database: Database, stopping: () => boolean): void {
  database.aggregate<ExactSum>(SUM_KEY, {
    deterministic: true,
    start: () => createExactSum(),
    step: (sum: ExactSum, value: unknown) => {
      if (stopping()) throw new StoreError('closed', 'The history is closed.')
      if (typeof value === 'string') sum.add(value)
      return sum
    },
    result: (sum: ExactSum) => decimalSortKey(sum.result().total),
  })
}
