/** Taking the history along, and letting it go. */
export const keepingGuide = {
  exports: {
    title: 'Exports, reports and archives',
    summary:
      'What is shown as a file for a spreadsheet, a program or another person, and the whole history as one file.',
    picture:
      'The export menu over the list, with formats for what is shown, for an evidence report and for the whole history',
    formats: [
      {
        term: 'CSV',
        meaning:
          'One line for each request, for spreadsheets. A text that a spreadsheet would take for a formula has an apostrophe before it.',
      },
      {
        term: 'NDJSON, JSON',
        meaning: 'Everything that is known of each request, for programs. NDJSON has one object a line.',
      },
      { term: 'HAR', meaning: 'What browsers’ developer tools and proxies read.' },
      {
        term: 'Evidence report',
        meaning:
          'What is shown, with verdicts, replies, outages and exact sums, and a digest over all of it: for people, as HTML, or as JSON.',
      },
      {
        term: 'Archive',
        meaning: 'The whole history byte for byte, with replies, marks, endpoints and outages, in one file.',
      },
    ],
    whole:
      'An export holds what the list shows, so filter first. An archive holds all. In **Settings**, **Import an archive** adds one to the history of another installation: all of it or nothing, and nothing twice.',
  },
  retention: {
    title: 'What is kept, and how it is cleared',
    summary: 'Everything, until you say otherwise.',
    rules:
      'Nothing is ever removed by itself. In **Settings**, under **What is kept**, you can have requests removed that are older than so many days, or beyond so many of the newest. Where a rule would remove something at once, you are asked first, with the number of requests that would go.',
    picture:
      'The settings of what is kept: days and requests to keep, what was removed lately, and the buttons for archives',
    clear:
      '**Clear history…** removes all of it, or what the list shows. What you pinned, coloured or gave a note always stays. What is removed is gone for good, so write an archive first where it may be needed again.',
  },
}

export type KeepingGuide = typeof keepingGuide
