import { counted, number, plural } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

const requests = (count: number): string => counted(count, 'request', 'requests')
const are = (count: number): string => plural(count, { one: 'is', other: 'are' })
const markedStay = (count: number): string =>
  `${requests(count)} that you marked ${plural(count, { one: 'stays', other: 'stay' })}.`

/** Clearing the history, by hand and by the rule of what is kept. */
export const clearing = {
  removeRequests: (count: number) => `Remove ${requests(count)}`,
  notUndone: (why: string) => `Not undone: ${why}`,
  nothingRemoved: 'Nothing was removed.',
  nothingRemovedFor: (why: string) => `Nothing was removed: ${why}`,
  willBeRemoved: (count: number) => `${requests(count)} will be removed.`,
  markedStay,
  dialog: {
    title: 'Clear the history',
    scope: 'What to remove',
    scopes: { shown: 'What the list shows', all: 'The whole history' },
    counting: 'Counting…',
    undoable: 'It can be undone for ten seconds. After that only an archive made before brings them back.',
    nothing: 'There is nothing to remove.',
    requests,
    /** Of these requests, from the first to the last arrival. */
    outcome: <Node>(what: Node): Pieces<Node> => [what, ', with replies and forwards.'],
    outcomeWithin: <Node>(what: Node, from: Node, to: Node): Pieces<Node> => [
      what,
      ' from ',
      from,
      ' to ',
      to,
      ', with replies and forwards.',
    ],
  },
  bar: {
    label: 'Removing',
    progress: (removed: number, total: number) => `Removing ${number(removed)} of ${number(total)} requests…`,
    progressLabel: 'Requests removed',
    stop: 'Stop',
    done: (removed: number) => `${requests(removed)} ${are(removed)} removed.`,
    stopped: (removed: number) => `Stopped: ${requests(removed)} ${are(removed)} removed.`,
  },
  waiting: {
    label: 'About to be removed',
    soon: (count: number) => `${requests(count)} will be removed for good.`,
    within: (count: number, seconds: number) => `${requests(count)} will be removed for good in ${String(seconds)} s.`,
    removeNow: 'Remove now',
  },
  remove: {
    label: 'Remove this request',
    marked: 'It is marked, and what is marked stays: take its pin, colour and note away first.',
  },
  retention: {
    saved: 'What is kept is saved.',
    title: 'What is kept',
    description:
      'Nothing is ever removed unless you say so here, or clear the history. What is pinned, coloured or has a note always stays.',
    everything: 'everything',
    keepDays: 'Days to keep',
    keepDaysHint: 'From 1 to 3650. Older requests are removed.',
    keepRequests: 'Requests to keep',
    keepRequestsHint: 'From 1000. Beyond the newest so many they are removed.',
    clear: 'Clear history…',
    agree: 'Remove what is beyond this?',
    agreeText: (count: number) =>
      `${counted(count, 'stored request', 'stored requests')} ${are(count)} removed for good in a moment, and later others as they go beyond it.`,
    noRemovals: 'Nothing has been removed so far.',
    removals: 'Removed lately',
    removal: <Node>(when: Node, removed: number, cause: 'by-hand' | 'retention', stopped: boolean, what: Node) => {
      const by = cause === 'retention' ? 'by this rule' : 'by hand'
      const sentence = `: ${requests(removed)} removed ${by}${stopped ? ', then stopped' : ''} (`
      return [when, sentence, what, ')'] satisfies Pieces<Node>
    },
  },
}

export type ClearingWords = typeof clearing
