const NO_SUCH = {
  verdict: 'There is no verdict',
  kind: 'There is no kind',
  code: 'There is no code',
  endpoint: 'There is no endpoint',
  is: 'There is no state',
  has: 'There is no such thing to have',
  colour: 'There is no colour',
}

/** Why something in the filter box was left out. */
export const filterProblems = {
  needsValue: (key: string, label: string) => `“${key}:” needs a value: ${label}.`,
  notNegatable: (key: string) => `“${key}” cannot be turned around with “-”.`,
  /** `meant` is the key that was probably meant. */
  unknownKey: (written: string, meant: string | null) =>
    `There is no key “${written}”. ${meant === null ? 'Put the word in quotes to search for it as text.' : `Did you mean ${meant}:?`}`,
  unknownValue: (key: keyof typeof NO_SUCH, value: string, meant: string | null) =>
    `${NO_SUCH[key]} “${value}”${meant === null ? '.' : `; did you mean ${meant}?`}`,
  noMethod: (value: string) => `“${value}” is no method; a method is one word, for example GET.`,
  noStatus: (value: string) => `“${value}” is no status; a status is a number from 100 to 599.`,
  bothWays: 'The same is asked for and left out; nothing could match.',
  userPartMissing: 'Say which part of the user id to look for, for example user:u_1*.',
  oneUserPart: 'Only one part of the user id can be looked for at a time.',
  oneUser: 'A postback has one user id; remove the other “user:” first.',
  noTime: (value: string) => `“${value}” is no time; write 30m, 1h, 2d, 2025-01-31 or 2025-01-31T12:00.`,
  sinceNotBeforeUntil: '“since” must be earlier than “until”; like this nothing could match.',
  nothingLeft: {
    kind: 'That would leave out every kind, so nothing could match.',
    verdict: 'That would leave out every verdict, so nothing could match.',
  },
  rangeWithoutEnd: 'A range needs at least one end, for example 5..10.',
  rangeBackwards: (from: string, to: string) => `The range runs backwards; did you mean ${from}..${to}?`,
  amountMissing: 'The amount is missing, for example amount:>=5.',
  amountWithComma: 'Write an amount with a point and without separators: 1234.50.',
  noAmount: 'An amount is an exact number, for example 5, >=2.50 or 5..10.',
}
