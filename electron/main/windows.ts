import { app, BrowserWindow } from 'electron'
import { CallError } from '../../src/contract/errors.ts'
import { ownWindowHash, ownWindowId } from '../../src/core/place.ts'
import { hostWords } from '../../src/words/of/host.ts'
import type { ScreenGuardOptions } from './screen-guard.ts'
import { MAIN_WINDOW, openWindow, POSTBACK_WINDOW } from './window.ts'
import { bringIntoSight } from './window-state.ts'

/** Each window is a process with memory of its own. */
const MOST_POSTBACK_WINDOWS = 8

/** Where a window is: the part of its address behind `#`, and the postback whose own window it is. */
export interface WindowPlace {
  readonly hash: string
  readonly postbackId: number | null
}

/** The main window, and one for each postback that was given its own. All are walled and guarded alike. */
export interface Windows {
  /** Brings the main window forward, opening it where there is none; at that place where one is given. */
  show(hash?: string): void
  /** Opens the main window without taking the user's attention: it is in the taskbar alone. */
  showMinimized(): void
  /** Shows the main window that was hidden, without giving it the focus. */
  showAgain(): void
  /** Throws a `CallError` where there are too many. */
  openPostback(id: number): void
  /** The place of the window that has the focus; null where none has. */
  focused(): WindowPlace | null
  /** The place of the main window where it can be seen, whether or not it has the focus; null where it cannot. */
  mainSeen(): WindowPlace | null
  /** The main window, for what the system shows at its button; null where there is none. */
  readonly main: BrowserWindow | null
  /** Whether the main window has been closed to the tray. */
  readonly isHidden: boolean
  /** Called when the focus moves, a window goes to another place, is shown, hidden, opened or closed. */
  onChange(listener: () => void): void
}

export function createWindows(parts: {
  readonly screenUrl: string
  readonly dataFolder: string
  readonly guard: ScreenGuardOptions
  /** Whether closing the main window shall only hide it. */
  readonly staysInTray: () => boolean
}): Windows {
  const { screenUrl, dataFolder, guard } = parts
  const listeners = new Set<() => void>()
  const ofPostbacks = new Map<number, BrowserWindow>()
  let main: BrowserWindow | null = null

  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  app.on('browser-window-focus', changed)
  app.on('browser-window-blur', changed)

  function follow(window: BrowserWindow): void {
    window.on('show', changed)
    window.on('hide', changed)
    window.on('minimize', changed)
    window.on('restore', changed)
    window.on('closed', changed)
    window.webContents.on('did-navigate', changed)
    window.webContents.on('did-navigate-in-page', changed)
    changed()
  }

  function openMain(hash: string, minimized: boolean): BrowserWindow {
    const window = openWindow(`${screenUrl}${hash}`, MAIN_WINDOW, { dataFolder, guard, minimized })
    main = window
    window.on('close', (event) => {
      if (!parts.staysInTray()) return
      event.preventDefault()
      // A window that is hidden while it fills a screen of its own leaves that screen black on macOS.
      if (window.isFullScreen()) {
        window.once('leave-full-screen', () => window.hide())
        window.setFullScreen(false)
      } else window.hide()
    })
    window.once('closed', () => {
      if (main === window) main = null
    })
    follow(window)
    return window
  }

  function bringForward(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore()
    bringIntoSight(window)
    window.show()
    window.focus()
  }

  return {
    get main() {
      return main
    },
    get isHidden() {
      return main !== null && !main.isVisible() && !main.isMinimized()
    },
    show(hash = '') {
      if (main === null) {
        openMain(hash, false)
        return
      }
      // A change of the part after `#` alone does not load the page anew.
      if (hash !== '') main.loadURL(`${screenUrl}${hash}`).catch(() => {})
      bringForward(main)
    },
    showMinimized() {
      if (main === null) openMain('', true)
    },
    showAgain() {
      if (main === null) return
      bringIntoSight(main)
      main.showInactive()
    },
    openPostback(id) {
      const known = ofPostbacks.get(id)
      if (known !== undefined) {
        bringForward(known)
        return
      }
      if (ofPostbacks.size >= MOST_POSTBACK_WINDOWS) {
        throw new CallError('refused', hostWords().tooManyWindows(MOST_POSTBACK_WINDOWS))
      }
      const window = openWindow(`${screenUrl}${ownWindowHash(id)}`, POSTBACK_WINDOW, { dataFolder, guard })
      ofPostbacks.set(id, window)
      window.once('closed', () => ofPostbacks.delete(id))
      follow(window)
    },
    focused() {
      const window = BrowserWindow.getFocusedWindow()
      return window === null ? null : placeOf(window)
    },
    mainSeen() {
      return main !== null && main.isVisible() && !main.isMinimized() ? placeOf(main) : null
    },
    onChange(listener) {
      listeners.add(listener)
    },
  }
}

function placeOf(window: BrowserWindow): WindowPlace {
  const url = window.isDestroyed() ? '' : window.webContents.getURL()
  const start = url.indexOf('#')
  const hash = start === -1 ? '' : url.slice(start)
  return { hash, postbackId: ownWindowId(hash) }
}
