import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { ROOT } from '../../support/serve-process.ts'
import type { Running } from '../fixtures.ts'

/** The app of this face. */
export function appOf({ desktop }: Running): ElectronApplication {
  if (desktop === null) throw new Error('Electron’s own walls stand in the desktop face only.')
  return desktop
}

/** The screen’s own page, and the script that is loaded before it. */
export const SCREEN = 'app://inspector.invalid/index.html'
export const PRELOAD = join(ROOT, 'out/preload/index.cjs')

/** What stands in the page's address bar and whether the screen is alive: unchanged by all that is tried. */
export async function expectUnmoved(app: ElectronApplication, page: Page, after = 'what was tried'): Promise<void> {
  expect(new URL(page.url()).href.split('#')[0], after).toBe(SCREEN)
  expect(app.windows(), after).toHaveLength(1)
  // Asked by the host: a refused navigation keeps the test's own driver waiting for its end.
  expect(await inPage(app, "document.querySelector('nav[aria-label=Views]') ? 'there' : document.title"), after).toBe(
    'there',
  )
}

/** Runs a script in the screen's top frame, from the host. */
export function inPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.executeJavaScript(text) as Promise<unknown>,
    script,
  )
}
