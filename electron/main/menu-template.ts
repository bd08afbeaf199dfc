import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../src/contract/desktop-procedures.ts'
import { VIEW_MENU_KEYS } from '../../src/contract/menu-keys.ts'
import { hashOf, type View } from '../../src/core/place.ts'

/** What the menu's lines do. */
export interface MenuActs {
  /** Brings the main window to one of the screen's places. */
  show(hash: string): void
  /** Has the main window do what its action of that id does. */
  askMain(command: MenuCommand): void
  /** The same of whichever window has the focus. */
  askFocused(command: MenuCommand): void
  openFolder(folder: 'data' | 'logs'): void
  openPage(url: string): void
  /** Shows the licences of all that is in the package; null where there is no such file, as in the source tree. */
  readonly openLicences: (() => void) | null
}

/** Every view with the key that leads there, which is none of the screen's own. */
export const GO: readonly { readonly view: View; readonly label: string; readonly accelerator: string }[] = [
  go('postbacks', 'Postbacks'),
  go('insights', 'Insights'),
  go('verify', 'Verify'),
  go('users', 'Users'),
  go('simulator', 'Simulator'),
  go('endpoints', 'Endpoints'),
  go('tunnel', 'Tunnel'),
  go('settings', 'Settings'),
  go('help', 'Help'),
]

/** What can be done with the postback that the focused window shows. */
const POSTBACK: readonly (readonly [string, MenuCommand] | null)[] = [
  ['Open in its own window', 'postback.ownWindow'],
  null,
  ['Copy the link to it', 'postback.copyLink'],
  ['Copy as cURL', 'postback.copyCurl'],
  ['Copy the raw request', 'postback.copyRaw'],
  ['Copy as JSON', 'postback.copyJson'],
  ['Copy as HAR', 'postback.copyHar'],
  null,
  ['Replay', 'postback.replay'],
  ['Edit and replay', 'postback.editReplay'],
  ['Compare with the previous of the same user', 'compare.previous'],
  null,
  ['Pin or unpin', 'postback.pin'],
  ['Write a note', 'postback.note'],
  ['Remove…', 'postback.remove'],
]

const EXPORTS: readonly (readonly [string, MenuCommand])[] = [
  ['What is shown as CSV…', 'export.csv'],
  ['What is shown as NDJSON…', 'export.ndjson'],
  ['What is shown as JSON…', 'export.json'],
  ['What is shown as HAR…', 'export.har'],
  ['Evidence report of what is shown…', 'export.evidence-html'],
  ['The whole history as an archive…', 'export.archive'],
]

const TUNNEL: readonly (readonly [string, MenuCommand])[] = [
  ['Open the tunnel, or retry now', 'tunnel.open'],
  ['Close the tunnel', 'tunnel.close'],
  ['Look from outside now', 'tunnel.probe'],
  ['Copy the public URL', 'public-url.copy'],
]

/** Whose lines are possible only where the focused window shows a postback. */
export const POSTBACK_MENU_ID = 'postback'

const line = { type: 'separator' } as const satisfies MenuItemConstructorOptions

/**
 * The application's menu. Keys of its own have only what the screen has none for, so that a press never means two
 * things; what the screen can do by key is shown beside it there, where the user may have changed it.
 */
export function menuTemplate(
  acts: MenuActs,
  options: { readonly isMac: boolean; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] {
  const { isMac } = options
  const main = ([label, command]: readonly [string, MenuCommand]): MenuItemConstructorOptions => ({
    label,
    click: () => acts.askMain(command),
  })
  const focused = ([label, command]: readonly [string, MenuCommand]): MenuItemConstructorOptions => ({
    label,
    click: () => acts.askFocused(command),
  })
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    click: () => acts.show(hashOf({ view: 'settings', id: null })),
  }
  return [
    ...(isMac ? [macAppMenu(settings)] : []),
    {
      label: '&File',
      submenu: [
        main(['Copy the dashboard URL', 'dashboard-url.copy']),
        main(['Send a test postback', 'test.send']),
        line,
        { label: 'Export', submenu: EXPORTS.map(main) },
        main(['Import an archive or HAR…', 'import.choose']),
        line,
        { label: 'Open the data folder', click: () => acts.openFolder('data') },
        { label: 'Open the logs folder', click: () => acts.openFolder('logs') },
        line,
        { label: 'Clear history…', click: () => acts.show('#/settings/clear') },
        line,
        ...(isMac ? [] : [settings, line]),
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        main(['Filter the postbacks', 'filter.focus']),
        main(['Pause or resume the list', 'list.pause']),
        focused(['Change the theme', 'theme.next']),
        main(['Change the height of the rows', 'density.next']),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        { role: 'reload' },
        ...(options.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: '&Go',
      submenu: GO.map(({ view, label, accelerator }) => ({
        label,
        accelerator,
        click: () => acts.show(hashOf({ view, id: null })),
      })),
    },
    {
      label: '&Postback',
      id: POSTBACK_MENU_ID,
      submenu: POSTBACK.map((entry) => (entry === null ? line : focused(entry))),
    },
    { label: '&Tunnel', submenu: TUNNEL.map(main) },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Guide', click: () => acts.show('#/help/guide') },
        { label: 'Finding codes', click: () => acts.show('#/help') },
        main(['Try it without Adjump', 'tour.start']),
        line,
        focused(['Find a command', 'palette.open']),
        focused(['All keys', 'keys.show']),
        line,
        { label: 'Adjump’s documentation', click: () => acts.openPage('https://docs.adjump.io/') },
        ...(acts.openLicences === null ? [] : [{ label: 'Licences', click: acts.openLicences }]),
        ...(isMac ? [] : [line, { role: 'about' } as const]),
      ],
    },
  ]
}

function go(view: View, label: string): (typeof GO)[number] {
  return { view, label, accelerator: VIEW_MENU_KEYS[view].replace('mod+', 'CmdOrCtrl+').replace('f1', 'F1') }
}

function macAppMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      settings,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  }
}
