import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

const SMALL = { width: 900, height: 600 }
const ROUTES = [
  '#/postbacks',
  '#/postbacks/1',
  '#/verify',
  '#/users',
  '#/simulator',
  '#/endpoints',
  '#/tunnel',
  '#/settings',
  '#/help',
  '#/help/guide',
] as const

/** Everything that Chromium complains of in this page from now on, breaches of the policy among it. */
async function collectComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text().slice(0, 300))
  })
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message.slice(0, 300)}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(`breach of ${violatedDirective}: ${blockedURI} in ${sourceFile}`)
    })
  })
  // Once more from the start, with the listeners in place.
  await page.reload()
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  return complaints
}

/** The system's dialogs and programs answer at once, and nobody sees them. */
function answerForTheUser(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog, shell }, target) => {
    let files = 0
    dialog.showSaveDialog = () => {
      files += 1
      return Promise.resolve({ canceled: false, filePath: `${target}/file-${String(files)}` })
    }
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    shell.openPath = () => Promise.resolve('')
    shell.openExternal = () => Promise.resolve()
  }, folder)
}

async function openPalette(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Control+k')
  const items = page.locator('[cmdk-item]')
  await items.first().waitFor()
  return items.evaluateAll((all) => all.map((item) => item.getAttribute('data-value') ?? ''))
}

async function closeAll(page: Page): Promise<void> {
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape')
}

test('every view, every command, every dialog and export breaks no rule of the policy and warns of nothing', async ({
  face,
}) => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-tour-'))
  const running = await face.start([`--tunnel-host=${face.tunnelServer.url}`, '--tunnel=localtunnel'])
  const { page } = running
  await answerForTheUser(running.desktop as ElectronApplication, folder)
  const complaints = await collectComplaints(page)
  for (let count = 1; count <= 30; count += 1) {
    await sendPostback(running, `/hitpoint?user_id=tour-${String(count % 7)}&reward_amount=${String(count)}&amp;x=%ff`)
  }
  await expect(gridRow(page, 'tour-2').first()).toBeVisible()

  const done = new Set<string>()
  for (const route of ROUTES) {
    for (;;) {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, route)
      const next = (await openPalette(page)).find((action) => !done.has(action))
      if (next === undefined) break
      done.add(next)
      await page.locator(`[cmdk-item][data-value=${JSON.stringify(next)}]`).click()
      // What a command opens may have to be read first; whatever it is, it is drawn within a frame or two of that.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      await closeAll(page)
    }
    await closeAll(page)
  }
  // One of the commands has chosen another language.
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  await page.getByText('English', { exact: true }).click()
  for (const size of [SMALL, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size)
    for (const view of ['Endpoints', 'Tunnel', 'Settings', 'Postbacks'] as const) await goTo(page, view)
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menu', { name: 'Export' }).waitFor()
    await closeAll(page)
  }
  console.log(
    `tour: ${String(ROUTES.length)} views, ${String(done.size)} commands, ${String(complaints.length)} complaints`,
  )
  expect(done.size).toBeGreaterThan(40)
  expect(complaints).toEqual([])

  // Shows that the listening itself is right.
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red')
    const script = document.createElement('script')
    script.textContent = '1'
    document.body.append(script)
    console.warn('heard')
  })
  await expect.poll(() => complaints.filter((text) => text.startsWith('breach of')).length).toBe(2)
  expect(complaints.filter((text) => text === 'heard')).toHaveLength(1)
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})
