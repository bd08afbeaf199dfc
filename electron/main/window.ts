import { app, BrowserWindow, nativeTheme } from 'electron'
import { iconFile } from './icons.ts'
import { PRELOAD_FILE } from './paths.ts'
import { guardScreen, type ScreenGuardOptions } from './screen-guard.ts'
import { besideOthers } from './window-place.ts'
import { type KeptWindow, keepWindowState, loadWindowState } from './window-state.ts'

/** What differs between the main window and one that a postback has for itself. */
export interface WindowKind {
  readonly kept: KeptWindow
  readonly size: { readonly width: number; readonly height: number }
  readonly smallest: { readonly width: number; readonly height: number }
}

export const MAIN_WINDOW: WindowKind = {
  kept: 'window',
  size: { width: 1280, height: 820 },
  smallest: { width: 640, height: 420 },
}
export const POSTBACK_WINDOW: WindowKind = {
  kept: 'postback-window',
  size: { width: 640, height: 820 },
  smallest: { width: 480, height: 360 },
}

/**
 * Opens a window on one of the screen's addresses, walled and guarded as every window is. It shows itself once it has
 * something to show; `minimized`, only in the taskbar.
 */
export function openWindow(
  url: string,
  kind: WindowKind,
  options: { readonly dataFolder: string; readonly guard: ScreenGuardOptions; readonly minimized?: boolean },
): BrowserWindow {
  const state = loadWindowState(options.dataFolder, kind.kept)
  const others = BrowserWindow.getAllWindows().map((other) => other.getBounds())
  const window = new BrowserWindow({
    ...kind.size,
    ...(state === null ? {} : besideOthers(others, state.bounds)),
    minWidth: kind.smallest.width,
    minHeight: kind.smallest.height,
    show: false,
    title: 'Adjump Inspector',
    // The other systems take it from the program.
    ...(process.platform === 'linux' ? { icon: iconFile('256x256.png') } : {}),
    // Painted before the page is there: no white flash in the dark.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: PRELOAD_FILE,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  })
  if (state?.maximized) window.maximize()
  keepWindowState(window, options.dataFolder, kind.kept)
  window.once('ready-to-show', () => {
    if (options.minimized === true) window.minimize()
    else window.show()
  })
  guardScreen(window, options.guard)
  // What fails is heard by the guard; another place asked for meanwhile ends this one.
  window.loadURL(url).catch(() => {})
  return window
}
