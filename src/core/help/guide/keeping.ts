import type { GuideSection } from './section.ts'

/** Taking the history along, and letting it go. */
export const KEEPING = [
  {
    id: 'exports',
    title: 'Exports, reports and archives',
    summary:
      'What is shown as a file for a spreadsheet, a program or another person, and the whole history as one file.',
    blocks: [
      {
        kind: 'picture',
        picture: 'export-menu',
        alt: 'The export menu over the list, with formats for what is shown, for an evidence report and for the whole history',
      },
      {
        kind: 'terms',
        terms: [
          [
            'CSV',
            'One line for each request, for spreadsheets. A text that a spreadsheet would take for a formula has an apostrophe before it.',
          ],
          ['NDJSON, JSON', 'Everything that is known of each request, for programs. NDJSON has one object a line.'],
          ['HAR', 'What browsers’ developer tools and proxies read.'],
          [
            'Evidence report',
            'What is shown, with verdicts, replies, outages and exact sums, and a digest over all of it: for people, as HTML, or as JSON.',
          ],
          ['Archive', 'The whole history byte for byte, with replies, marks, endpoints and outages, in one file.'],
        ],
      },
      {
        kind: 'text',
        text: 'An export holds what the list shows, so filter first. An archive holds all. In **Settings**, **Import an archive** adds one to the history of another installation: all of it or nothing, and nothing twice.',
      },
      {
        kind: 'commands',
        lines: [
          'adjump-inspector export --format csv --since 7d --out postbacks.csv',
          'adjump-inspector report --since 12h --format html --out evidence.html',
          'adjump-inspector archive --out history.adjump-archive',
        ],
      },
    ],
  },
  {
    id: 'retention',
    title: 'What is kept, and how it is cleared',
    summary: 'Everything, until you say otherwise.',
    blocks: [
      {
        kind: 'text',
        text: 'Nothing is ever removed by itself. In **Settings**, under **What is kept**, you can have requests removed that are older than so many days, or beyond so many of the newest. Where a rule would remove something at once, you are asked first, with the number of requests that would go.',
      },
      {
        kind: 'picture',
        picture: 'retention',
        alt: 'The settings of what is kept: days and requests to keep, what was removed lately, and the buttons for archives',
      },
      {
        kind: 'text',
        text: '**Clear history…** removes all of it, or what the list shows. What you pinned, coloured or gave a note always stays. What is removed is gone for good, so write an archive first where it may be needed again.',
      },
      {
        kind: 'commands',
        lines: ['adjump-inspector serve --keep-days 90', 'adjump-inspector clear --kind noise --older-than 30d'],
      },
    ],
  },
] as const satisfies readonly GuideSection[]
