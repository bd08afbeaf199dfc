import { chromium } from 'playwright'
import { findBrowser } from '../../../scripts/browser-runtime.mjs'

/** A screen that looks on, in a real browser where there is one. */
export interface AttachedScreen {
  /** Which it is, in words. */
  readonly words: string
  /** The page's live heap in bytes; null where no browser looks on. */
  heap(): Promise<number | null>
  close(): Promise<void>
}

/** Opens the screen in a headless Chromium; without one the contract's client alone is attached, and that is said. */
export async function attachScreen(url: string): Promise<AttachedScreen> {
  const executablePath = await findBrowser()
  if (executablePath === null) {
    return {
      words: 'no Chromium was found, so the contract’s client alone is attached',
      heap: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    }
  }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
    // The soak ends it itself, after its report.
    handleSIGINT: false,
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  await page.getByRole('navigation').first().waitFor()
  const session = await page.context().newCDPSession(page)
  return {
    words: 'the screen is attached in a headless Chromium',
    async heap() {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    close: () => browser.close(),
  }
}
