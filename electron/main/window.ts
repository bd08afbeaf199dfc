import { BrowserWindow, nativeTheme } from 'electron'
import { PRELOAD_FILE } from './paths.ts'
import { keepWindowState, loadWindowState } from './window-state.ts'

/** Opens the main window on the screen's address. It shows itself once it has something to show. */
export function openWindow(screenUrl: string, dataFolder: string): BrowserWindow {
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
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (state?.maximized) window.maximize()
  keepWindowState(window, dataFolder)
  window.once('ready-to-show', () => {
    window.show()
  })
  // The screen keeps nothing that the store does not have: after a crash it starts over and is complete.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  void window.loadURL(screenUrl)
  return window
}
