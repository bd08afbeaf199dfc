import { number } from '../numbers.ts'
import { comparison } from './ui-comparison.ts'
import { crash } from './ui-crash.ts'
import { saving } from './ui-saving.ts'
import { sending } from './ui-sending.ts'

/** The words of the plain components, and those that mean the same wherever they stand. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  remove: 'Remove',
  save: 'Save',
  undo: 'Undo',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  /** `what`: what was copied, or the words of the button that did it. */
  copiedWhat: (what: string) => `Copied ${what.replace(/^copy (this )?/i, '')}`,
  copyRefused: 'Copying is not allowed here. Select the text and copy it by hand.',
  notices: { info: 'Note', warning: 'Warning', error: 'Error' },
  announcements: 'Announcements',
  andMore: (batch: string, left: number) => `${batch}. And ${number(left)} more.`,
  escaped: 'Cannot be seen as it is; shown as an escape',
  otherHasMore: 'Here the other one has more',
  showQr: {
    'public-url': 'Show the public URL as a QR code',
    'dashboard-url': 'Show the dashboard URL as a QR code',
  },
  reorder: {
    moved: (name: string, place: number, of: number) => `${name} is number ${number(place)} of ${number(of)}`,
    move: (name: string) => `Move ${name}`,
    how: 'Drag it, or press ↑ and ↓',
    keys: 'Arrow keys move it up and down.',
  },
  host: {
    noAnswer: 'The inspector did not answer; whether anything was changed is not known.',
    notUnderstood: (procedure: string) => `The answer to “${procedure}” was not understood.`,
    lostMeanwhile:
      'The connection to the inspector is lost. Whether anything was changed is not known. It reconnects by itself.',
    lostBefore: 'The connection to the inspector is lost. Nothing was changed. It reconnects by itself.',
    notRead: 'The inspector could not be read.',
    wentWrong: 'Something went wrong; nothing was changed.',
  },
  arming: {
    minutesWrong: 'Enter minutes as a number, for example 10 or 0.5.',
    whitespace: 'It begins or ends with whitespace, which must arrive as well.',
    noNumber: 'This is no plain number; it is compared as text.',
  },
  scriptPresets: {
    errors: '500, 500, then 200',
    silence: 'No reply at all, then 200',
    reset: 'Connection reset, then 200',
    slow: 'Slow: 200 after 5 s, then 200 at once',
    wrongBody: 'Wrong body: 200 with an error page',
    cut: 'Cut off in mid-body, then 200',
  },
  comparison,
  crash,
  saving,
  sending,
}

export type UiWords = typeof ui
