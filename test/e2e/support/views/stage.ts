import type { Page } from '@playwright/test'
import { exactBackend } from '../../../support/backends/exact-backend.ts'
import { serveBackend } from '../../../support/backends/reward-backend.ts'
import { expect, type Face, type Running } from '../../fixtures.ts'
import { clockAt, fillHistory } from './history.ts'
import { holdTheWire, type Wire } from './wire.ts'

/** What the clocks of the browser's screen and of its inspector stand at: Wednesday, 4 March 2026, 13:05 UTC. */
const NOW = Date.UTC(2026, 2, 4, 13, 5)
const RECEIVER = 'http://127.0.0.1:4070'

/** `first`: the first launch. `history`: some hundred requests of the last hour. Each has an open tunnel. */
export type StageName = 'first' | 'history'

/** A started inspector that is brought from one view to the next, without a start between. */
export interface Stage {
  readonly name: StageName
  readonly page: Page
  readonly running: Running
  /** The newest postback, whose URL was pasted through HTML; 0 at the first launch. */
  readonly newestId: number
  /** A backend of the user's that credits a repeated delivery twice. */
  readonly backend: { readonly url: string; readonly balanceUrl: string }
  /** Null on the desktop, where no wire is between. */
  readonly wire: Wire | null
  /** The screen's address. */
  readonly address: string
  /** Loads the screen anew at one of its places, such as `postbacks/7`, and waits until it is there. */
  open(place: string): Promise<void>
  close(): Promise<void>
}

/**
 * Starts an inspector. In the browser nothing on it differs from one run to the next: both clocks stand, and ports,
 * folders and versions are other ones on the wire.
 */
export async function openStage(face: Face, isDesktop: boolean, name: StageName): Promise<Stage> {
  const now = isDesktop ? Date.now() : NOW
  const newestId = name === 'history' ? fillHistory(face.dataFolder, now) : 0
  const backend = await serveBackend(exactBackend({ once: false, talks: true }))
  const running = await face.start(
    ['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`, '--subdomain=my-offerwall'],
    isDesktop ? {} : clockAt(NOW),
  )
  const { page, wire } = isDesktop ? { page: running.page, wire: null } : await aSteadyPage(running, face)
  const address = page.url() === 'about:blank' ? running.page.url() : page.url()
  const base = address.split('#')[0] ?? ''
  return {
    name,
    page,
    running,
    newestId,
    backend,
    wire,
    address: base,
    async open(place) {
      const to = `${base}#/${place}`
      // Only another page is another start of the screen: nothing that was typed or opened stays.
      if (page.url() === to || page.url().split('#')[0] === base) {
        await page.evaluate((hash) => {
          window.location.hash = hash
        }, `#/${place}`)
        await page.reload()
      } else await page.goto(to)
      await expect(page.locator('main')).toBeVisible()
      await expect(page.getByText('Connecting to the inspector')).toHaveCount(0)
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    },
    async close() {
      await running.close()
      await backend.close()
    },
  }
}

/** A page of a browser that is the same on every machine but for its fonts. */
async function aSteadyPage(running: Running, face: Face): Promise<{ page: Page; wire: Wire }> {
  const browser = running.page.context().browser()
  if (browser === null) throw new Error('A page of the browser face has a browser.')
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  const wire = await holdTheWire(page)
  wire.rewrite(running.receiverUrl, RECEIVER)
  wire.rewrite(running.receiverUrl.replace('http://', ''), RECEIVER.replace('http://', ''))
  wire.rewrite(`"port":${new URL(running.receiverUrl).port}`, '"port":4070')
  wire.rewrite(`:${new URL(face.tunnelServer.url).port}`, ':8080')
  wire.rewrite(face.dataFolder, '/home/ada/.config/adjump-inspector')
  await page.clock.setFixedTime(NOW)
  return { page, wire }
}
