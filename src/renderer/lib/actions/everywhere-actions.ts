import { actionsOf } from './action-entry.ts'

const EVERYWHERE = ['everywhere'] as const

/** What can be done from every view. */
export const EVERYWHERE_ACTIONS = {
  ...actionsOf('everywhere', EVERYWHERE, {
    'palette.open': { key: 'mod+k' },
    'keys.show': { key: '?' },
    'test.send': { key: 't' },
    'dashboard-url.copy': { key: 'd' },
    'dashboard-url.qr': { key: 'q' },
    'change.undo': { key: 'mod+z' },
    'message.dismiss': {},
    'theme.next': { key: 'shift+d' },
    'theme.system': {},
    'theme.light': {},
    'theme.dark': {},
    'language.system': {},
    'language.en': {},
    'language.de': {},
    'density.next': { key: 'v d' },
    'keys.change': {},
    'keys.single': {},
  }),
  ...actionsOf('views', EVERYWHERE, {
    'view.postbacks': { key: 'g p' },
    'view.insights': { key: 'g i' },
    'view.verify': { key: 'g v' },
    'view.users': { key: 'g u' },
    'view.simulator': { key: 'g m' },
    'view.endpoints': { key: 'g e' },
    'view.tunnel': { key: 'g t' },
    'view.settings': { key: ['g s', 'mod+,'] },
    'view.help': { key: 'g h' },
    'guide.open': { key: 'g g' },
  }),
  ...actionsOf('tunnel', EVERYWHERE, {
    'public-url.copy': { key: 'u u' },
    'public-url.qr': { key: 'u q' },
    'tunnel.open': { key: 'u o' },
    'tunnel.close': { key: 'u c' },
    'tunnel.probe': { key: 'u p' },
    'url.dismissChange': { key: 'u d' },
  }),
  ...actionsOf('tour', EVERYWHERE, {
    'tour.start': { key: 'y y' },
    'tour.next': { key: 'y n' },
    'tour.again': { key: 'y a' },
    'tour.remove': { key: 'y r' },
    'tour.leave': { key: 'y x' },
  }),
  ...actionsOf('endpoints', EVERYWHERE, {
    'path.dismissChange': { key: 'u e' },
  }),
  ...actionsOf('exports', EVERYWHERE, {
    'import.choose': { key: 'e i' },
    'transfer.cancel': { key: 'e x' },
  }),
  ...actionsOf('history', EVERYWHERE, {
    'history.clear': { key: 'h c' },
    // One at a time: what waits can be kept, what runs can be stopped.
    'history.keep': { key: 'h x' },
    'history.stopClearing': { key: 'h x' },
    'history.clearNow': { key: 'h n' },
  }),
}
