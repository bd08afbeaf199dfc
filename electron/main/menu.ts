import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, Menu, shell } from 'electron'
import type { MenuCommand } from '../../src/contract/desktop-procedures.ts'
import { postbackAt } from '../../src/core/place.ts'
import { getSpoken, type Language } from '../../src/words/locale.ts'
import { type MenuActs, menuTemplate, POSTBACK_MENU_ID } from './menu-template.ts'
import { LICENCES_FILE } from './paths.ts'
import type { Windows } from './windows.ts'

/**
 * Puts up the application's menu. `ask` has a window (of a postback, or with null the main one) do an action. Call what
 * it answers with whenever another language may be spoken.
 */
export function setMenu(
  dataFolder: string,
  windows: Windows,
  ask: (postbackId: number | null, command: MenuCommand) => void,
): () => void {
  const askMain = (command: MenuCommand): void => {
    ask(null, command)
    windows.show()
  }
  const acts: MenuActs = {
    show: (hash) => windows.show(hash),
    askMain,
    askFocused(command) {
      const place = windows.focused()
      if (place === null) askMain(command)
      else ask(place.postbackId, command)
    },
    openFolder: (folder) => void shell.openPath(folder === 'data' ? dataFolder : join(dataFolder, 'logs')),
    openPage: (url) => void shell.openExternal(url),
    openLicences: existsSync(LICENCES_FILE) ? () => void shell.openPath(LICENCES_FILE) : null,
  }
  let menu: Menu | null = null
  let language: Language | null = null

  const follow = (): void => {
    // While the menu itself is open, the window may have lost the focus to it.
    const place = windows.focused() ?? windows.mainSeen()
    const isPossible = place !== null && postbackAt(place.hash) !== null
    for (const item of menu?.getMenuItemById(POSTBACK_MENU_ID)?.submenu?.items ?? []) item.enabled = isPossible
  }
  const build = (): void => {
    if (language === getSpoken().language) return
    language = getSpoken().language
    menu = Menu.buildFromTemplate(
      menuTemplate(acts, { isMac: process.platform === 'darwin', isPackaged: app.isPackaged }),
    )
    Menu.setApplicationMenu(menu)
    follow()
  }
  build()
  windows.onChange(follow)
  return build
}
