import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, type ElectronApplication, type Page } from '@playwright/test'
import type { Overview } from '../../src/contract/procedures.ts'
import { createLocaltunnelServer, type LocaltunnelServer } from '../support/localtunnel-server/server.ts'
import { runCli } from '../support/serve-process.ts'
import { launchDesktop, required } from './support/desktop.ts'

/** A started inspector with its screen, in either face. */
export interface Running {
  readonly page: Page
  readonly receiverUrl: string
  /** The desktop's own process, null in the browser face. */
  readonly desktop: ElectronApplication | null
  /** Ends it as its user would: the window's close, or Ctrl+C. */
  close(): Promise<void>
}

export interface Face {
  /**
   * Starts the inspector on the test's data folder; again after a close, for what must survive. `env` stands beside the
   * environment that there is.
   */
  start(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Running>
  readonly dataFolder: string
  readonly tunnelServer: LocaltunnelServer
}

async function startDesktop(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Running> {
  const app = await launchDesktop(args, env)
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('navigation').first().waitFor()
  const overview = (await page.evaluate(async () => {
    const bridge = (window as unknown as { inspectorBridge: { call(message: unknown): Promise<string> } })
      .inspectorBridge
    return JSON.parse(await bridge.call({ type: 'call', id: 1, procedure: 'app.overview', input: {} }))
      .output as unknown
  })) as Overview
  return { page, receiverUrl: overview.receiver.url ?? '', desktop: app, close: () => app.close() }
}

async function startBrowser(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Running> {
  const cli = runCli(['serve', '--json', '--ui-port=0', ...args], env)
  const receiver = await cli.line(({ event }) => event === 'receiver.listening')
  const ui = await cli.line(({ event }) => event === 'ui.listening')
  const browser = await chromium.launch({
    executablePath: required('ADJUMP_INSPECTOR_BROWSER'),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(ui.url ?? '')
  await page.getByRole('navigation').first().waitFor()
  return {
    page,
    receiverUrl: receiver.url ?? '',
    desktop: null,
    async close() {
      await browser.close()
      await cli.stop('SIGINT')
    },
  }
}

export const test = base.extend<{ face: Face; running: Running }>({
  face: async ({ baseURL: _none }, use, info) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'adjump-inspector-e2e-'))
    const tunnelServer = await createLocaltunnelServer()
    const open = new Set<Running>()
    const start = info.project.name === 'desktop' ? startDesktop : startBrowser
    await use({
      dataFolder,
      tunnelServer,
      async start(args = ['--tunnel=none'], env = {}) {
        const running = await start([`--data=${dataFolder}`, '--port=0', ...args], env)
        const tracked: Running = {
          ...running,
          async close() {
            open.delete(tracked)
            await running.close()
          },
        }
        open.add(tracked)
        return tracked
      },
    })
    for (const running of open) await running.close()
    await tunnelServer.close()
    rmSync(dataFolder, { recursive: true, force: true })
  },
  running: async ({ face }, use) => {
    const running = await face.start()
    await use(running)
  },
})

export { expect } from '@playwright/test'
