import type { DifferenceCause, Expectation, FieldDifference, Outcome, OutcomeState } from './expectation.ts'
import type { Outage } from './status.ts'

const FIELDS: Record<FieldDifference['field'], string> = { user_id: 'user id', reward_amount: 'reward amount' }

/** One word or two for each outcome: for badges and lists. */
export const OUTCOME_WORDS: Record<OutcomeState, string> = {
  pending: 'Waiting',
  met: 'Met',
  mismatched: 'Mismatched',
  'not-listening': 'Not listening',
  expired: 'Expired',
  cancelled: 'Cancelled',
}

const OUTAGE_WORDS: Record<Outage['reason'], string> = {
  off: 'the inspector was not running',
  asleep: 'this computer was asleep',
  'tunnel-down': 'the tunnel was down',
  'receiver-down': 'the receiver did not listen',
  'store-refusing': 'the history could not be written',
}

/** Why nobody could have reached us, as part of a sentence. */
export function outageWords(reason: Outage['reason']): string {
  return OUTAGE_WORDS[reason]
}

/** A field that came otherwise than expected, in one sentence that names the cause. */
export function describeDifference({ field, expected, arrived, causes }: FieldDifference): string {
  const name = FIELDS[field]
  const [first] = causes
  const whole = first === undefined ? null : wholeSentence(first, name)
  if (whole !== null) return whole
  const ways = causes.map((cause) => wayWords(cause, expected, arrived ?? ''))
  return `The ${name} differs in ${ways.join(' and in ')}.`
}

/** Causes that are a sentence of their own; null for those that can stand together. */
function wholeSentence(cause: DifferenceCause, name: string): string | null {
  switch (cause) {
    case 'missing':
      return `The ${name} did not come: its parameter is missing.`
    case 'empty':
      return `The ${name} came empty: its parameter has no value.`
    case 'macro-not-replaced':
      return `The ${name} is a macro that was not replaced.`
    case 'swapped':
      return `User id and reward amount are swapped: the ${name} came in the other’s parameter.`
    case 'double-encoded':
      return `The ${name} still has percent escapes after decoding: it was encoded twice.`
    case 'encoded-expectation':
      return `The ${name} that you expect is written percent-encoded; it arrived as that text decoded.`
    case 'mojibake':
      return `The ${name} has a wrong encoding: its UTF-8 bytes were taken for single characters and encoded again.`
    case 'not-utf8':
      return `The ${name} has a wrong encoding: it was not sent as UTF-8, and what is not ASCII is lost.`
    case 'number-form':
      return `The ${name} is the same number, written another way.`
    case 'another-value':
      return `The ${name} is another value.`
    case 'case':
    case 'leading-zeros':
    case 'trailing-zeros':
    case 'plus-and-space':
    case 'edge-whitespace':
    case 'inner-whitespace':
    case 'invisible-character':
    case 'unicode-form':
      return null
    default:
      return cause satisfies never
  }
}

function wayWords(cause: DifferenceCause, expected: string, arrived: string): string {
  switch (cause) {
    case 'case':
      return 'upper and lower case'
    case 'leading-zeros':
      return 'leading zeros'
    case 'trailing-zeros':
      return 'trailing zeros'
    case 'plus-and-space':
      return count(expected, '+') > count(arrived, '+')
        ? 'a “+” that arrived as a space (in a query a bare “+” is a space; the sender must write %2B)'
        : 'a space that arrived as “+” (it was encoded once too often)'
    case 'edge-whitespace':
      return 'whitespace at its edges'
    case 'inner-whitespace':
      return 'whitespace inside it'
    case 'invisible-character':
      return 'characters that cannot be seen'
    case 'unicode-form':
      return 'its Unicode form (it looks alike and has other characters)'
    default:
      return 'its value'
  }
}

/** What became of an expectation, in one sentence. */
export function describeOutcome({ outcome }: Pick<Expectation, 'outcome'>): string {
  switch (outcome.state) {
    case 'pending':
      return outcome.nearest === null
        ? 'Nothing like it has come yet.'
        : `Postback ${String(outcome.nearest.postbackId)} came close: ${differencesSentence(outcome.nearest.differences)}`
    case 'met':
      return `Postback ${String(outcome.postbackId)} is exactly what was expected.`
    case 'mismatched':
      return `Postback ${String(outcome.nearest.postbackId)} came instead. ${differencesSentence(outcome.nearest.differences)}`
    case 'not-listening':
      return `Nothing like it came, and for part of the time we were not listening: ${reasons(outcome)}.${othersSentence(outcome.others)}`
    case 'expired':
      return outcome.others === 0
        ? 'Nothing came on this endpoint while it waited, and we were listening all the time.'
        : `Nothing like it came.${othersSentence(outcome.others)}`
    case 'cancelled':
      return 'It was cancelled.'
    default:
      return outcome satisfies never
  }
}

export function differencesSentence(differences: readonly FieldDifference[]): string {
  return differences.map(describeDifference).join(' ')
}

function reasons({ spans }: Extract<Outcome, { state: 'not-listening' }>): string {
  return [...new Set(spans.map(({ reason }) => OUTAGE_WORDS[reason]))].join(', ')
}

function othersSentence(others: number): string {
  if (others === 0) return ''
  return others === 1 ? ' One other postback came.' : ` ${String(others)} other postbacks came.`
}

const count = (text: string, sign: string): number => text.split(sign).length - 1
