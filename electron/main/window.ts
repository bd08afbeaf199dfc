import { app, BrowserWindow, nativeTheme } from 'electron'
import { PRELOAD_FILE } from './paths.ts'
import { guardScreen, type ScreenGuardOptions } from './screen-guard.ts'
import { keepWindowState, loadWindowState } from './window-state.ts'

/** Opens the main window on the screen's address. It shows itself once it has something to show. */
export function openWindow(screenUrl: string, dataFolder: string, guard: ScreenGuardOptions): BrowserWindow {
  const state = loadWindowState(dataFolder)
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    ...state?.bounds,
    minWidth: 640,
    minHeight: 420,
    show: false,
    title: 'Adjump Inspector',
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
  keepWindowState(window, dataFolder)
  window.once('ready-to-show', () => {
    window.show()
  })
  guardScreen(window, guard)
  void window.loadURL(screenUrl)
  return window
}
