import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, powerMonitor, safeStorage, shell } from 'electron'
import { createInspector, type Inspector } from '../../src/app/inspector.ts'
import type { Journal } from '../../src/app/journal.ts'
import { TOKEN_VARIABLE, takeTokenFromEnvironment } from '../../src/app/tunnel-token.ts'
import { registerScreenProtocol } from './app-protocol.ts'
import { fileDialogs } from './file-dialogs.ts'
import { hostContract } from './ipc-host.ts'
import { readLaunchOptions } from './launch-options.ts'
import { setMenu } from './menu.ts'
import { ownPlace } from './own-place.ts'
import { endHangingPage } from './screen-guard.ts'
import { createSecretStore } from './secret-store.ts'
import { lockDown } from './security.ts'
import { dropOpeningSwitches } from './switches.ts'
import { openWindow } from './window.ts'

const CANNOT_START = 3

/** In development the screen comes from a server of its own; a packaged app never looks there. */
const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const screen = registerScreenProtocol()
const screenUrl = developmentUrl ?? screen.url
const own = ownPlace(screenUrl, !app.isPackaged)
if (app.isPackaged) dropOpeningSwitches()

const environmentToken = takeTokenFromEnvironment()

let journal: Journal | null = null
const logBug = (error: unknown): void => {
  console.error('Unexpected:', error)
}
/** What no inspector hears of by itself: it goes into its log as well, once there is one. */
const logStray = (error: unknown): void => {
  journal?.bug(error)
  logBug(error)
}
// A fault anywhere must not end the capture; Electron's own handler would stop everything with a dialog.
process.on('uncaughtException', logStray)
process.on('unhandledRejection', logStray)

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  console.error(message)
  dialog.showErrorBox('Adjump Inspector cannot start', message)
  app.exit(CANNOT_START)
}

async function start(dataFolder: string, inspector: Inspector): Promise<void> {
  let window: BrowserWindow | null = null
  const show = (route = ''): void => {
    if (window === null || window.isDestroyed()) {
      window = openWindow(`${screenUrl}${route}`, dataFolder, {
        receiverUrl: () => inspector.receiver.url,
        isPage: own.isPage,
        report: (sentence) => {
          inspector.journal.write({ level: 'warning', subject: 'screen', sentence })
        },
      })
      return
    }
    // A change of the part after `#` alone does not load the page anew.
    if (route !== '') void window.loadURL(`${screenUrl}${route}`)
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  lockDown(own)
  if (developmentUrl === undefined) screen.serve()
  hostContract(inspector, own.isPage, endHangingPage)
  setMenu(dataFolder, show)
  let closing = false
  let closed = false
  let wantedAgain = false
  app.on('second-instance', () => {
    // The second start has already ended, trusting this one: an app that is closing must come back for it.
    if (closing) wantedAgain = true
    else show()
  })
  app.on('activate', () => {
    if (!closing) show()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  let suspendedAt: number | null = null
  powerMonitor.on('suspend', () => {
    suspendedAt = Date.now()
  })
  powerMonitor.on('resume', () => {
    if (suspendedAt === null) inspector.networkChanged()
    else inspector.wasAsleep(suspendedAt, Date.now())
    suspendedAt = null
  })

  app.on('before-quit', (event) => {
    if (closed) return
    // What is under way is committed and answered first; then the app quits for good, however often it is asked.
    event.preventDefault()
    if (closing) return
    closing = true
    void inspector
      .close()
      .catch(logBug)
      .finally(() => {
        closed = true
        // The next one is to have what this one was started with.
        if (wantedAgain && environmentToken !== null) process.env[TOKEN_VARIABLE] = environmentToken
        if (wantedAgain) app.relaunch()
        app.quit()
      })
  })
  show()
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The data folder ${folder} cannot be written: ${why}. Choose another with --data.`, {
      cause: error,
    })
  }
}

async function main(): Promise<void> {
  const options = readLaunchOptions()
  makeFolder(options.dataFolder)
  // Each data folder has an instance of its own: the lock lies in this folder too.
  app.setPath('userData', options.dataFolder)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  await app.whenReady()
  const inspector = await createInspector({
    dataFolder: options.dataFolder,
    version: app.getVersion(),
    face: 'desktop',
    overrides: options.overrides,
    receiverRequired: false,
    dialogs: fileDialogs(),
    openFolder: async (path) => (await shell.openPath(path)) || null,
    ngrok: {
      keeper: createSecretStore(join(options.dataFolder, 'ngrok-token.bin'), safeStorage),
      fromEnvironment: environmentToken,
    },
    onBug: logBug,
  })
  journal = inspector.journal
  await start(options.dataFolder, inspector)
}

main().catch(async (error: unknown) => {
  await app.whenReady()
  fail(error)
})
