import { actionsOf } from './action-entry.ts'

/** What can be done in the views with forms: verify, simulator, endpoints, settings, help. */
export const WORKSHOP_ACTIONS = {
  ...actionsOf('verify', ['verify'], {
    'expectation.new': { key: 'n' },
    'expectation.cancel': { key: 'x' },
    'expectation.armAgain': { key: 'a' },
    'expectation.clearEnded': { key: 'shift+c' },
    'expectation.report.evidence-html': { key: 'e r' },
    'expectation.report.evidence-json': { key: 'e v' },
  }),
  ...actionsOf('verify', ['verify', 'first-run'], {
    'expectation.arm': { key: 'mod+enter' },
  }),
  ...actionsOf('simulator', ['simulator', 'conformance'], {
    'simulator.compose': { key: 's p' },
    'simulator.conformance': { key: 's f' },
  }),
  ...actionsOf('simulator', ['simulator'], {
    'simulator.send': { key: 'mod+enter' },
  }),
  ...actionsOf('simulator', ['conformance'], {
    'conformance.start': { key: 'mod+enter' },
    'conformance.cancel': { key: 's c' },
    'conformance.saveHtml': { key: 's h' },
    'conformance.saveJson': { key: 's j' },
  }),
  ...actionsOf('endpoints', ['endpoints'], {
    'endpoint.add': { key: 'n' },
    'endpoint.test': { key: 's t' },
    'endpoint.remove': { key: 's d' },
    'token.rotate': { key: 's r' },
    'token.remove': { key: 's x' },
    'script.addStep': { key: 'r a' },
    'script.restart': { key: 'r o' },
  }),
  ...actionsOf('settings', ['settings'], {
    'folder.data': { desktopOnly: true },
    'folder.logs': { desktopOnly: true },
  }),
  ...actionsOf('help', ['help'], {
    'help.search': { key: '/' },
  }),
}
