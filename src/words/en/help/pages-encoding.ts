/** How a value was encoded on its way. */
export const encodingPages = {
  'double-encoded': {
    title: 'The value was percent-encoded twice',
    what: 'Decoded once, as every server does, the value still holds an escape such as `%40`: on the wire it stood as `%2540`.',
    why: 'Two steps encoded the same text, usually your app as it hands the user id to the offerwall, and then the library that builds the URL.',
    matters: 'Your backend looks for the user `ana%40shop`, and the user is `ana@shop`.',
    dashboard: ['Write the macros bare, as `{user_id}`: what is encoded there may be encoded once more.'],
    backend: [
      'Find the step that encodes what is encoded already, and take it out. In the app, hand the id over as it is where the library encodes by itself.',
      'Do not decode twice to make it fit: an id that really holds a `%` then changes.',
    ],
    note: '`%25` is an encoded percent sign, so `%2540` decodes to `%40` and not to `@`.',
  },
  'percent-invalid': {
    title: 'A percent sign does not begin an escape',
    what: 'In the raw value stands a `%` without two hexadecimal digits behind it. The inspector leaves it as it is.',
    why: 'The text was never encoded, or it was cut off in the middle of an escape.',
    matters:
      'Strict decoders throw: `decodeURIComponent` in JavaScript does, and a server may answer 400 before your code is asked at all.',
    dashboard: ['Where a text that you wrote there has a percent sign, write it as `%25`.'],
    backend: [
      'Encode the user id where it is first put into a URL, whole, with the function that your language has for it.',
      'See that your server does not fall over such a request.',
    ],
    note: 'Behind the `%` stands `of`, which is no pair of hexadecimal digits.',
  },
  'utf8-invalid': {
    title: 'The escapes are not UTF-8',
    what: 'The bytes of the value are not valid UTF-8. What could not be read is shown as `�`; the bytes themselves are kept.',
    why: 'The text was encoded as Latin-1 or another older character set, or it was cut off in the middle of a character.',
    matters: 'Servers replace such bytes, drop them or refuse the request. Two different ids can become the same one.',
    dashboard: ['Nothing has to be changed there.'],
    backend: [
      'Encode the user id as UTF-8 before it is percent-encoded; `encodeURIComponent` and its like do both.',
      'Where ids are cut to a length, cut between characters and not between bytes.',
    ],
    note: '`%E9` is an `é` in Latin-1; in UTF-8 that is `%C3%A9`.',
  },
  'plus-as-space': {
    title: 'A “+” is read as a space',
    what: 'The raw value holds a `+`. In a query that is a space, as HTML forms have it, and the inspector reads it so.',
    why: 'Either a space was meant and a form’s encoding wrote it as `+`, or a plus was meant, as in `ana+test@example.com`, and nobody encoded it.',
    matters:
      'Some servers read a space there and some a plus. The same postback credits two different users on two servers.',
    dashboard: ['Where you wrote a text with a plus there yourself, write it as `%2B`.'],
    backend: [
      'If a plus was meant, encode the user id where it is first put into a URL, so that it is sent as `%2B`.',
      'If a space was meant, prefer `%20`, which everybody reads alike.',
    ],
    note: 'The id is read as `ana maria`, and somebody else may read `ana+maria`.',
  },
}

export type EncodingPages = typeof encodingPages
