/** Whom the reward is for, and what a value may do where it goes next. */
export const userIdPages = {
  'user-id-placeholder': {
    title: 'The user id is a placeholder',
    what: 'The whole user id is a word that programs write where they have no user: `null`, `undefined`, `none`, `NaN`, `0`, `-1`, `[object Object]`, `anonymous` and the like, in any case.',
    why: 'The offerwall was opened before the user was known, or the code that hands the id over turned an absent one into text.',
    matters: 'Such rewards belong to nobody. Where a user of that name exists, all of them go to that one.',
    dashboard: ['In the verify form, enter an id as your app really has them.'],
    backend: [
      'In the app, open the offerwall only once the user’s id is known, and hand over the id itself and not an object.',
      'On the server, refuse a user that you do not know with a 4xx status, and keep a record of it.',
    ],
    note: '`null` is what JavaScript and other languages write for a value that is not there.',
  },
  'user-id-is-email': {
    title: 'The user id is an e-mail address',
    what: 'The user id has the form of an e-mail address. Nothing is wrong with the postback.',
    why: 'The app hands the address over as the id, since it is what its users sign in with.',
    matters:
      'The address ends up in the logs of every server on the way. When a user changes it, old rewards no longer match.',
    dashboard: ['Nothing has to be changed there.'],
    backend: ['Hand over an id that says nothing about the person and never changes.'],
    note: '`%40` is an encoded `@`: the id is `ana@example.com`.',
  },
  'markup-in-value': {
    title: 'The value looks like HTML',
    what: 'The value holds a tag such as `<b>`, or begins with `javascript:`. The inspector shows it as text and nothing else.',
    why: 'Somebody tries what a page does with it, or people may choose their own ids and one of them did.',
    matters:
      'Where such a value is put into a page without escaping, it runs there: in your admin panel, for example, with your rights.',
    dashboard: ['Nothing has to be changed there.'],
    backend: [
      'Escape the value wherever it is shown.',
      'Allow in user ids only the characters that yours are made of.',
    ],
    note: 'Decoded, the id is `<b>ana</b>`.',
  },
  'formula-in-value': {
    title: 'The value begins like a spreadsheet formula',
    what: 'The value begins with `=`, `+`, `-` or `@` and is no number. The inspector’s own CSV files disarm it with an apostrophe.',
    why: 'Somebody tries what a spreadsheet does with it, or ids are made with such a sign in front.',
    matters:
      'A spreadsheet that opens a CSV file with it computes the formula, which can send the sheet’s content elsewhere.',
    dashboard: ['Nothing has to be changed there.'],
    backend: ['Put an apostrophe before such a cell when you write CSV files yourself.'],
    note: 'Decoded, the id is `=1+2`.',
  },
}

export type UserIdPages = typeof userIdPages
