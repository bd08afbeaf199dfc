const fields = { user_id: 'user id', reward_amount: 'reward amount' }
type Field = keyof typeof fields

function other(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' One other postback came.' : ` ${String(count)} other postbacks came.`
}

/** What became of an expectation, and in what a postback differs from it. */
export const verifyOutcomes = {
  /** One word or two for each outcome: for badges and lists. */
  states: {
    pending: 'Waiting',
    met: 'Met',
    mismatched: 'Mismatched',
    'not-listening': 'Not listening',
    expired: 'Expired',
    cancelled: 'Cancelled',
  },
  /** Why nobody could have reached us, as part of a sentence. */
  outages: {
    off: 'the inspector was not running',
    asleep: 'this computer was asleep',
    'tunnel-down': 'the tunnel was down',
    'receiver-down': 'the receiver did not listen',
    'store-refusing': 'the history could not be written',
  },
  nothingYet: 'Nothing like it has come yet.',
  cameClose: (id: number, differences: string) => `Postback ${String(id)} came close: ${differences}`,
  met: (id: number) => `Postback ${String(id)} is exactly what was expected.`,
  cameInstead: (id: number, differences: string) => `Postback ${String(id)} came instead. ${differences}`,
  notListening: (reasons: readonly string[], others: number) =>
    `Nothing like it came, and for part of the time we were not listening: ${reasons.join(', ')}.${other(others)}`,
  nothingCame: 'Nothing came on this endpoint while it waited, and we were listening all the time.',
  nothingLikeIt: (others: number) => `Nothing like it came.${other(others)}`,
  cancelled: 'It was cancelled.',
  /** Causes that are a sentence of their own. */
  causes: {
    missing: (field: Field) => `The ${fields[field]} did not come: its parameter is missing.`,
    empty: (field: Field) => `The ${fields[field]} came empty: its parameter has no value.`,
    'macro-not-replaced': (field: Field) => `The ${fields[field]} is a macro that was not replaced.`,
    swapped: (field: Field) =>
      `User id and reward amount are swapped: the ${fields[field]} came in the other’s parameter.`,
    'double-encoded': (field: Field) =>
      `The ${fields[field]} still has percent escapes after decoding: it was encoded twice.`,
    'encoded-expectation': (field: Field) =>
      `The ${fields[field]} that you expect is written percent-encoded; it arrived as that text decoded.`,
    mojibake: (field: Field) =>
      `The ${fields[field]} has a wrong encoding: its UTF-8 bytes were taken for single characters and encoded again.`,
    'not-utf8': (field: Field) =>
      `The ${fields[field]} has a wrong encoding: it was not sent as UTF-8, and what is not ASCII is lost.`,
    'number-form': (field: Field) => `The ${fields[field]} is the same number, written another way.`,
    'another-value': (field: Field) => `The ${fields[field]} is another value.`,
  },
  /** Causes that can stand together, in one sentence. */
  differs: (field: Field, ways: readonly string[]) => `The ${fields[field]} differs in ${ways.join(' and in ')}.`,
  ways: {
    case: 'upper and lower case',
    'leading-zeros': 'leading zeros',
    'trailing-zeros': 'trailing zeros',
    'edge-whitespace': 'whitespace at its edges',
    'inner-whitespace': 'whitespace inside it',
    'invisible-character': 'characters that cannot be seen',
    'unicode-form': 'its Unicode form (it looks alike and has other characters)',
  },
  plusAsSpace: 'a “+” that arrived as a space (in a query a bare “+” is a space; the sender must write %2B)',
  spaceAsPlus: 'a space that arrived as “+” (it was encoded once too often)',
  itsValue: 'its value',
}

export type VerifyOutcomesWords = typeof verifyOutcomes
