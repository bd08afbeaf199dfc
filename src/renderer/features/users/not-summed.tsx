import { FINDING_TEXTS } from '../../../core/findings/texts.ts'
import type { Account, NotSummedReason } from '../../../core/users.ts'
import { formatCount } from '../../lib/format.ts'

/** Shorter than their codes where the code does not speak of the amount. */
const WORDS: Partial<Record<NotSummedReason, string>> = {
  'param-missing': 'missing',
  'param-empty': 'empty',
  'beyond-bounds': 'too large or small to add',
}

/** A reason in a word or two. */
export function reasonWords(reason: NotSummedReason): string {
  return WORDS[reason] ?? reason
}

/** A reason as a sentence. */
export function reasonSentence(reason: NotSummedReason): string {
  return reason === 'beyond-bounds'
    ? 'Its digits lie above 10^400 or below 10^-400; sums take nothing else.'
    : FINDING_TEXTS[reason].wrong
}

/** How many amounts are in no sum. */
export function notSummedCount({ notSummed }: Pick<Account, 'notSummed'>): number {
  return notSummed.reduce((total, { count }) => total + count, 0)
}

/** “amount-decimal-comma 3, missing 2”. */
export function notSummedWords({ notSummed }: Pick<Account, 'notSummed'>): string {
  return notSummed.map(({ reason, count }) => `${reasonWords(reason)} ${formatCount(count)}`).join(', ')
}
