/** What the conformance check sends: `correct` says what a correct backend does. */
export const scenarios = {
  groups: {
    delivery: 'Deliveries',
    missing: 'Missing and empty values',
    identity: 'User ids',
    amount: 'Amounts',
    hostile: 'Hostile text',
    query: 'Forms of the query',
    http: 'HTTP and time',
  },
  /** The requests of one scenario, told apart. */
  labels: {
    only: 'Postback',
    first: 'First',
    again: 'Again',
    anotherAmount: 'Another amount',
    atOnce: (count: number) => `${String(count)} at once`,
  },
  negativeTaken: 'It took 5.25 off the balance: right only if you have agreed on reversals with Adjump.',
  each: {
    'first-delivery': { title: 'First delivery', correct: 'Answers 2xx and credits the amount once.' },
    'same-again': {
      title: 'The same delivery again',
      correct: 'Answers the repetition like the first delivery, and does not credit twice.',
    },
    'other-amount': {
      title: 'Same user, another amount',
      correct: 'Credits both: another amount is another reward.',
    },
    burst: {
      title: 'The same delivery 50 times at once',
      correct: 'Answers all alike and credits once: looking first and writing then lets several through.',
    },
    'missing-user': { title: 'No user id', correct: 'Answers 4xx and credits nobody.' },
    'empty-user': {
      title: 'Empty user id',
      correct: 'Answers 4xx and credits nobody, no user of an empty name either.',
    },
    'missing-amount': { title: 'No amount', correct: 'Answers 4xx and credits nothing.' },
    'empty-amount': {
      title: 'Empty amount',
      correct: 'Answers 4xx and credits nothing: an empty text is not zero.',
    },
    'macro-user': {
      title: 'The macro’s text as user id: {user_id}',
      correct: 'Answers 4xx: no user is called “{user_id}”, the dashboard’s URL is wrong.',
    },
    'macro-amount': {
      title: 'The macro’s text as amount: {reward_amount}',
      correct: 'Answers 4xx and credits nothing.',
    },
    'unicode-id': {
      title: 'Unicode in the user id',
      correct: 'Credits exactly this id: UTF-8, nothing replaced, nothing normalised.',
    },
    'plus-encoded': {
      title: '“+” in the user id, sent as %2B',
      correct: 'Reads %2B as “+”, and credits that id.',
    },
    'plus-raw': {
      title: 'A space in the user id, sent as “+”',
      correct: 'Reads a raw “+” in a query as a space, as forms do.',
    },
    'space-id': {
      title: 'A space in the user id, sent as %20',
      correct: 'Reads %20 as a space, and credits that id.',
    },
    'at-id': { title: '“@” in the user id, as in an e-mail address', correct: 'Credits exactly this id.' },
    'long-id': {
      title: 'A user id of 2000 characters',
      correct: 'Credits this id whole, or refuses it with 4xx; it does not cut it off and does not fall over.',
    },
    zero: { title: 'Amount 0', correct: 'Accepts or refuses it, and changes no balance.' },
    negative: {
      title: 'A negative amount',
      correct: 'Refuses it with 4xx, unless it is meant to take rewards back; Adjump documents no reversals.',
    },
    'many-decimals': {
      title: 'An amount with 30 decimals',
      correct: 'Keeps every digit, or refuses it with 4xx; it does not round in silence.',
    },
    'beyond-double': {
      title: 'Amount 2⁵³+1',
      correct: 'Credits 9007199254740993, or refuses it with 4xx; a floating-point number makes …992 of it.',
    },
    'decimal-comma': {
      title: 'A decimal comma: 1,50',
      correct: 'Answers 4xx: it could mean 1.50 or 150, and a backend must not guess.',
    },
    'no-number': { title: 'An amount that is no number', correct: 'Answers 4xx and credits nothing.' },
    'sum-of-decimals': {
      title: '0.1 and then 0.2',
      correct: 'The balance grows by 0.3 exactly, not by 0.30000000000000004.',
    },
    'sql-quote': {
      title: 'A quote of SQL in the user id',
      correct: 'Takes it for a text: parameters are bound, not pasted into SQL. No 5xx, no message of the database.',
    },
    markup: {
      title: 'HTML and script in the user id',
      correct: 'Takes it for a text, and escapes it wherever a page or a reply shows it.',
    },
    'line-break': {
      title: 'A line break in the user id (%0D%0A)',
      correct: 'Lets it into no header and no log line of its own.',
    },
    nul: {
      title: 'A NUL in the user id (%00)',
      correct: 'Refuses it with 4xx or keeps it whole; the id does not end there.',
    },
    'path-traversal': {
      title: 'A path in the user id (../../etc/passwd)',
      correct: 'Takes it for a text, and opens no file of that name.',
    },
    'unknown-parameter': { title: 'A parameter that nobody asked for', correct: 'Ignores it and credits.' },
    'other-order': {
      title: 'The parameters in another order',
      correct: 'Credits: the order of parameters means nothing.',
    },
    'repeated-parameter': {
      title: 'The user id twice, with two values',
      correct:
        'Refuses it with 4xx, or credits one of the two, once. It does not fall over a list where it wants a text.',
    },
    'double-encoded': {
      title: 'A user id that holds “%2B” itself (sent as %252B)',
      correct: 'Decodes once: the id is “a%2Bb”, neither “a+b” nor “a b”.',
    },
    post: {
      title: 'POST instead of GET',
      correct: 'Refuses it with 405, or takes it like a GET. Adjump sends GET.',
    },
    head: { title: 'HEAD instead of GET', correct: 'Credits nothing: link checkers and previews send HEAD.' },
    'slow-client': {
      title: 'A slow client: it connects, and sends its request a second later',
      correct: 'Waits for the request, and credits.',
    },
  },
}

export type ScenariosWords = typeof scenarios
