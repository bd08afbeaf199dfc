/** Amounts that have a value, and are written in a way, or of a size, that somebody may not expect. */
export const amountOddityPages = {
  'amount-exponent': {
    title: 'The amount is written with an exponent',
    what: 'The amount is in scientific notation, such as `1e3` for 1000. It has an exact value, which the inspector shows.',
    why: 'Programs write very large and very small floating-point numbers so, and some write round ones so too.',
    matters:
      'Not every parser reads exponents: SQL casts and money types often refuse them, and a loose one reads 1 from `1e3`.',
    dashboard: ['Where the reward’s number format can be chosen, choose plain digits.'],
    backend: ['Parse it with a decimal type that knows exponents, and test that it gives the value shown here.'],
    note: 'The `e3` behind the 1 means three zeros.',
  },
  'amount-negative': {
    title: 'The amount is negative',
    what: 'The amount is below zero. It has a value and is part of the sums as it stands.',
    why: 'Adjump documents no reversals, so nothing says what a negative amount would stand for. It may be a reward that is taken back, or a mistake in a reward’s settings.',
    matters: 'A backend that adds without looking takes the amount away from its user.',
    dashboard: ['Look at the reward’s settings, and ask Adjump what it stands for.'],
    backend: [
      'Decide what your server does with it, and do that explicitly: refuse it with a 4xx status, or take the reward back and keep a record of it.',
    ],
    note: 'Before the digits stands a minus sign.',
  },
  'amount-zero': {
    title: 'The amount is zero',
    what: 'The amount is a number, and that number is zero: `0`, `0.00`, `-0`.',
    why: 'Somebody tested with zero, the reward is set up without an amount, or what a user earned was rounded down before it was sent.',
    matters: 'There is nothing to reward. A user who has done something for it will ask where the reward is.',
    dashboard: ['If this was no test, look at the reward’s settings: its amount, and how it is rounded.'],
    backend: ['Answer it like any other postback, change no balance, and keep a record of it.'],
    note: 'The whole amount is `0`.',
  },
  'amount-plus-sign': {
    title: 'The amount begins with a plus sign',
    what: 'The amount is a number with a `+` before it. On the wire that is `%2B`, since a bare `+` in a query is a space.',
    why: 'A program that marks every number with its sign put it together.',
    matters:
      'JSON and many strict number formats allow no leading plus sign. Where it arrives as a bare `+`, a space is read in its place.',
    dashboard: ['Let nothing but the macro stand behind `reward_amount=`.'],
    backend: ['See that your parser accepts the sign, or refuse the request. Do not let it turn into 0 in silence.'],
    note: '`%2B` is an encoded plus sign.',
  },
  'amount-trailing-zeros': {
    title: 'The amount ends in zeros behind its point',
    what: 'The last digit behind the decimal point is a zero, as in `1.50` or `5.0`. The value is the same with and without it; the text is not.',
    why: 'Amounts of money are usually written with two decimals.',
    matters:
      'As soon as the text becomes a number the zeros are gone. That matters where the text itself is compared, logged or signed: `1.50` and `1.5` are two texts, so they are also no possible duplicates of each other.',
    dashboard: ['Nothing has to be changed there.'],
    backend: [
      'Keep the text as it came wherever it is compared, logged or signed, and compute with its decimal value.',
    ],
    note: 'Behind the point the last digit is a zero.',
  },
  'amount-bare-point': {
    title: 'The amount has no digit on one side of its point',
    what: 'The amount begins or ends with its decimal point, as in `.5` or `5.`. It has a value.',
    why: 'Some databases and spreadsheets leave out a zero before the point.',
    matters: 'JSON allows neither form, and some SQL casts and schema checks refuse them too.',
    dashboard: ['Where the reward’s number format can be chosen, choose one with a digit on both sides of the point.'],
    backend: ['See that your parser reads it. Where it does not, put the missing zero there before you parse.'],
    note: 'Before the point there is no digit.',
  },
  'leading-zeros': {
    title: 'A number begins with zeros',
    what: 'The amount, or a user id of digits alone, begins with zeros that a number would not have: `007`, `05.50`.',
    why: 'Ids are often padded to a fixed length. An amount has such zeros where a program filled a field of fixed width.',
    matters:
      'As soon as the text becomes a number the zeros are gone, and user `007` is user `7`. Where a leading zero stands for octal numbers, `010` even becomes 8.',
    dashboard: ['Nothing has to be changed there: the id is the one that your app uses.'],
    backend: ['Keep user ids as text, in your code and in the column of your database.'],
    note: 'The id is made of digits alone, and the first two are zeros.',
  },
  'precision-beyond-double': {
    title: 'More digits than a floating-point number holds',
    what: 'A double, the number type of JavaScript and of most languages’ `float`, would change this amount. The inspector keeps every digit of it.',
    why: 'The amount is very large, or it was computed with many decimals and not rounded.',
    matters:
      'Two amounts that differ become equal, and sums are off by the smallest unit after a while. `9007199254740993` becomes `9007199254740992`.',
    dashboard: ['Where the reward’s decimals can be chosen, choose as many as your own balance has.'],
    backend: [
      'Parse amounts with a decimal type, or as whole numbers of the smallest unit. Never compute with them as floating-point numbers.',
    ],
    note: 'A double keeps about 16 digits, and this amount has 19 behind its point.',
  },
}

export type AmountOddityPages = typeof amountOddityPages
