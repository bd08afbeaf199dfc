import { actionsOf } from './action-entry.ts'

const FORMATS = 'save download file'

/** What can be done with the list of postbacks. */
export const LIST_ACTIONS = {
  ...actionsOf('Postbacks', ['postbacks'], {
    'filter.focus': { title: 'Filter the postbacks', key: '/', words: 'search find query' },
    'filter.clear': { title: 'Clear the filter', key: 'v a', words: 'reset all everything' },
    'filter.failures': { title: 'Show only failures', key: 'v f', words: 'errors wrong bad verdict filter' },
    'filter.everything': {
      title: 'Show every kind of request',
      key: 'v e',
      words: 'noise probes rejected hidden filter',
    },
    'filter.since.15m': { title: 'Show only the last 15 minutes', key: 'v 1', words: 'time span since filter' },
    'filter.since.1h': { title: 'Show only the last hour', key: 'v 2', words: 'time span since filter' },
    'filter.since.1d': { title: 'Show only the last day', key: 'v 3', words: 'time span since filter 24 hours today' },
    'filter.since.7d': { title: 'Show only the last 7 days', key: 'v 4', words: 'time span since filter week' },
    'filter.allTimes': { title: 'Show all times', key: 'v 0', words: 'span since until filter' },
    'list.pause': { title: 'Pause or resume the list', key: 'p', words: 'hold freeze stop live' },
    'list.letIn': { title: 'Show the new requests', key: 'v n', words: 'pill newest top arrivals' },
    'list.next': { title: 'Next postback', key: 'j', words: 'down', repeats: true },
    'list.previous': { title: 'Previous postback', key: 'k', words: 'up', repeats: true },
    'list.first': { title: 'First postback of the list', key: 'shift+k', words: 'top start newest home' },
    'list.last': { title: 'Last postback of the list', key: 'shift+j', words: 'bottom end oldest' },
    'postback.close': { title: 'Close the details', key: 'escape' },
    'columns.choose': { title: 'Choose the columns', key: 'v c', words: 'table fields show hide order' },
    'columns.reset': { title: 'Reset the columns', key: 'v r', words: 'table default widths order' },
    'views.show': { title: 'Show the saved views', key: 'v v', words: 'filters queries' },
    'views.save': { title: 'Save what is shown as a view', key: 'v s', words: 'filter query keep' },
  }),
  ...actionsOf('Exports', ['postbacks'], {
    'export.csv': { title: 'Export what is shown as CSV', key: 'e c', words: `${FORMATS} excel table spreadsheet` },
    'export.ndjson': { title: 'Export what is shown as NDJSON', key: 'e n', words: `${FORMATS} lines` },
    'export.json': { title: 'Export what is shown as JSON', key: 'e j', words: FORMATS },
    'export.har': { title: 'Export what is shown as HAR', key: 'e h', words: FORMATS },
    'export.evidence-html': {
      title: 'Write an evidence report of what is shown',
      key: 'e r',
      words: `${FORMATS} proof html`,
    },
    'export.evidence-json': {
      title: 'Write the evidence of what is shown as JSON',
      key: 'e v',
      words: `${FORMATS} proof report`,
    },
  }),
  ...actionsOf('Exports', ['postbacks', 'settings'], {
    'export.archive': { title: 'Archive the whole history', key: 'e a', words: `${FORMATS} backup export all` },
  }),
  ...actionsOf('Insights', ['insights'], {
    'insights.tables': { title: 'Show charts or tables', key: 'i t', words: 'figures graph data' },
    'insights.span.1h': { title: 'Look at the last hour', key: 'i 1', words: 'span time' },
    'insights.span.24h': { title: 'Look at the last 24 hours', key: 'i 2', words: 'span time day' },
    'insights.span.7d': { title: 'Look at the last 7 days', key: 'i 3', words: 'span time week' },
    'insights.span.30d': { title: 'Look at the last 30 days', key: 'i 4', words: 'span time month' },
    'insights.span.all': { title: 'Look at all that is stored', key: 'i 0', words: 'span time everything' },
  }),
  ...actionsOf('Users', ['users'], {
    'users.filter': { title: 'Look for a user', key: '/', words: 'filter search find id' },
    'users.clear': { title: 'Show all users', key: 'v a', words: 'clear filter reset' },
    'users.back': { title: 'Previous page of users', key: '[' },
    'users.on': { title: 'Next page of users', key: ']' },
    'user.next': { title: 'Next user', key: 'j', words: 'down', repeats: true },
    'user.previous': { title: 'Previous user', key: 'k', words: 'up', repeats: true },
    'user.postbacks': { title: 'Show the user’s postbacks', key: 'o', words: 'open history requests filter' },
    'user.copy': { title: 'Copy the user id', key: 'c u' },
    'user.close': { title: 'Close the user’s details', key: 'escape' },
  }),
}
