import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../src/contract/desktop-procedures.ts'
import { VIEW_MENU_KEYS } from '../../src/contract/menu-keys.ts'
import { hashOf, type View } from '../../src/core/place.ts'
import type { MenuRole, MenuWords } from '../../src/words/en/host-menu.ts'
import { hostWords } from '../../src/words/of/host.ts'

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
export const GO: readonly { readonly view: View; readonly accelerator: string }[] = [
  go('postbacks'),
  go('insights'),
  go('verify'),
  go('users'),
  go('simulator'),
  go('endpoints'),
  go('tunnel'),
  go('settings'),
  go('help'),
]

/** What can be done with the postback that the focused window shows; null is a line between. */
const POSTBACK: readonly (keyof MenuWords['postback']['acts'] | null)[] = [
  'postback.ownWindow',
  null,
  'postback.copyLink',
  'postback.copyCurl',
  'postback.copyRaw',
  'postback.copyJson',
  'postback.copyHar',
  null,
  'postback.replay',
  'postback.editReplay',
  'compare.previous',
  null,
  'postback.pin',
  'postback.note',
  'postback.remove',
]

const EXPORTS: readonly (keyof MenuWords['exports'])[] = [
  'export.csv',
  'export.ndjson',
  'export.json',
  'export.har',
  'export.evidence-html',
  'export.archive',
]

const TUNNEL: readonly (keyof MenuWords['tunnel']['acts'])[] = [
  'tunnel.open',
  'tunnel.close',
  'tunnel.probe',
  'public-url.copy',
]

/** Whose lines are possible only where the focused window shows a postback. */
export const POSTBACK_MENU_ID = 'postback'

const line = { type: 'separator' } as const satisfies MenuItemConstructorOptions

/**
 * The application's menu, in the language that is spoken now. Keys of its own have only what the screen has none for, so
 * that a press never means two things; what the screen can do by key is shown beside it there, where the user may have
 * changed it.
 */
export function menuTemplate(
  acts: MenuActs,
  options: { readonly isMac: boolean; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] {
  const { isMac } = options
  const { menu } = hostWords()
  const main = (label: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    click: () => acts.askMain(command),
  })
  const focused = (label: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    click: () => acts.askFocused(command),
  })
  const settings: MenuItemConstructorOptions = {
    label: menu.file.settings,
    click: () => acts.show(hashOf({ view: 'settings', id: null })),
  }
  return [
    ...(isMac ? [macAppMenu(settings)] : []),
    {
      label: menu.file.title,
      submenu: [
        main(menu.file.copyDashboardUrl, 'dashboard-url.copy'),
        main(menu.file.sendTest, 'test.send'),
        line,
        { label: menu.file.export, submenu: EXPORTS.map((command) => main(menu.exports[command], command)) },
        main(menu.file.import, 'import.choose'),
        line,
        { label: menu.file.openData, click: () => acts.openFolder('data') },
        { label: menu.file.openLogs, click: () => acts.openFolder('logs') },
        line,
        { label: menu.file.clear, click: () => acts.show('#/settings/clear') },
        line,
        ...(isMac ? [] : [settings, line]),
        ofRole('close'),
        ...(isMac ? [] : [ofRole('quit')]),
      ],
    },
    editMenu(isMac),
    {
      label: menu.view.title,
      submenu: [
        main(menu.view.filter, 'filter.focus'),
        main(menu.view.pause, 'list.pause'),
        focused(menu.view.theme, 'theme.next'),
        main(menu.view.density, 'density.next'),
        line,
        ofRole('resetZoom'),
        ofRole('zoomIn'),
        ofRole('zoomOut'),
        line,
        ofRole('togglefullscreen'),
        ofRole('reload'),
        ...(options.isPackaged ? [] : [ofRole('toggleDevTools')]),
      ],
    },
    {
      label: menu.go.title,
      submenu: GO.map(({ view, accelerator }) => ({
        label: menu.go.views[view],
        accelerator,
        click: () => acts.show(hashOf({ view, id: null })),
      })),
    },
    {
      label: menu.postback.title,
      id: POSTBACK_MENU_ID,
      submenu: POSTBACK.map((command) => (command === null ? line : focused(menu.postback.acts[command], command))),
    },
    { label: menu.tunnel.title, submenu: TUNNEL.map((command) => main(menu.tunnel.acts[command], command)) },
    {
      ...ofRole('windowMenu'),
      submenu: [ofRole('minimize'), ofRole('zoom'), ...(isMac ? [line, ofRole('front')] : [ofRole('close')])],
    },
    {
      ...ofRole('help'),
      submenu: [
        { label: menu.help.guide, click: () => acts.show('#/help/guide') },
        { label: menu.help.codes, click: () => acts.show('#/help') },
        main(menu.help.tour, 'tour.start'),
        line,
        focused(menu.help.palette, 'palette.open'),
        focused(menu.help.keys, 'keys.show'),
        line,
        { label: menu.help.documentation, click: () => acts.openPage('https://docs.adjump.io/') },
        ...(acts.openLicences === null ? [] : [{ label: menu.help.licences, click: acts.openLicences }]),
        ...(isMac ? [] : [line, ofRole('about')]),
      ],
    },
  ]
}

/** A line that Electron knows what to do with, in the spoken language. */
function ofRole(role: MenuRole): MenuItemConstructorOptions {
  const label = hostWords().menu.roles[role]
  return label === null ? { role } : { role, label }
}

function go(view: View): (typeof GO)[number] {
  return { view, accelerator: VIEW_MENU_KEYS[view].replace('mod+', 'CmdOrCtrl+').replace('f1', 'F1') }
}

function macAppMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      ofRole('about'),
      line,
      settings,
      line,
      ofRole('services'),
      line,
      ofRole('hide'),
      ofRole('hideOthers'),
      ofRole('unhide'),
      line,
      ofRole('quit'),
    ],
  }
}

/** As Electron's own, which has no words but English ones. */
function editMenu(isMac: boolean): MenuItemConstructorOptions {
  const { substitutions, speech } = hostWords().menu
  return {
    ...ofRole('editMenu'),
    submenu: [
      ofRole('undo'),
      ofRole('redo'),
      line,
      ofRole('cut'),
      ofRole('copy'),
      ofRole('paste'),
      ...(isMac
        ? [
            ofRole('pasteAndMatchStyle'),
            ofRole('delete'),
            ofRole('selectAll'),
            line,
            {
              label: substitutions,
              submenu: [
                ofRole('showSubstitutions'),
                line,
                ofRole('toggleSmartQuotes'),
                ofRole('toggleSmartDashes'),
                ofRole('toggleTextReplacement'),
              ],
            },
            { label: speech, submenu: [ofRole('startSpeaking'), ofRole('stopSpeaking')] },
          ]
        : [ofRole('delete'), line, ofRole('selectAll')]),
    ],
  }
}
