import { actionsOf } from './action-entry.ts'

const EVERYWHERE = ['everywhere'] as const

/** What can be done from every view. */
export const EVERYWHERE_ACTIONS = {
  ...actionsOf('Everywhere', EVERYWHERE, {
    'palette.open': { title: 'Find a command', key: 'mod+k', words: 'palette search action' },
    'keys.show': { title: 'Show all keys', key: '?', words: 'keyboard shortcuts hotkeys help' },
    'test.send': { title: 'Send a test postback', key: 't', words: 'try check ping' },
    'dashboard-url.copy': { title: 'Copy the dashboard URL', key: 'd', words: 'link callback adjump' },
    'dashboard-url.qr': { title: 'Show the dashboard URL as a QR code', key: 'q', words: 'phone scan link' },
    'change.undo': { title: 'Undo the last change', key: 'mod+z', words: 'back revert' },
    'message.dismiss': { title: 'Dismiss the newest message', words: 'toast close hide' },
    'theme.next': { title: 'Change the theme', key: 'shift+d', words: 'appearance colours toggle' },
    'theme.system': { title: 'Use the system’s theme', words: 'dark light appearance colours auto' },
    'theme.light': { title: 'Use the light theme', words: 'day bright appearance colours' },
    'theme.dark': { title: 'Use the dark theme', words: 'night mode appearance colours' },
    'density.next': { title: 'Change the height of the rows', key: 'v d', words: 'density compact comfortable list' },
    'keys.change': { title: 'Change the keys', words: 'remap rebind keyboard shortcuts hotkeys' },
    'keys.single': {
      title: 'Switch keys of single letters on or off',
      words: 'keyboard shortcuts speech accessibility',
    },
  }),
  ...actionsOf('Views', EVERYWHERE, {
    'view.postbacks': { title: 'Go to Postbacks', key: 'g p', words: 'history list requests' },
    'view.insights': { title: 'Go to Insights', key: 'g i', words: 'charts statistics' },
    'view.verify': { title: 'Go to Verify', key: 'g v', words: 'expectations' },
    'view.users': { title: 'Go to Users', key: 'g u', words: 'sums balances' },
    'view.simulator': { title: 'Go to Simulator', key: 'g m', words: 'compose send conformance' },
    'view.endpoints': { title: 'Go to Endpoints', key: 'g e', words: 'paths names mapping' },
    'view.tunnel': { title: 'Go to Tunnel', key: 'g t', words: 'public url ngrok localtunnel' },
    'view.settings': { title: 'Go to Settings', key: ['g s', 'mod+,'], words: 'preferences options' },
    'view.help': { title: 'Go to Help', key: 'g h', words: 'codes documentation' },
    'guide.open': { title: 'Open the guide', key: 'g g', words: 'help manual documentation tutorial' },
  }),
  ...actionsOf('Tunnel', EVERYWHERE, {
    'public-url.copy': { title: 'Copy the public URL', key: 'u u', words: 'link address tunnel' },
    'public-url.qr': { title: 'Show the public URL as a QR code', key: 'u q', words: 'phone scan link' },
    'tunnel.open': { title: 'Open the tunnel, or retry now', key: 'u o', words: 'start connect online' },
    'tunnel.close': { title: 'Close the tunnel', key: 'u c', words: 'stop disconnect offline' },
    'tunnel.probe': { title: 'Probe the tunnel now', key: 'u p', words: 'check look outside test' },
    'url.dismissChange': { title: 'The dashboard has the new URL: dismiss the bar', key: 'u d' },
  }),
  ...actionsOf('Tour', EVERYWHERE, {
    'tour.start': { title: 'Try it without Adjump', key: 'y y', words: 'tour demo learn introduction example' },
    'tour.next': { title: 'Do the next step of the tour', key: 'y n', words: 'continue send' },
    'tour.again': { title: 'Take the tour again', key: 'y a', words: 'restart repeat' },
    'tour.remove': { title: 'Remove what the tour sent', key: 'y r', words: 'delete clean up' },
    'tour.leave': { title: 'Leave the tour', key: 'y x', words: 'close end quit' },
  }),
  ...actionsOf('Endpoints', EVERYWHERE, {
    'path.dismissChange': { title: 'The dashboard has the new path: dismiss the bar', key: 'u e' },
  }),
  ...actionsOf('Exports', EVERYWHERE, {
    'import.choose': { title: 'Import an archive or HAR', key: 'e i', words: 'load open file restore' },
    'transfer.cancel': { title: 'Cancel the export or import', key: 'e x', words: 'stop abort' },
  }),
  ...actionsOf('History', EVERYWHERE, {
    'history.clear': { title: 'Clear history…', key: 'h c', words: 'delete remove everything empty' },
    // One at a time: what waits can be kept, what runs can be stopped.
    'history.keep': { title: 'Keep what is about to be removed', key: 'h x', words: 'undo restore' },
    'history.stopClearing': { title: 'Stop removing requests', key: 'h x', words: 'cancel abort' },
    'history.clearNow': { title: 'Remove it now', key: 'h n', words: 'delete hurry' },
  }),
}
