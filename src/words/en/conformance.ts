import { number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'
import { amountChange, balance, echo, idChange, leak, questions, status } from './conformance-checks.ts'

/** The conformance check of the user's backend: its view, and what its checks say. */
export const conformance = {
  title: 'Check your backend',
  description: 'Sends ready scenarios as Adjump would, and says of each whether your backend treats it right.',
  results: 'What it came to',
  verdicts: { pass: 'Pass', warning: 'Warning', fail: 'Fail', ask: 'Open' },
  check: 'Check',
  checkOption: (when: string, url: string, failed: number, passed: number) =>
    `${when}: ${url} (${String(failed)} failed, ${String(passed)} passed)`,
  shown: {
    label: 'Scenarios shown',
    all: (count: number) => `All ${String(count)}`,
    problems: (count: number) => `Problems ${String(count)}`,
    ask: (count: number) => `Open ${String(count)}`,
    none: 'None.',
  },
  ended: 'The conformance check has ended.',
  form: {
    label: 'Conformance check',
    url: 'Your backend’s URL',
    urlHint:
      'Only to this URL is anything sent. Parameters that you write into it go along; a whole dashboard URL will do.',
    endpoint: 'Names of the parameters',
    balanceUrl: 'URL of a balance (optional)',
    balanceUrlHint:
      'Read before and after each scenario, so that nothing has to be asked. {user_id} stands for the id; JSON or text, 404 means 0.',
    balanceField: 'Field of the balance (optional)',
    balanceFieldHint: 'Where the answer is JSON with several numbers.',
    knownUser: 'A test user that you have (optional)',
    knownUserPlaceholder: 'new ids for every run',
    knownUserHint: 'Where your backend credits only users that it knows.',
    /** One host or two. */
    confirm: (hosts: readonly string[]) => `Send to ${hosts.join(' and ')}: it is mine, or its owner agreed`,
    confirmHint:
      'It is not on this computer or its network. What is sent may credit users for real. At most 20 requests a second go there, so that a burst takes seconds.',
    confirmFirst: 'Tick the box first: nothing was sent.',
    noneChosen: 'Choose at least one scenario.',
    start: 'Run the check',
  },
  chooser: {
    allOf: (all: number) => `All ${String(all)} scenarios`,
    someOf: (some: number, all: number) => `${String(some)} of ${String(all)} scenarios`,
    all: 'All scenarios',
    none: 'None',
  },
  run: {
    label: 'Result',
    /** When, and what its users' ids start with. */
    started: <Node>(when: string, users: Node): Pieces<Node> => [`${when}, users `, users],
    saveLabel: 'Save the report',
    save: 'Save report',
    saveHtml: 'As HTML',
    saveJson: 'As JSON',
    counts: 'Counts',
    progress: (done: number, total: number, current: string | null) =>
      `${String(done)} of ${String(total)}${current === null ? '' : `: ${current}`}`,
    how: 'How it ended',
  },
  scenario: {
    showExchange: 'Show exchange',
    hideExchange: 'Hide exchange',
    expected: (sentences: readonly string[]) => `Expected: ${sentences.join(' ')}`,
    correct: (sentence: string) => `A correct backend: ${sentence}`,
    answered: <Node>(answer: Node): Pieces<Node> => ['Your answer: ', answer],
    takeBack: 'Take back',
    balanceOf: 'Balance of',
    before: 'Before',
    after: 'After',
    noReply: 'No reply',
  },
  exchange: {
    sent: (label: string, count: number) => (count > 1 ? `${label}: ${String(count)} at once` : label),
    reply: (count: number, status: number | null, duration: string) =>
      `${count > 1 ? `${String(count)} × ` : ''}${status === null ? 'No reply' : String(status)} in ${duration}`,
    bytesInAll: (bytes: number) => `${String(bytes)} bytes in all.`,
  },
  options: {
    noName: 'Enter the parameter’s name.',
    longName: 'A name can have 200 characters at most.',
    longUrl: (most: number) => `A URL can have ${number(most)} characters at most.`,
    manyParameters: (most: number) => `There can be ${number(most)} parameters at most.`,
    noScenario: (id: string) => `There is no scenario “${id}”.`,
    longField: 'A field’s path can have 200 characters at most.',
    longUser: 'The user id can have 200 characters at most.',
    timeoutWhole: 'The time-out is a whole number of milliseconds.',
    timeoutLeast: (ms: number) => `The time-out is ${number(ms)} ms at least.`,
    timeoutMost: (ms: number) => `The time-out is ${number(ms)} ms at most.`,
    balanceMacro: (macro: string, example: string) => `Write ${macro} where the user’s id goes: ${example}.`,
    balanceHost: 'The user’s id cannot stand in the host.',
    sameNames: 'The user id and the amount need two names that differ.',
  },
  /** A text that was cut in its middle. */
  quoted: (text: string) => `“${text}”`,
  quotedCut: (start: string, end: string, characters: number) => `“${start}…${end}” (${String(characters)} characters)`,
  amountChange,
  balance,
  echo,
  idChange,
  leak,
  questions,
  status,
}

export type ConformanceWords = typeof conformance
