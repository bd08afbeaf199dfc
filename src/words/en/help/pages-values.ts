/** Whether the two values arrived at all, once, and each under its own name. */
export const valuePages = {
  'param-missing': {
    title: 'A mapped parameter is missing',
    what: 'The endpoint maps one name to the user id and one to the reward amount, and no parameter with exactly that name is in the query. Names are compared after decoding and to the letter, so `User_ID` is not `user_id`.',
    why: 'The URL in the dashboard lacks the parameter, spells its name differently, or has a broken separator before it, so that it became part of another value. Where the name or the separator is the cause, a second finding beside this one says so.',
    matters: 'Without a user id nobody can be rewarded, and without an amount nobody knows with how much.',
    dashboard: [
      'Copy the dashboard URL from the inspector and paste it in place of the one that stands there: it has both names and both macros.',
      'Where the name in the dashboard is the one that your server expects, leave it and change the mapped name in **Endpoints** instead. The stored history is then read again.',
    ],
    backend: [
      'Refuse a request that lacks one of the two, with a 4xx status, and credit nobody. A default user or a default amount turns a wrong URL into wrong balances.',
    ],
    note: 'Nothing in the query is called `reward_amount`.',
  },
  'param-empty': {
    title: 'A mapped parameter has no value',
    what: 'The name is there, but nothing stands behind its `=`, or there is no `=` at all. An empty value is something else than an absent one, and it is not zero.',
    why: 'One of the two fields of the dashboard’s verify form was left empty, the macro is missing behind the `=`, or your app opened the offerwall before it knew its user.',
    matters:
      'An empty user id is a user that nobody has. An empty amount becomes 0 in some languages and an error in others.',
    dashboard: [
      'Fill in both fields of the verify form before you press its button.',
      'See that each macro stands right behind the `=` of its own name, as in `user_id={user_id}`.',
    ],
    backend: [
      'Treat an empty value like a missing one: refuse the request with a 4xx status and credit nobody.',
      'In the app, open the offerwall only once the user’s id is known.',
    ],
    note: 'Between `user_id=` and the next `&` there is nothing.',
  },
  'macro-not-replaced': {
    title: 'A macro arrived instead of a value',
    what: 'The value as a whole is a placeholder: Adjump’s own `{user_id}` or `{reward_amount}`, or that of another network, such as `[[user_id]]`, `%user_id%` or `$user_id$`. It is recognised bare and percent-encoded.',
    why: 'Adjump documents two macros, `{user_id}` and `{reward_amount}`, and nothing says that it replaces any other spelling: a macro that is misspelt, in another dialect or percent-encoded may stay as it was typed. The same text arrives where somebody opens the dashboard’s URL by hand, for then nobody replaces anything.',
    matters:
      'A backend that does not look credits a user called `{user_id}`, and every postback of every user goes there.',
    dashboard: [
      'Write the two macros as Adjump documents them: in single braces, in small letters, not percent-encoded. Copying the dashboard URL from the inspector does that.',
    ],
    backend: [
      'Refuse a user id or an amount that is a macro with a 4xx status. No user is called so, and the mistake is seen at once.',
    ],
    note: 'The value of `user_id` is the macro itself.',
  },
  'values-swapped': {
    title: 'User id and amount have changed places',
    what: 'The user id is a plain number, and the amount is no number but looks like an id: letters with digits, an address, or a UUID.',
    why: 'The two macros stand behind each other’s names in the dashboard’s URL, or the names are mapped the wrong way round.',
    matters:
      'A backend that reads what it can credits user 50 with an amount it cannot read. Where the ids of your users are numbers, such a mistake looks right at first sight.',
    dashboard: [
      'See that `{user_id}` stands behind the name of the user id and `{reward_amount}` behind the name of the amount. The dashboard URL that the inspector builds has them so.',
    ],
    backend: ['Refuse an amount that is no number, and a user id that you do not know.'],
    note: 'The number stands where the id belongs, and the id where the number belongs.',
  },
  'repeated-param': {
    title: 'A mapped parameter occurs more than once',
    what: 'A name that the endpoint maps is in the query twice or more. The inspector takes the first value and shows all of them.',
    why: 'The parameter was pasted twice into the dashboard’s URL, or the base URL that was entered there already had it.',
    matters:
      'Frameworks do not agree: some take the first value, some the last, some make a list of both. So the same postback credits different users on different servers.',
    dashboard: ['Remove the repeated parameter, so that each name stands in the URL once.'],
    backend: [
      'Refuse a request in which one of the two names occurs twice, or take the first on purpose. Do not leave it to the framework’s default.',
    ],
    note: '`user_id` stands there twice, with two different users.',
  },
  'extra-params': {
    title: 'There are parameters that are not mapped',
    what: 'The query has names that the endpoint does not know, and that are not close to any name that is missing.',
    why: 'You wrote more into the dashboard’s URL than the two documented parameters, or something on the way adds its own.',
    matters:
      'Nothing is wrong with it. A name that matters to you is worth mapping, since its value then stands beside the other two.',
    dashboard: ['Nothing has to be changed there.'],
    backend: [
      'Ignore what you do not know.',
      'To follow one of them in the inspector, open the endpoint and add it under **Extra fields**. One that is called `transaction_id` there also tells possible duplicates apart.',
    ],
    note: '`campaign` is neither of the two mapped names, nor an extra field.',
  },
}

export type ValuePages = typeof valuePages
