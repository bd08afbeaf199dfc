/** Words that stand as small numbers in columns, so that their order is the order of sorting. Never renumbered. */
import type { Kind, Verdict } from '../../core/postback.ts'

export const KIND_NUMBERS = { postback: 0, probe: 1, noise: 2, rejected: 3 } as const satisfies Record<Kind, number>
export const VERDICT_NUMBERS = { pass: 0, warn: 1, fail: 2 } as const satisfies Record<Verdict, number>

const KINDS: readonly Kind[] = ['postback', 'probe', 'noise', 'rejected']
const VERDICTS: readonly Verdict[] = ['pass', 'warn', 'fail']

export function kindOf(number: number): Kind {
  return KINDS[number] ?? 'noise'
}

export function verdictFromNumber(number: number | null): Verdict | null {
  return number === null ? null : (VERDICTS[number] ?? null)
}
