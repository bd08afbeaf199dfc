import { counted, number } from '../numbers.ts'
import { menu } from './host-menu.ts'

/** Orders that stand at the end of what went wrong with the stored token. */
const INSTEAD = 'or start the inspector with the environment variable NGROK_AUTHTOKEN.'

/** The desktop app beside its windows' pages: menu, tray, notifications and the system's dialogs. */
export const host = {
  menu,
  tray: {
    open: 'Open the inspector',
    copyUrl: 'Copy the dashboard URL',
    openTunnel: 'Open the tunnel',
    closeTunnel: 'Close the tunnel',
    quit: 'Quit',
    unseen: (failures: number) => `${counted(failures, 'failure', 'failures')} not seen yet`,
    receiver: {
      refusing: 'Not storing: senders get 503',
      listening: (port: string) => `Capturing on port ${port}`.trim(),
      failed: 'The receiver does not listen',
      stopped: 'The receiver is stopped',
    },
    tunnel: {
      open: (url: string) => `Tunnel open: ${url}`,
      opening: 'Tunnel opening',
      off: 'No tunnel: only this computer reaches it',
      degraded: 'Tunnel down: looks from outside fail',
      reopening: 'Tunnel down: it is being opened again',
      failed: 'Tunnel down: it could not be opened',
    },
    inMenuBar: 'The icon is in the menu bar.',
    inTray: 'The icon is in the tray.',
    none: 'This desktop shows no icons of programs (it has no StatusNotifier host), so that a hidden window could not be found again.',
  },
  badge: (failures: number) => `${String(failures)} failures not seen yet`,
  notifications: {
    rule: 'Only while no window of the inspector has the focus. A matter is told at once, and then once a minute at most.',
    none: 'This desktop shows no notifications of programs.',
  },
  news: {
    failed: 'A postback failed',
    failedWhy: (id: number, wrong: string | null) => `Postback ${String(id)}.${wrong === null ? '' : ` ${wrong}`}`,
    moreFailures: (count: number) => `${number(count)} more failures`,
    severalFailed: 'Several postbacks failed. The newest of them is opened from here.',
    expectation: {
      met: 'Expectation: met',
      mismatched: 'Expectation: mismatched',
      'not-listening': 'Expectation: not listening',
      expired: 'Expectation: expired',
    },
    moreExpectations: (count: number) => `${counted(count, 'more expectation', 'more expectations')} ended`,
    severalEnded: 'Verify shows what became of each.',
    tunnelLost: 'The tunnel is lost',
    tunnelLostWhat:
      'Postbacks that are sent now do not arrive. It is opened again by itself; Tunnel says how far that is.',
    storeLost: 'Postbacks cannot be stored',
    storeLostWhat: 'Senders get 503 until the history can be written again. Nothing that was stored is lost.',
    receiverLost: 'The receiver does not listen',
    receiverLostWhat: 'Nothing can arrive. Settings says why.',
  },
  link: 'A link was opened that leads nowhere in this inspector: it was not followed, and nothing was changed.',
  dialogs: {
    cannotStart: 'Adjump Inspector cannot start',
    export: 'Export',
    import: 'Import an archive or a HAR',
    archive: 'Archive of the Adjump Inspector',
    archivesAndHars: 'Archives and HAR files',
    allFiles: 'All files',
  },
  screenGuard: {
    ended: (times: number) => `The screen ended ${String(times)} times within a minute.`,
    goesOn: (receiverUrl: string | null) =>
      `${receiverUrl === null ? 'Nothing that was stored is lost.' : `Postbacks are still received at ${receiverUrl} and stored.`} “View, Reload” loads the screen at any time.`,
    again: 'Load the screen again',
    leave: 'Leave it for now',
  },
  loginItem: {
    hiddenThen: 'It starts without a window then, in the tray or menu bar.',
    notInstalled: 'Only the installed app can be started at login, not its source.',
    macAsks: 'macOS waits for your word: System Settings, General, Login Items.',
    offInWindows: 'It is switched off in Windows’ own settings, Apps, Startup.',
    noted: (file: string) => `It starts without a window then, in the tray or menu bar. This is noted in ${file}.`,
    another: (file: string) => `Another copy, or other options, start at login: ${file} says so.`,
    off: (file: string) => `It is switched off in ${file}.`,
    lineBreak: 'The path of the app has a line break, which no autostart file can hold.',
    unchanged: (file: string, code: string | null) => `${file} could not be changed (${code ?? 'unknown error'}).`,
  },
  secrets: {
    noKeyring: `This system has no keyring, so the token could only be stored as good as readable (“basic_text”): nothing was written. Install and unlock GNOME Keyring or KWallet and start the inspector again, ${INSTEAD}`,
    noEncryption: `The system’s store for secrets is not available, so nothing was written. Unlock it and try again, ${INSTEAD}`,
    unreadable: `The stored token cannot be decrypted: it was stored by another user or computer, or the keyring is locked. Store it again, ${INSTEAD}`,
    notRead: (code: string | null, file: string) =>
      `The stored token cannot be read (${code ?? 'unknown error'}): ${file}.`,
    notStored: (code: string | null, file: string) =>
      `The token could not be stored (${code ?? 'unknown error'}): ${file}. What was stored before is unchanged.`,
    notRemoved: (code: string | null, file: string) =>
      `The stored token could not be removed (${code ?? 'unknown error'}): ${file}.`,
  },
  tooManyWindows: (most: number) => `There are ${String(most)} windows of postbacks open: close one of them first.`,
  notOwnWindow: 'Only the inspector’s own window may call.',
}

export type HostWords = typeof host
