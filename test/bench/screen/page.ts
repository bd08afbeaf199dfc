/** The screen in a headless Chromium, with the probe inside. */
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { findBrowser } from '../../../scripts/browser-runtime.mjs'
import type { BenchContext } from '../line.ts'
import { FLOOR_PAGE, installProbe, type PageNotes } from './probe.ts'

export interface ScreenPage {
  readonly page: Page
  /** What was noted since it was asked for last. */
  takeNotes(): Promise<PageNotes>
  /** Live heap in MB, once what is not needed is gone. */
  heapMegabytes(): Promise<number>
  readonly cdp: CDPSession
  close(): Promise<void>
}

/** One Chromium for all that is measured in a run. */
export function sharedBrowser(context: BenchContext): Promise<Browser> {
  return context.shared('browser', async () => {
    const executablePath = await findBrowser()
    if (executablePath === null) throw new Error('no Chromium was found')
    const browser = await chromium.launch({
      executablePath,
      // The floor's page is put in place of the screen's, and would count as one from outside that speaks to this machine.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-features=LocalNetworkAccessChecks'],
      handleSIGINT: false,
    })
    return { resource: browser, close: () => browser.close() }
  })
}

/** Opens the screen, or in its place the least that shows the same. */
export async function openScreen(browser: Browser, screenUrl: string, what: 'screen' | 'floor'): Promise<ScreenPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(installProbe, true)
  const url = new URL(screenUrl)
  const ownUrl = `${url.origin}/${url.searchParams.get('token') ?? ''}/`
  if (what === 'floor') {
    await page.route(ownUrl, (route) => route.fulfill({ contentType: 'text/html', body: FLOOR_PAGE }))
  }
  await page.goto(ownUrl)
  await page.locator('nav').first().waitFor()
  const cdp = await page.context().newCDPSession(page)
  return {
    page,
    cdp,
    takeNotes: () => page.evaluate(() => (window as unknown as { takeNotes(): PageNotes }).takeNotes()),
    async heapMegabytes() {
      await cdp.send('HeapProfiler.collectGarbage')
      return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1024 / 1024
    },
    close: () => page.close(),
  }
}
