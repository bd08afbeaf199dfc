import { counted } from '../numbers.ts'

/** The strip of arrivals over time. */
export const activity = {
  activity: 'Activity',
  chartTitle: (from: string, to: string, requests: number, bar: string) =>
    `${from} to ${to}: ${counted(requests, 'request', 'requests')}, a bar for ${bar}. Drag to select a span.`,
  chartLegend: (bar: string, outages: number) =>
    `a bar for ${bar}${outages === 0 ? '' : ` · ${counted(outages, 'outage', 'outages')}`}`,
  now: 'now',
  span: 'Span',
  presets: {
    '15m': { label: '15 min', title: 'Only the last 15 minutes' },
    '1h': { label: 'Hour', title: 'Only the last hour' },
    '1d': { label: 'Day', title: 'Only the last day' },
    '7d': { label: 'Week', title: 'Only the last 7 days' },
  },
  all: 'All',
  allTimes: 'Without a limit in time',
  outages: 'Outages',
  tableCaption: (row: string) => `Arrivals by verdict, a row for each ${row} in which something arrived`,
  from: 'From',
  other: 'Other',
}

export type ActivityWords = typeof activity
