import { actionsOf } from './action-entry.ts'

/** What can be done with an open postback. */
export const POSTBACK_ACTIONS = {
  ...actionsOf('postback', ['postback'], {
    'detail.find': { key: 'mod+f' },
    'find.next': { key: ['mod+g', 'f3'] },
    'find.previous': { key: ['mod+shift+g', 'shift+f3'] },
    'find.close': { key: 'escape' },
    'finding.explain': { key: 'w' },
    'postback.copyCurl': { key: 'c c' },
    'postback.copyRaw': { key: 'c r' },
    'postback.copyJson': { key: 'c j' },
    'postback.copyHar': { key: 'c h' },
    'postback.copyTarget': { key: 'c t' },
    'postback.copyLink': { key: 'c l', desktopOnly: true },
    'postback.ownWindow': { key: 'mod+enter' },
    'postback.replay': { key: 'r r' },
    'postback.editReplay': { key: 'r e' },
    'postback.forward': { key: 'f f' },
    'postback.remove': { key: 'delete' },
    'postback.pin': { key: 'b' },
    'postback.note': { key: 'm n' },
    'postback.colour.red': { key: 'm r' },
    'postback.colour.amber': { key: 'm a' },
    'postback.colour.green': { key: 'm g' },
    'postback.colour.blue': { key: 'm b' },
    'postback.colour.violet': { key: 'm v' },
    'postback.colour.none': { key: 'm 0' },
    'compare.mark': { key: 'x m' },
    'compare.marked': { key: 'x x' },
    'compare.previous': { key: 'x p' },
  }),
  ...actionsOf('postback', ['window'], {
    'window.close': { key: 'escape', desktopOnly: true },
  }),
}
