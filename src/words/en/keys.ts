import { counted } from '../numbers.ts'

/** The keys of the keyboard, why one cannot be had, and the part of the settings where they are changed. */
export const keys = {
  /** As they stand on a keyboard, by `KeyboardEvent.key` in lower case. */
  names: {
    escape: 'Esc',
    space: 'Space',
    delete: 'Del',
    pageup: 'PgUp',
    pagedown: 'PgDn',
    home: 'Home',
    end: 'End',
    insert: 'Insert',
    backspace: 'Backspace',
    tab: 'Tab',
  },
  held: { ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' },
  /** Why no action can have a key. */
  refusals: {
    length: 'A key is one press, or two one after the other.',
    sequence: 'A sequence is of two letters, digits or signs, without Ctrl, Cmd or Alt.',
    tab: (key: string) => `${key} leads from one control to the next, and must not be a trap.`,
    escape: (key: string) => `${key} always closes what is innermost.`,
    presses: (key: string) => `${key} presses what has the focus.`,
    system: (key: string) => `${key} is the system’s own.`,
    moves: (key: string) => `${key} moves in lists, menus and texts.`,
    menus: (key: string) => `${key} opens menus.`,
    unknown: (key: string) => `${key} is no key that an action can have.`,
    closesWindow: (key: string) => `${key} closes the window.`,
    altSign: 'Alt with a letter or sign opens a menu or writes another sign, depending on the system.',
    goMenu: (key: string) => `${key} is a key of the desktop app’s menu “Go”.`,
    appMenu: (key: string) => `${key} is a key of the system or of the app’s own menu.`,
    browsers: (key: string) => `${key} is a key that browsers have for themselves.`,
  },
  section: {
    title: 'Keys',
    /** `palette` is the key that opens the list of commands; null where it has none. */
    description: (palette: string | null) =>
      `In force at once, in every window. Saved views and endpoints have no keys of their own: the list of commands finds them by their name${palette === null ? '' : ` (${palette})`}.`,
    resetAll: 'Reset all keys',
    single: 'Keys of letters, digits and signs alone',
    singleHint:
      'Without a tick only keys with Ctrl or Cmd, function keys, Del and Esc do something, and the arrows in lists: for whoever dictates, or presses letters by accident.',
    find: 'Find an action or a key',
    nothingFound: 'No action has these words or this key.',
    actions: (count: number) => counted(count, 'action', 'actions'),
    actionsChanged: (count: number, changed: number) =>
      `${counted(count, 'action', 'actions')}, ${String(changed)} changed`,
    ofGroup: (group: string) => `Keys: ${group}`,
  },
  row: {
    none: 'no key',
    take: (key: string, title: string) => `Take ${key} from “${title}”`,
    reset: (title: string) => `Reset the keys of “${title}”`,
    change: (title: string) => `Change the key of “${title}”`,
    add: (title: string) => `Add a key to “${title}”`,
  },
  recorder: {
    label: (title: string) => `New key for “${title}”`,
    press: 'Press the new key, or two letters one after the other.',
    pressAnother: 'Press another one.',
    enterTakes: 'Enter takes it, Esc leaves it.',
    take: 'Take this key',
    replace: 'Replace',
    keep: 'Keep it as it is',
    /** A key of another action, as the sentences below name it. */
    keyOf: (key: string, title: string) => `${key} (“${title}”)`,
    /** `more` others are not named. */
    same: (key: string, titles: readonly string[]) =>
      `${key} already does ${titles.map((title) => `“${title}”`).join(' and ')} here.`,
    begins: (named: readonly string[], more: number) =>
      `It begins ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}, which could not be pressed any more.`,
    begun: (named: readonly string[], more: number) =>
      `It begins with ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}, which is done at once.`,
  },
  messages: {
    failed: (why: string) => `The keys are as they were: ${why}`,
    changed: 'The keys are changed.',
    undone: 'The keys are as they were before.',
  },
}

export type KeysWords = typeof keys
