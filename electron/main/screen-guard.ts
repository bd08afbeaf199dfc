import { type BrowserWindow, dialog, type WebContents } from 'electron'
import { hostWords } from '../../src/words/of/host.ts'

/** So many ends of the page within a minute are put right without a word; then the user is asked. */
const RESTARTS_A_MINUTE = 3
const MINUTE_MS = 60_000
/** Chromium calls a page unresponsive that has not taken a press for some seconds. It gets this long to come back. */
const PATIENCE_MS = 10_000
/** Chromium's ERR_ABORTED: a move that was stopped, so the page is where it was. */
const REFUSED = -3

export interface ScreenGuardOptions {
  /** Where postbacks are received now, for the words; null where nowhere. */
  readonly receiverUrl: () => string | null
  /** Whether an address is the screen's own page. */
  readonly isPage: (url: string) => boolean
  /** Hears, in one sentence each, of every end of a page and what was done about it. */
  readonly report: (sentence: string) => void
}

/**
 * Brings a window's page back when its process ends or hangs, or when it was led away. The screen keeps nothing that the store does not have:
 * it starts over and is complete. A page that ends again and again is not started for ever: a dialog asks.
 */
export function guardScreen(window: BrowserWindow, options: ScreenGuardOptions): void {
  const { receiverUrl, isPage, report } = options
  const contents = window.webContents
  let place: string | null = null
  let ends: number[] = []
  let patience: ReturnType<typeof setTimeout> | null = null

  const beResponsive = (): void => {
    if (patience !== null) clearTimeout(patience)
    patience = null
  }

  const reload = (): void => {
    if (window.isDestroyed()) return
    if (place === null || isPage(contents.getURL())) contents.reload()
    // Where this fails, the page is led away once more, and that is heard below.
    else void contents.loadURL(place).catch(() => {})
  }

  async function ask(): Promise<void> {
    const w = hostWords().screenGuard
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Adjump Inspector',
      message: w.ended(RESTARTS_A_MINUTE + 1),
      detail: w.goesOn(receiverUrl()),
      buttons: [w.again, w.leave],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    ends = []
    if (response === 0) reload()
  }

  function ended(how: string): void {
    if (window.isDestroyed()) return
    const now = Date.now()
    ends = [...ends.filter((at) => now - at < MINUTE_MS), now]
    const again = ends.length <= RESTARTS_A_MINUTE
    const what = again ? 'It is loaded again.' : 'It ends too often to be loaded again unasked.'
    report(`${how} ${what} Captures go on.`)
    // Not from within the very event that tells of the end: the page is still being taken down.
    if (again) setImmediate(reload)
    else void ask()
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    beResponsive()
    if (reason !== 'clean-exit') ended(`The screen’s process ended (${reason}, ${String(exitCode)}).`)
  })
  // Chromium asks nobody about a move to `about:blank` or the like: it can only be undone.
  const ledAway = (url: string): void => {
    if (!isPage(url)) ended('The screen’s page was led away.')
  }
  contents.on('did-navigate', (_event, url) => {
    if (isPage(url)) place = url
    ledAway(url)
  })
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame && isPage(url)) place = url
  })
  contents.on('did-fail-load', (_event, code, _words, url, isMainFrame) => {
    if (isMainFrame && code !== REFUSED) ledAway(url)
  })
  contents.on('unresponsive', () => {
    patience ??= setTimeout(() => {
      patience = null
      endHangingPage(contents)
    }, PATIENCE_MS)
  })
  contents.on('responsive', beResponsive)
  contents.once('destroyed', beResponsive)
}

/** Ends the process of a page that does nothing any more; its guard loads it again. A developer’s halt is no hang. */
export function endHangingPage(contents: WebContents): void {
  if (contents.isDestroyed() || contents.isCrashed() || contents.isDevToolsOpened()) return
  contents.forcefullyCrashRenderer()
}
