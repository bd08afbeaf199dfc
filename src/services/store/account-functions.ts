/** Sums in SQL that stay exact: aggregate functions of our own, for each reading connection. */
import type { Database } from 'better-sqlite3'
import { decimalSortKey } from '../../core/decimal.ts'
import { createExactSum, type ExactSum } from '../../core/exact-sum.ts'
import { StoreError } from '../../core/ports.ts'
import { type Account, type NotSummedReason, whyNotSummed } from '../../core/users.ts'
import { type Column, textFromColumn } from './exact-text.ts'
import { findingsFromText } from './findings-text.ts'

/** The sort key of the exact sum of amounts. */
export const SUM_KEY = 'exact_sum_key'
const ACCOUNT = 'exact_account'

/** A column that holds an `Account` as JSON; `r` is the reading, `d` its row of possible duplicates. */
export const ACCOUNT_COLUMN = `${ACCOUNT}(r.amount_value,
  CASE WHEN r.amount_value IS NULL THEN r.amount_text END,
  CASE WHEN r.amount_value IS NULL THEN r.findings END, d.id) AS account`
export const DUPLICATE_JOIN = `LEFT JOIN reading_code d ON d.code = 'possible-duplicate' AND d.id = r.id`

interface Growing {
  readonly all: ExactSum
  readonly single: ExactSum
  readonly reasons: Map<NotSummedReason, number>
  count: number
  duplicates: number
}

/** A sum under way fails once `stopping` says so. */
export function registerAccountFunctions(database: Database, stopping: () => boolean): void {
  const checkWanted = (): void => {
    if (stopping()) throw new StoreError('closed', 'The history is closed.')
  }
  database.aggregate<ExactSum>(SUM_KEY, {
    deterministic: true,
    start: () => createExactSum(),
    step: (sum: ExactSum, value: unknown) => {
      checkWanted()
      if (typeof value === 'string') sum.add(value)
      return sum
    },
    result: (sum: ExactSum) => decimalSortKey(sum.result().total),
  })
  database.aggregate<Growing>(ACCOUNT, {
    deterministic: true,
    start: (): Growing => ({
      all: createExactSum(),
      single: createExactSum(),
      reasons: new Map(),
      count: 0,
      duplicates: 0,
    }),
    varargs: true,
    step: (growing: Growing, ...columns: unknown[]) => {
      const [value, text, findings, duplicate] = columns
      checkWanted()
      growing.count += 1
      if (duplicate !== null) growing.duplicates += 1
      const amount = typeof value === 'string' ? value : null
      if (growing.all.add(amount)) {
        if (duplicate === null) growing.single.add(amount)
        return growing
      }
      const reason = amount === null ? reasonOf(text, findings) : 'beyond-bounds'
      growing.reasons.set(reason, (growing.reasons.get(reason) ?? 0) + 1)
      return growing
    },
    result: (growing: Growing) => JSON.stringify(accountOf(growing)),
  })
}

/** Columns of `reading`, written by this program: not parsed again for every row. */
export function reasonOf(text: unknown, findings: unknown): NotSummedReason {
  const known = findingsFromText(typeof findings === 'string' ? findings : null)
  return whyNotSummed(textFromColumn(text as Column), known)
}

function accountOf({ all, single, reasons, count, duplicates }: Growing): Account {
  const notSummed = [...reasons].map(([reason, times]) => ({ reason, count: times }))
  return {
    count,
    sum: all.result().total,
    notSummed: notSummed.sort((a, b) => b.count - a.count),
    duplicates,
    sumWithoutDuplicates: single.result().total,
  }
}

/** Reads what `ACCOUNT_COLUMN` wrote. */
export function accountFromColumn(account: string): Account {
  return JSON.parse(account) as Account
}
