/** What a value is made of, where the eye or a strict reader stumbles. */
export const characterPages = {
  'edge-whitespace': {
    title: 'The value begins or ends with whitespace',
    what: 'A space, a no-break space or a line break stands at the value’s beginning or end. The inspector trims nothing, and shows it as an escape such as `\\x20`.',
    why: 'It was copied along when the id or the URL was pasted, or a field in the app was not trimmed.',
    matters:
      '`u_1001 ` is not `u_1001`, so the user is not found. An amount keeps its value here, and a strict parser refuses it.',
    dashboard: ['Look for a space behind the macro, or at the end of the URL, and remove it.'],
    backend: ['Trim the user id where it comes into being, and not where it is compared.'],
    note: '`%20` is an encoded space, and stands at the end of the id.',
  },
  'control-character': {
    title: 'The value holds a control character',
    what: 'Within the value stands a character that is no sign at all, such as a tab, a line break or a zero byte.',
    why: 'The URL was pasted over two lines, or the user id was read from a file or a terminal together with its line end.',
    matters: 'The id equals no other one, although it looks the same. Logs and terminals can be confused by it.',
    dashboard: ['Paste the URL as one line of plain text.'],
    backend: [
      'Refuse a user id with control characters, and look where yours comes from.',
      'Escape such characters before they go into a log.',
    ],
    note: '`%0A` is an encoded line break.',
  },
  'invisible-character': {
    title: 'The value holds a character that cannot be seen',
    what: 'Somewhere in the value stands a zero-width space, a byte order mark, a soft hyphen or the like. The inspector shows it as an escape such as `\\u200b`. A joiner between two letters of a script that needs it, and between the parts of an emoji, is no such finding.',
    why: 'Web pages, chats and word processors put such characters into text, and copying takes them along.',
    matters: 'The id looks right and equals no other one. Comparing by eye never finds it.',
    dashboard: ['Remove the URL and copy it anew from the inspector, or type the part by hand.'],
    backend: ['Refuse such characters where a user id comes into being, so that no id ever has one.'],
    note: '`%E2%80%8B` is a zero-width space.',
  },
  'inner-whitespace': {
    title: 'The value holds whitespace within it',
    what: 'Between other characters of the value stands a space. Nothing is wrong with that by itself.',
    why: 'Names of people are used as user ids, or two ids were put together with a space.',
    matters: 'It works as long as everybody on the way encodes it, and nobody splits or trims there.',
    dashboard: ['Nothing has to be changed there.'],
    backend: ['Use ids without spaces where you can choose them.'],
    note: '`%20` between the two words is an encoded space.',
  },
  'non-ascii': {
    title: 'The value holds characters beyond ASCII',
    what: 'The value has letters with accents, other scripts or emoji. It arrived as correct UTF-8.',
    why: 'Names that people chose are used as user ids.',
    matters:
      'It works, and somebody downstream may trip: a column of the wrong character set, or two ids that look the same and are made of different characters.',
    dashboard: ['Nothing has to be changed there.'],
    backend: [
      'See that your database and logs keep the characters, and compare ids in one normal form (NFC).',
      'An id that a machine made is the safer choice.',
    ],
    note: '`%C3%A9` is an `é` in UTF-8.',
  },
}

export type CharacterPages = typeof characterPages
