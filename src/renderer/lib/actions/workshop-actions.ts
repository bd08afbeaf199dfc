import { actionsOf } from './action-entry.ts'

/** What can be done in the views with forms: verify, simulator, endpoints, settings, help. */
export const WORKSHOP_ACTIONS = {
  ...actionsOf('Verify', ['verify'], {
    'expectation.new': { title: 'New expectation', key: 'n', words: 'arm expect add' },
    'expectation.cancel': { title: 'Cancel the newest expectation', key: 'x', words: 'stop disarm' },
    'expectation.armAgain': { title: 'Arm the newest ended expectation again', key: 'a', words: 'repeat expect' },
    'expectation.clearEnded': { title: 'Clear the ended expectations', key: 'shift+c', words: 'remove delete' },
    'expectation.report.evidence-html': {
      title: 'Write an evidence report of the ended expectations',
      key: 'e r',
      words: 'export save html proof',
    },
    'expectation.report.evidence-json': {
      title: 'Write the evidence of the ended expectations as JSON',
      key: 'e v',
      words: 'export save proof report',
    },
  }),
  ...actionsOf('Verify', ['verify', 'first-run'], {
    'expectation.arm': { title: 'Arm what is typed', key: 'mod+enter', words: 'expect start wait' },
  }),
  ...actionsOf('Simulator', ['simulator', 'conformance'], {
    'simulator.compose': { title: 'Compose a postback', key: 's p', words: 'part form send' },
    'simulator.conformance': { title: 'Show the conformance check', key: 's f', words: 'part scenarios backend' },
  }),
  ...actionsOf('Simulator', ['simulator'], {
    'simulator.send': { title: 'Send the composed postback', key: 'mod+enter', words: 'simulate fire' },
  }),
  ...actionsOf('Simulator', ['conformance'], {
    'conformance.start': { title: 'Run the conformance check', key: 'mod+enter', words: 'start scenarios backend' },
    'conformance.cancel': { title: 'Cancel the conformance check', key: 's c', words: 'stop abort' },
    'conformance.saveHtml': { title: 'Save the conformance report as HTML', key: 's h', words: 'export' },
    'conformance.saveJson': { title: 'Save the conformance report as JSON', key: 's j', words: 'export' },
  }),
  ...actionsOf('Endpoints', ['endpoints'], {
    'endpoint.add': { title: 'Add an endpoint', key: 'n', words: 'new create' },
    'endpoint.test': { title: 'Send a test postback to this endpoint', key: 's t', words: 'try check' },
    'endpoint.remove': { title: 'Delete this endpoint', key: 's d', words: 'remove trash' },
    'token.rotate': { title: 'Add or rotate the secret segment of the path', key: 's r', words: 'token security' },
    'token.remove': { title: 'Remove the secret segment of the path', key: 's x', words: 'token security delete' },
    'script.addStep': { title: 'Add a step to the reply script', key: 'r a', words: 'response new' },
    'script.restart': { title: 'Start the reply script over', key: 'r o', words: 'response reset' },
  }),
  ...actionsOf('Settings', ['settings'], {
    'folder.data': { title: 'Open the data folder', desktopOnly: true, words: 'directory files history' },
    'folder.logs': { title: 'Open the logs folder', desktopOnly: true, words: 'directory files' },
  }),
  ...actionsOf('Help', ['help'], {
    'help.search': { title: 'Search the help', key: '/', words: 'find code' },
  }),
}
