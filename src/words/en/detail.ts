import { counted, number, plural } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'
import { reply } from './detail-reply.ts'

/** Everything about one postback, beside the list or in a window of its own. */
export const detail = {
  label: 'Postback details',
  ownWindow: 'A postback in its own window',
  /** Before its number. */
  postback: 'Postback',
  request: 'Request',
  part: 'The view of this postback',
  reading: 'Reading the details',
  notRead: 'The details could not be read',
  untouched: (why: string) => `${why} The postback itself is untouched.`,
  pane: {
    width: 'Width of the details',
    previous: 'Previous in the list',
    next: 'Next in the list',
    close: 'Close the details',
  },
  sections: {
    request: 'Request',
    findings: 'Findings',
    firstBytes: 'First bytes',
    query: 'Query',
    headers: 'Headers',
    requestHeaders: 'Request headers',
    body: 'Body',
    reply: 'Reply',
    facts: 'Facts',
  },
  rawTarget: 'Raw target',
  copyTarget: 'Copy the target',
  /** What is copied, as in “Copied the target”. */
  copied: {
    curl: 'the cURL command',
    raw: 'the raw request',
    json: 'the postback as JSON',
    har: 'the postback as HAR',
    target: 'the target',
    link: 'the link to this postback',
  },
  copyMenu: {
    label: 'Copy as',
    curl: 'cURL',
    raw: 'Raw request',
    json: 'JSON',
    har: 'HAR',
    target: 'Target',
    link: 'Link to this postback',
  },
  verdict: {
    pass: 'Both values arrived, and nothing about them is odd.',
    probe: (method: string) =>
      `Somebody asked with ${method} whether this path answers. That is no postback: it carries no reward.`,
    noise:
      'The path is no endpoint’s and the query carries no name that an endpoint maps: a browser, a robot or a scanner. It is kept, and nothing needs to be done.',
    rejected:
      'These bytes are no valid HTTP request, so nothing could be read from them. Whoever sends this must percent-encode the URL and speak HTTP/1.1; the first bytes are kept below.',
  },
  fields: {
    from: <Node>(param: Node): Pieces<Node> => ['from ', param],
    absent: 'absent',
    empty: 'empty',
    notNamed: <Node>(param: Node): Pieces<Node> => ['No parameter is named ', param, '.'],
    nearMiss: <Node>(param: Node, received: Node): Pieces<Node> => [
      'No parameter is named ',
      param,
      ', but ',
      received,
      ' came.',
    ],
    copy: (field: string) => `Copy ${field}`,
    raw: <Node>(value: Node): Pieces<Node> => ['raw ', value],
    exact: <Node>(value: Node): Pieces<Node> => ['exact value ', value],
    noExact: 'No exact value: the text is not a plain number.',
  },
  findings: {
    showEvidence: 'Show its evidence in the request',
    takeName: <Node>(param: Node): Pieces<Node> => ['Use “', param, '” as the name'],
    takePath: <Node>(path: Node): Pieces<Node> => ['Use “', path, '” as the path'],
    takePathOf: <Node>(path: Node, endpoint: Node): Pieces<Node> => ['Use “', path, '” as the path of ', endpoint],
    copyDashboardUrl: 'Copy the dashboard URL',
    showEarlier: (id: number) => `Show the earlier one, number ${String(id)}`,
    saving: 'Saving…',
    reread: (count: number) => `and re-read ${counted(count, 'stored request', 'stored requests')}`,
    notChanged: (why: string) => `Not changed: ${why}`,
  },
  query: {
    label: 'Query parameters',
    name: 'Name',
    value: 'Value',
    readAs: 'Read as',
    noEquals: 'no “=”',
    empty: 'empty',
    nthOf: (nth: number, of: number) => `${String(nth)} of ${String(of)}`,
  },
  body: {
    /** What chooses how `part` is shown. */
    as: (part: string) => `${part} as`,
    text: 'Text',
    hex: 'Hex',
    incomplete: 'the sender stopped before its end',
    /** Bytes that arrived, and how many of them were kept and are shown; null where that is all. */
    size: (length: number, kept: number | null, shown: number | null, asLatin1: boolean) =>
      [
        counted(length, 'byte', 'bytes'),
        ...(kept === null ? [] : [`the first ${number(kept)} were kept`]),
        ...(shown === null ? [] : [`the first ${number(shown)} are shown`]),
        ...(asLatin1 ? ['not UTF-8: shown as Latin-1'] : []),
      ].join(', '),
  },
  showAll: (characters: number) => `Show all (${number(characters)} characters)`,
  reply,
  facts: {
    number: 'Number',
    endpoint: 'Endpoint',
    from: 'From',
    withPort: (address: string, port: number) => `${address}, port ${String(port)}`,
    repliedAfter: 'Replied after',
    arrived: 'Arrived',
    copyTime: 'Copy the time as ISO 8601',
  },
  find: {
    label: 'Find in the details',
    none: 'not found',
    place: (place: number, of: number) => `${number(place)} of ${number(of)}`,
    previous: 'Previous match',
    next: 'Next match',
    close: 'Close the search',
    cut: (texts: number) =>
      `${counted(texts, 'text', 'texts')} ${plural(texts, {
        one: 'is too long to be drawn whole: only what can be seen of it is searched.',
        other: 'are too long to be drawn whole: only what can be seen of them is searched.',
      })}`,
  },
  missing: {
    title: (id: number) => `There is no postback ${String(id)}`,
    why: 'The history holds none with this number: it is no longer kept, or the link is from another installation.',
    removedTitle: (id: number) => `Postback ${String(id)} is no longer kept`,
    /** `byRule`: by the rule of what is kept; else by hand. `at`: a moment. */
    removed: (byRule: boolean, at: string) => `It was ${removedFrom(byRule, at)}`,
    removedAmong: (count: number, firstId: number, lastId: number, byRule: boolean, at: string) =>
      `${counted(count, 'request', 'requests')} from ${String(firstId)} to ${String(lastId)} were ${removedFrom(byRule, at)}`,
  },
}

const removedFrom = (byRule: boolean, at: string): string =>
  `removed from the history ${byRule ? 'by the rule of what is kept' : 'by hand'}, ${at}. What names it stays as it was said.`

export type DetailWords = typeof detail
