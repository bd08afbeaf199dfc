import { actionsOf } from './action-entry.ts'

/** What can be done with an open postback. */
export const POSTBACK_ACTIONS = {
  ...actionsOf('Postback', ['postback'], {
    'detail.find': { title: 'Find in the details', key: 'mod+f', words: 'search text' },
    'find.next': { title: 'Next match', key: ['mod+g', 'f3'], words: 'find search' },
    'find.previous': { title: 'Previous match', key: ['mod+shift+g', 'shift+f3'], words: 'find search' },
    'find.close': { title: 'Close the search', key: 'escape' },
    'finding.explain': { title: 'Explain the finding', key: 'w', words: 'why what help code' },
    'postback.copyCurl': { title: 'Copy as cURL', key: 'c c', words: 'curl shell terminal command' },
    'postback.copyRaw': { title: 'Copy the raw request', key: 'c r', words: 'bytes http headers' },
    'postback.copyJson': { title: 'Copy as JSON', key: 'c j' },
    'postback.copyHar': { title: 'Copy as HAR', key: 'c h', words: 'archive http' },
    'postback.copyTarget': { title: 'Copy the target', key: 'c t', words: 'path query url' },
    'postback.copyLink': {
      title: 'Copy the link to this postback',
      key: 'c l',
      words: 'share url',
      desktopOnly: true,
    },
    'postback.ownWindow': {
      title: 'Open in its own window or tab',
      key: 'mod+enter',
      words: 'detach pop out separate',
    },
    'postback.replay': { title: 'Replay', key: 'r r', words: 'send again resend repeat' },
    'postback.editReplay': { title: 'Edit and replay', key: 'r e', words: 'send again resend modify' },
    'postback.forward': { title: 'Forward this postback to the backend', key: 'f f', words: 'relay send' },
    'postback.remove': { title: 'Remove this request', key: 'delete', words: 'delete trash' },
    'postback.pin': { title: 'Pin or unpin the postback', key: 'b', words: 'bookmark star favourite keep' },
    'postback.note': { title: 'Write a note to the postback', key: 'm n', words: 'comment text' },
    'postback.colour.red': { title: 'Mark the postback red', key: 'm r', words: 'colour label' },
    'postback.colour.amber': { title: 'Mark the postback amber', key: 'm a', words: 'colour label yellow' },
    'postback.colour.green': { title: 'Mark the postback green', key: 'm g', words: 'colour label' },
    'postback.colour.blue': { title: 'Mark the postback blue', key: 'm b', words: 'colour label' },
    'postback.colour.violet': { title: 'Mark the postback violet', key: 'm v', words: 'colour label purple' },
    'postback.colour.none': { title: 'Take the colour off the postback', key: 'm 0', words: 'label unmark' },
    'compare.mark': { title: 'Mark this postback for comparing', key: 'x m', words: 'diff' },
    'compare.marked': { title: 'Compare with the marked postback', key: 'x x', words: 'diff difference' },
    'compare.previous': {
      title: 'Compare with the previous postback of the same user',
      key: 'x p',
      words: 'diff difference last',
    },
  }),
  ...actionsOf('Postback', ['window'], {
    'window.close': { title: 'Close this window', key: 'escape', desktopOnly: true },
  }),
}
