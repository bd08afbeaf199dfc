import { counted, number, plural } from '../numbers.ts'

/** Three questions about a span. Moments, lengths of time and shares come as they are written. */
export const insights = {
  title: 'Insights',
  since: (moment: string) => `since ${moment}`,
  span: 'Span',
  spans: { '1h': '1 h', '24h': '24 h', '7d': '7 d', '30d': '30 d', all: 'All' },
  figuresAs: 'Figures as',
  charts: 'Charts',
  tables: 'Tables',
  showCharts: 'Show the charts',
  showTables: 'Show the figures as tables',
  reading: 'Reading the history',
  notRead: (why: string) => `The history could not be read: ${why} What was captured is kept.`,
  noPostback: 'No postback came in this span.',
  nothingCame: 'Nothing came.',
  barFor: (length: string) => `a bar for ${length}`,
  now: 'now',
  legend: {
    label: 'Legend',
    looks: { pass: 'Pass', warn: 'Warning', fail: 'Fail', other: 'Other', outage: 'Could not be reached' },
  },
  cursor: {
    how: 'Arrow keys choose a slice, Enter shows its postbacks.',
    shows: 'Click or Enter shows them.',
  },
  slice: {
    nothing: 'nothing came',
    postbacks: (count: number) => counted(count, 'postback', 'postbacks'),
    failed: (count: number, share: string) => `${number(count)} failed (${share})`,
    warned: (count: number) => `${number(count)} with warnings`,
  },
  arrivals: {
    title: 'Is it still coming?',
    chart: 'Postbacks over time',
    noneCame: 'none came in this span',
    atMost: (count: number, length: string) => `at most ${counted(count, 'postback', 'postbacks')} in ${length}`,
    table: (length: string) => `Postbacks over time, a row for each ${length} in which any came`,
    head: { from: 'From', pass: 'Pass', warn: 'Warning', fail: 'Fail', all: 'All' },
    outages: 'Outages',
    silence: (from: string, to: string, length: string) =>
      `The longest pause in this span: none came from ${from} to ${to} (${length}).`,
  },
  pace: {
    none: 'No postback has come yet.',
    only: (ago: string) => `The last postback came ${ago}. It is the only one: too few to say how often they come.`,
    few: (ago: string, earlier: number) =>
      `The last postback came ${ago}. Only ${number(earlier)} came before it: too few to say how often they come.`,
    coming: (ago: string, earlier: number, often: string) => `${pace(ago, earlier, often)}: they keep coming.`,
    quiet: (ago: string, earlier: number, often: string, longest: string) =>
      `${pace(ago, earlier, often)}: it is quieter than usual. Their longest pause was ${longest}.`,
    stopped: (ago: string, earlier: number, often: string) => `${pace(ago, earlier, often)}: they stopped.`,
    moreThan: (count: number) => `more than ${number(count)} a second`,
    about: (count: number) => `about ${number(count)} a second`,
    every: (length: string) => `every ${length}`,
  },
  share: {
    title: 'What share failed?',
    chart: 'Share that failed over time',
    top: 'all failed',
    looks: { fail: 'Share that failed', pass: 'None failed' },
    table: (length: string) => `Share that failed, a row for each ${length} in which any came`,
    head: { from: 'From', failed: 'Failed', of: 'Of', share: 'Share' },
    failed: (fail: number, total: number, share: string) => `${failed(fail, total, share)}.`,
    failedAndWarned: (fail: number, total: number, share: string, warn: number, warnShare: string) =>
      `${failed(fail, total, share)}; ${number(warn)} ${plural(warn, { one: 'has', other: 'have' })} warnings (${warnShare}).`,
  },
  codes: {
    title: 'Which finding leads?',
    table: 'Findings',
    finding: 'Finding',
    postbacks: 'Postbacks',
    share: 'Share',
    severities: { error: 'Error', warning: 'Warning', info: 'Info' },
    showPostbacks: 'Show these postbacks',
    showLeading: (count: number) => `Show the ${String(count)} that lead`,
    showAll: (count: number) => `Show all ${String(count)} findings`,
    noFinding: (total: number) => `None of the ${counted(total, 'postback', 'postbacks')} has a finding.`,
    leads: (count: number, total: number, code: string) => `${have(count, total)} ${code}.`,
    lead: (count: number, total: number, code: string, other: string) =>
      `${have(count, total)} ${code}, and as many ${other}.`,
  },
}

const pace = (ago: string, earlier: number, often: string): string =>
  `The last postback came ${ago}; the ${number(earlier)} before it came ${often} on average`

const failed = (fail: number, total: number, share: string): string =>
  `${number(fail)} of ${counted(total, 'postback', 'postbacks')} failed (${share})`

const have = (count: number, total: number): string =>
  `${number(count)} of ${counted(total, 'postback', 'postbacks')} ${plural(count, { one: 'has', other: 'have' })}`

export type InsightsWords = typeof insights
