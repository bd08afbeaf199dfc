/** `200`, or `200 and 409`. */
const joined = (statuses: readonly string[]): string => statuses.join(' and ')

/** What the advice at the end of a refusal rests on. */
export type RefusalAdvice = 'rate' | 'key' | 'user'

const ADVICE: Readonly<Record<RefusalAdvice, string>> = {
  rate: 'It limits the rate: rewards come in bursts, so let Adjump’s through.',
  key: 'Where it wants a key, put it into the URL, as in the dashboard.',
  user: 'Where it credits only users that it knows, give one of them as the known user.',
}

/** What the statuses of the replies say. Statuses are given as they came: `['200', '409']`. */
export const status = {
  expected: {
    accept: 'A status from 200 to 299.',
    refuse: 'A status from 400 to 499, and nothing credited.',
    either: 'A status from 200 to 299, or from 400 to 499 where it is refused.',
    repeat: 'The same status as for the first delivery, from 200 to 299.',
  },
  /** Stands before a sentence. */
  labelled: (label: string) => `${label}: `,
  /** Stands before a sentence. */
  someOf: (some: number, all: number) => `${String(some)} of ${String(all)}: `,
  noReply: (why: string) => `No whole reply came: ${why}`,
  noReplyExpected: 'A whole reply, in time.',
  fellOver: (statuses: readonly string[]) => `It fell over: status ${joined(statuses)}.`,
  fellOverExpected: 'No status from 500 on, whatever is sent.',
  redirected: (code: string, to: string | null) =>
    `It redirected (${code})${to === null ? '' : ` to ${to}`}: enter the final URL in the dashboard.`,
  redirectedExpected: 'No redirect: a sender need not follow it.',
  slow: (ms: number) => `The reply took ${String(ms)} ms: a sender may give up and deliver again.`,
  slowExpected: (ms: number) => `A reply within ${String(ms)} ms; do slow work after it.`,
  answered: (statuses: readonly string[]) => `Answered ${joined(statuses)}.`,
  answeredEveryTime: (statuses: readonly string[]) => `Answered ${joined(statuses)} every time.`,
  refused: (statuses: readonly string[]) => `Refused with ${joined(statuses)}.`,
  accepted: (statuses: readonly string[]) =>
    `It answered ${joined(statuses)} to a postback that cannot be credited: whoever sent it takes it for delivered, and nobody hears of the loss.`,
  refusedCorrect: (statuses: readonly string[], advice: RefusalAdvice) =>
    `It refused a correct postback with ${joined(statuses)}. ${ADVICE[advice]}`,
  refusedRepetition: (statuses: readonly string[]) =>
    `The repetition was answered ${joined(statuses)}: a sender takes that for a failure and may deliver again.`,
  refusedSome: (
    accepted: { readonly count: number; readonly statuses: readonly string[] },
    refused: { readonly count: number; readonly statuses: readonly string[] },
  ) =>
    `${String(accepted.count)} were answered ${joined(accepted.statuses)} and ${String(refused.count)} ${joined(refused.statuses)}: a sender takes the second for failures and may deliver again.`,
}

/** How another id came of the one that was sent: the end of “the id was …”. */
export const idChange = {
  decodedTwice: 'decoded twice',
  plusToSpace: 'decoded twice, which makes a space of “+”',
  mixedUpWithPlus: 'mixed up with one that has “+”: a raw “+” is a space, %2B is a plus',
  notAForm: 'not read as a form’s: a “+” in a query is a space',
  notDecoded: 'not decoded',
  trimmed: 'trimmed',
  inCase: 'changed in case',
  normalised: 'normalised to other characters',
  asLatin1: 'read as Latin-1 instead of UTF-8',
  stripped: 'stripped of what its character set cannot hold',
  cutOff: (characters: number) => `cut off after ${String(characters)} characters`,
  changed: 'changed',
}

/** How another amount came of those that were sent: the end of “12.34 became 12.3: …”. */
export const amountChange = {
  readAsFloat: 'it was read as a floating-point number, which keeps 15 to 17 digits',
  addedAsFloats: 'floating-point numbers were added, which keep 15 to 17 digits',
  severalTimes: (times: number) => `it was credited ${times === 2 ? 'twice' : `${String(times)} times`}`,
  firstDigits: 'only its first digits were read',
  commaAsPoint: 'the comma was taken for a point',
  commaLeftOut: 'the comma was left out',
  decimalsCutOff: (kept: number) =>
    `${kept === 0 ? 'its decimals' : `all but ${String(kept)} of its decimals`} were cut off`,
  rounded: (decimals: number) => `it was rounded to ${String(decimals)} decimals`,
}

