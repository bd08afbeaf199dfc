import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, net, powerMonitor, safeStorage, shell } from 'electron'
import { createInspector, type Inspector } from '../../src/app/inspector.ts'
import type { Journal } from '../../src/app/journal.ts'
import { TOKEN_VARIABLE, takeTokenFromEnvironment } from '../../src/app/tunnel-token.ts'
import { hostWords } from '../../src/words/of/host.ts'
import { registerScreenProtocol } from './app-protocol.ts'
import { createDesktop, type Desktop } from './desktop.ts'
import { fileDialogs } from './file-dialogs.ts'
import { iconFile } from './icons.ts'
import { hostContract } from './ipc-host.ts'
import { readLaunchOptions } from './launch-options.ts'
import { createLoginItem } from './login-item.ts'
import { setMenu } from './menu.ts'
import { ownPlace } from './own-place.ts'
import { defaultDataFolder } from './paths.ts'
import { watchPower } from './power.ts'
import { endHangingPage } from './screen-guard.ts'
import { createSecretStore } from './secret-store.ts'
import { lockDown } from './security.ts'
import { dropOpeningSwitches } from './switches.ts'
import { createWindows, type Windows } from './windows.ts'
import { collectWishes, registerLinks } from './wishes.ts'

const CANNOT_START = 3
/** As the packages have it: by this Windows knows whose notifications and buttons these are. */
const APP_ID = 'io.adjump.inspector'
/** At login a desktop's panel may start later than the programs that want to be in it. */
const PANEL_COMES_WITHIN_MS = 20_000

/** In development the screen comes from a server of its own; a packaged app never looks there. */
const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const screen = registerScreenProtocol()
const screenUrl = developmentUrl ?? screen.url
const own = ownPlace(screenUrl, !app.isPackaged)
if (app.isPackaged) dropOpeningSwitches()
const wishes = collectWishes()

const environmentToken = takeTokenFromEnvironment()

let journal: Journal | null = null
/** True from the moment at which the app begins to end: nothing keeps a window open then. */
let closing = false
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
  dialog.showErrorBox(hostWords().dialogs.cannotStart, message)
  app.exit(CANNOT_START)
}

function start(parts: {
  readonly dataFolder: string
  readonly inspector: Inspector
  readonly windows: Windows
  readonly desktop: Desktop
  readonly hidden: boolean
}): void {
  const { dataFolder, inspector, windows, desktop } = parts
  if (developmentUrl === undefined) screen.serve()
  hostContract(inspector, own.isPage, endHangingPage)
  inspector.log.onEmit(setMenu(dataFolder, windows, (postbackId, command) => desktop.ask(postbackId, command)))
  let closed = false
  let wantedAgain = false
  app.on('activate', () => {
    if (!closing) windows.show()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  const stopPower = watchPower({ power: powerMonitor, isOnline: () => net.isOnline(), inspector, now: Date.now })

  app.on('before-quit', (event) => {
    if (closed) return
    // What is under way is committed and answered first; then the app quits for good, however often it is asked.
    event.preventDefault()
    if (closing) return
    closing = true
    stopPower()
    desktop.close()
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

  wishes.receive((link) => {
    // A second start has already ended, trusting this one: an app that is closing must come back for it.
    if (closing) wantedAgain = true
    else if (link === null) windows.show()
    else desktop.openLink(link)
  })
  if (windows.main !== null) return
  if (!parts.hidden) windows.show()
  else {
    // A start at login waits in the tray; where there is none, in the taskbar, so that it can be found.
    void desktop.trayWithin(PANEL_COMES_WITHIN_MS).then((found) => {
      if (!found && !closing) windows.showMinimized()
    })
  }
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
  const { dataFolder } = options
  makeFolder(dataFolder)
  // Each data folder has an instance of its own: the lock lies in this folder too.
  app.setPath('userData', dataFolder)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.setAppUserModelId(APP_ID)
  registerLinks()
  await app.whenReady()
  lockDown(own)
  if (process.platform === 'linux') app.setAboutPanelOptions({ iconPath: iconFile('256x256.png') })
  const loginItem = createLoginItem(dataFolder === defaultDataFolder() ? [] : [`--data=${dataFolder}`])
  const windows = createWindows({
    screenUrl,
    dataFolder,
    guard: {
      receiverUrl: () => inspector.receiver.url,
      isPage: own.isPage,
      report: (sentence) => {
        inspector.journal.write({ level: 'warning', subject: 'screen', sentence })
      },
    },
    staysInTray: () => !closing && desktop.staysInTray(),
  })
  const desktop = createDesktop({ windows, loginItem, quit: () => app.quit() })
  const inspector = await createInspector({
    dataFolder,
    version: app.getVersion(),
    face: 'desktop',
    languages: app.getPreferredSystemLanguages(),
    overrides: options.overrides,
    receiverRequired: false,
    dialogs: fileDialogs(),
    openFolder: async (path) => (await shell.openPath(path)) || null,
    desktop: desktop.face,
    ngrok: {
      keeper: createSecretStore(join(dataFolder, 'ngrok-token.bin'), safeStorage),
      fromEnvironment: environmentToken,
    },
    onBug: logBug,
  })
  journal = inspector.journal
  await desktop.begin(inspector)
  start({ dataFolder, inspector, windows, desktop, hidden: loginItem.startedHidden })
}

main().catch(async (error: unknown) => {
  await app.whenReady()
  fail(error)
})
