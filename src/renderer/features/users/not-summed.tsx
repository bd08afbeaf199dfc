import { findingText } from '../../../core/findings/texts.ts'
import type { Account, NotSummedReason } from '../../../core/users.ts'
import { words } from '../../../words/words.ts'
import { formatCount } from '../../lib/format.ts'

/** A reason in a word or two: its code, unless that does not speak of the amount. */
export function reasonWords(reason: NotSummedReason): string {
  const others: Partial<Record<NotSummedReason, string>> = words().users.reasons
  return others[reason] ?? reason
}

/** A reason as a sentence. */
export function reasonSentence(reason: NotSummedReason): string {
  return reason === 'beyond-bounds' ? words().users.beyondBounds : findingText(reason).wrong
}

/** How many amounts are in no sum. */
export function notSummedCount({ notSummed }: Pick<Account, 'notSummed'>): number {
  return notSummed.reduce((total, { count }) => total + count, 0)
}

/** “amount-decimal-comma 3, missing 2”. */
export function notSummedWords({ notSummed }: Pick<Account, 'notSummed'>): string {
  return notSummed.map(({ reason, count }) => `${reasonWords(reason)} ${formatCount(count)}`).join(', ')
}