/** What the balances say. `why`, `how`: as in `amountChange` and `idChange`. */
export const balance = {
  notRead: (user: string, why: string | null) =>
    `The balance of ${user} could not be read: ${why ?? 'it is no decimal.'}`,
  notReadExpected: 'The balance URL answers 200 with the balance as a decimal.',
  anothers: (user: string, growth: string, how: string) =>
    `The balance of ${user} grew by ${growth}, another user’s: the id was ${how}.`,
  anothersExpected: (user: string) => `${user} is credited, nobody else.`,
  /** What may become of it: each by how much it grows, null for not at all. */
  expected: (growths: readonly (string | null)[]) =>
    `The balance ${growths.map((growth) => (growth === null ? 'stays as it is' : `grows by ${growth}`)).join(', or ')}.`,
  unchanged: 'The balance did not change.',
  grewBy: (growth: string) => `The balance grew by exactly ${growth}.`,
  notCredited: (user: string) => `It accepted the postback, but credited nothing to ${user}.`,
  grewWrongly: (growth: string, right: string, why: string) =>
    `The balance grew by ${growth} where ${right} was right: ${why}.`,
  /** `right`: what would have been; null where the postback was refused. `came`: of what, and how. */
  changedWrongly: (
    growth: string,
    right: string | null,
    came: { readonly of: string; readonly why: string } | null,
  ) => {
    const what = right === null ? 'although it had refused the postback' : `where ${right} was right`
    return `The balance changed by ${growth} ${what}${came === null ? '' : `: ${came.of} became ${growth}, ${came.why}`}.`
  },
  /** Why it could not be read. */
  problem: {
    answered: (code: string) => `The balance URL answered ${code}.`,
    noNumber: 'There is no number in the answer.',
    noField: (field: string) => `The answer has no field “${field}”.`,
    noDecimal: 'The balance in the answer is no plain decimal.',
  },
}

/** What the replies' own words say. */
export const echo = {
  anotherUser: (got: string, sent: string, how: string) =>
    `The reply names the user ${got} where ${sent} was sent: the id was ${how}.`,
  anotherUserExpected: 'The user id as it was sent, decoded once, nothing else changed.',
  amountBecame: (sent: string, got: string, why: string) => `${sent} became ${got}: ${why}.`,
  amountExpected: 'The reply shows the amount that was sent, to the last digit.',
  creditsTwice: (from: string, to: string) =>
    `It credits twice: the balance in the replies grew from ${from} to ${to} with repetitions of one delivery.`,
  creditsTwiceExpected: 'The repetition leaves the balance as the first delivery made it.',
  staysExpected: 'The balance stays as it is.',
  newUserExpected: 'The balance of a new user is what was credited, to the last digit.',
}

/** What a reply gives away or lets in. */
export const leak = {
  shows: {
    database: (excerpt: string) => `The reply shows a message of the database: “${excerpt}”.`,
    trace: (excerpt: string) => `The reply shows a stack trace: “${excerpt}”.`,
    file: (excerpt: string) => `The reply shows the contents of /etc/passwd: “${excerpt}”.`,
  },
  showsExpected: {
    database: 'Parameters are bound, not pasted into SQL, and the database’s messages stay in the log.',
    trace: 'An error’s details stay in the backend’s log.',
    file: 'A value is never used as the name of a file.',
  },
  markup: 'The reply is HTML and has the user id’s markup in it unescaped: a browser would run it.',
  markupExpected: 'Markup escaped as &lt;…&gt;, or a reply that is no HTML.',
  header: 'A line break in the user id became one in the reply’s head: the reply has a header that the id named.',
  headerExpected: 'No received value in a header without its line breaks taken out.',
}

/** What only the user can see: the question, the answers, and what each means in the report. */
export const questions = {
  'credited-once': {
    text: (user: string, credit: string) => `How often was ${user} credited with ${credit}?`,
    once: 'Once',
    onceMeans: (credit: string) => `You looked: ${credit} was credited once.`,
    more: 'More than once',
    moreMeans: (credit: string) => `You looked: ${credit} was credited more than once.`,
    never: 'Not at all',
    neverMeans: (credit: string) => `You looked: ${credit} was accepted but not credited.`,
  },
  'credited-exactly': {
    text: (user: string, credit: string) =>
      `Is the balance of ${user} in the database ${credit} more than before, to the last digit?`,
    yes: 'To the last digit',
    yesMeans: (credit: string) => `You looked: the balance grew by exactly ${credit}.`,
    no: 'It is another amount',
    noMeans: (credit: string) => `You looked: the balance did not grow by exactly ${credit}.`,
  },
  'credited-to': {
    text: (user: string) => `Is the credited user’s id exactly ${user} in the database?`,
    yes: 'Exactly this id',
    yesMeans: (user: string) => `You looked: ${user} was credited, exactly this id.`,
    no: 'Another id',
    noMeans: (user: string) => `You looked: another user than ${user} was credited.`,
  },
  'not-credited': {
    text: (user: string) => `Did the balance of ${user} stay as it was?`,
    yes: 'It stayed',
    yesMeans: 'You looked: the balance stayed as it was.',
    no: 'It changed',
    noMeans: 'You looked: the balance changed.',
  },
}
