/** What parts path, query and parameters, and stands there in the wrong form. */
export const separatorPages = {
  'separators-encoded': {
    title: 'The “&” or “=” between parameters is percent-encoded',
    what: 'A decoded value holds another parameter, as in `u_1001&reward_amount=50`: its `&` and `=` arrived as `%26` and `%3D`, so they do not part anything.',
    why: 'The whole query was encoded once too often, by an online encoder or by a program that takes it for a single value.',
    matters: 'The first parameter swallows all that follow: the user id is not the user’s, and the amount is missing.',
    dashboard: [
      'Leave `&` and `=` bare. Only a name or a value by itself is percent-encoded, never the query as a whole.',
    ],
    backend: ['Nothing has to be changed there. Do not decode a second time to make it fit.'],
    note: '`%26` is an encoded `&`, and `%3D` an encoded `=`.',
  },
  'semicolon-separator': {
    title: 'Parameters are separated by “;”',
    what: 'A value holds `;` with a name and a `=` behind it: parameters are parted by semicolons.',
    why: 'It is an old way of writing queries, which a few servers still read.',
    matters: 'Hardly any server parts there any more, so several parameters become one value.',
    dashboard: ['Write `&` between the parameters.'],
    backend: ['Nothing has to be changed there.'],
    note: 'The value of `user_id` goes on behind the `;`.',
  },
  'question-mark-missing': {
    title: 'There is no “?” before the parameters',
    what: 'The parameters follow the endpoint’s path without a `?`, for example behind an `&`. To HTTP they are then part of the path, and there is no query at all.',
    why: 'The URL was put together by hand, or a base URL was expected to end with its `?` and did not.',
    matters:
      'Most servers answer 404, since they have no such path, and one that does find the path finds no parameter.',
    dashboard: ['Put one `?` right behind the path, and `&` between the parameters only.'],
    backend: ['Nothing has to be changed there.'],
    note: 'Behind the path comes `&` where the `?` belongs.',
  },
  'question-mark-encoded': {
    title: 'The “?” is percent-encoded',
    what: 'Behind the endpoint’s path stands `%3F`, an encoded question mark, so all that follows is part of the path.',
    why: 'The URL as a whole was percent-encoded, or a tool took it for a path and encoded what a path may not hold.',
    matters:
      'Most servers answer 404, since they have no such path, and one that does find the path finds no parameter.',
    dashboard: ['Write a bare `?` behind the path.'],
    backend: ['Nothing has to be changed there.'],
    note: '`%3F` stands where the `?` belongs.',
  },
  'question-mark-repeated': {
    title: 'There is more than one “?”',
    what: 'Only the first `?` parts the path from the query. Any other one belongs to the name or value in which it stands, together with what follows it.',
    why: 'Parameters were added to a URL that had some already, with `?` in place of `&`.',
    matters: 'The parameter before the second `?` has a wrong value, and the one behind it is missing.',
    dashboard: ['Keep the first `?`, and write `&` in place of the others.'],
    backend: ['Nothing has to be changed there.'],
    note: 'A second `?` stands in the value of `user_id`.',
  },
}

export type SeparatorPages = typeof separatorPages
