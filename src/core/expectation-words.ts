import { verifyWords } from '../words/of/verify.ts'
import type { DifferenceCause, Expectation, FieldDifference, Outcome, OutcomeState } from './expectation.ts'
import type { Outage } from './status.ts'

/** One word or two for an outcome: for badges and lists. */
export function outcomeWord(state: OutcomeState): string {
  return verifyWords().outcomes.states[state]
}

/** Why nobody could have reached us, as part of a sentence. */
export function outageWords(reason: Outage['reason']): string {
  return verifyWords().outcomes.outages[reason]
}

/** Causes that can stand together; every other one is a sentence of its own. */
const WAYS = [
  'case',
  'leading-zeros',
  'trailing-zeros',
  'plus-and-space',
  'edge-whitespace',
  'inner-whitespace',
  'invisible-character',
  'unicode-form',
] as const satisfies readonly DifferenceCause[]
type Way = (typeof WAYS)[number]

/** A field that came otherwise than expected, in one sentence that names the cause. */
export function describeDifference({ field, expected, arrived, causes }: FieldDifference): string {
  const w = verifyWords().outcomes
  const [first] = causes
  if (first !== undefined && !isWay(first)) return w.causes[first](field)
  const ways = causes.map((cause) => (isWay(cause) ? wayWords(cause, expected, arrived ?? '') : w.itsValue))
  return w.differs(field, ways)
}

function isWay(cause: DifferenceCause): cause is Way {
  return WAYS.some((way) => way === cause)
}

function wayWords(way: Way, expected: string, arrived: string): string {
  const w = verifyWords().outcomes
  if (way !== 'plus-and-space') return w.ways[way]
  return count(expected, '+') > count(arrived, '+') ? w.plusAsSpace : w.spaceAsPlus
}

/** What became of an expectation, in one sentence. */
export function describeOutcome({ outcome }: Pick<Expectation, 'outcome'>): string {
  const w = verifyWords().outcomes
  switch (outcome.state) {
    case 'pending':
      return outcome.nearest === null
        ? w.nothingYet
        : w.cameClose(outcome.nearest.postbackId, differencesSentence(outcome.nearest.differences))
    case 'met':
      return w.met(outcome.postbackId)
    case 'mismatched':
      return w.cameInstead(outcome.nearest.postbackId, differencesSentence(outcome.nearest.differences))
    case 'not-listening':
      return w.notListening(reasons(outcome), outcome.others)
    case 'expired':
      return outcome.others === 0 ? w.nothingCame : w.nothingLikeIt(outcome.others)
    case 'cancelled':
      return w.cancelled
    default:
      return outcome satisfies never
  }
}

function differencesSentence(differences: readonly FieldDifference[]): string {
  return differences.map(describeDifference).join(' ')
}

function reasons({ spans }: Extract<Outcome, { state: 'not-listening' }>): readonly string[] {
  return [...new Set(spans.map(({ reason }) => outageWords(reason)))]
}

const count = (text: string, sign: string): number => text.split(sign).length - 1
