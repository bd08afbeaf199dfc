import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { lookAt, pressNotification, seenManners, watchManners } from './support/manners.ts'
import { appOf } from './support/own-window.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

const FAILING = '/hitpoint?user_id={user_id}&reward_amount='

const desktopSection = (page: Page) => page.getByRole('region', { name: 'Desktop', exact: true })

test('failures that nobody sees are told once, counted on the badge, and lead to their row', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await watchManners(app)
  for (let n = 1; n <= 13; n += 1) await sendPostback(running, `${FAILING}${String(n)}`)
  await expect.poll(() => seenManners(app)).toMatchObject({ badge: 13 })
  const { told } = await seenManners(app)
  expect(told).toEqual([
    {
      title: 'A postback failed',
      body: 'Postback 1. The macro arrived as it was typed instead of being replaced by a value.',
    },
  ])
  await goTo(page, 'Settings')
  await pressNotification(app, 0)
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toContainText('Postback 1')

  // At another view nothing has been seen yet.
  await goTo(page, 'Settings')
  await lookAt(app)
  await expect.poll(async () => (await seenManners(app)).badge).toBe(13)
  await goTo(page, 'Postbacks')
  await expect.poll(async () => (await seenManners(app)).badge).toBe(0)
  await sendPostback(running, `${FAILING}14.75`)
  await expect(gridRow(page, '14.75')).toBeVisible()
  expect(await seenManners(app)).toMatchObject({ badge: 0, told })
})

test('an expectation is told when it is met, and what is not wanted is not', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await goTo(page, 'Settings')
  await watchManners(app)
  await page.reload()
  const failures = desktopSection(page).getByRole('checkbox', { name: 'A postback failed' })
  await failures.uncheck()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Verify' }).click()
  await page.getByRole('textbox', { name: 'User id' }).fill('u_expected')
  await page.getByRole('textbox', { name: 'Reward amount' }).fill('5')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Waiting expectations' })).toBeVisible()
  await goTo(page, 'Settings')
  await sendPostback(running, `${FAILING}1`)
  await sendPostback(running, '/hitpoint?user_id=u_expected&reward_amount=5')
  await expect
    .poll(async () => (await seenManners(app)).told)
    .toEqual([{ title: 'Expectation: met', body: 'Postback 2 is exactly what was expected.' }])
  await pressNotification(app, 0)
  await expect(page.getByRole('listitem', { name: 'Met: u_expected, 5' })).toBeFocused()
})

test('where no icon can be seen, the window is not closed to it, and the settings say why', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await goTo(page, 'Settings')
  const choice = desktopSection(page).getByRole('checkbox', { name: 'Keep running in the tray' })
  await expect(choice).toBeDisabled()
  await expect(desktopSection(page)).toContainText('This desktop shows no icons of programs')
  // Chosen all the same, on another desktop with this very folder.
  await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'inspectorBridge') as { call(message: unknown): Promise<string> }
    const answer = await bridge.call({ type: 'call', id: 1, procedure: 'app.overview', input: {} })
    const { settings } = JSON.parse(answer).output as { settings: { desktop: object } }
    const desktop = { ...settings.desktop, closeToTray: true }
    const input = { settings: { ...settings, desktop } }
    await bridge.call({ type: 'call', id: 2, procedure: 'settings.save', input })
  })
  await expect(desktopSection(page)).toContainText('Chosen, but not followed here: closing the window quits.')
  await expect(choice).toBeEnabled()
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
})

test('start at login is noted where this desktop looks for it, and read back from there', async ({ face }) => {
  const home = mkdtempSync(join(tmpdir(), 'adjump-inspector-home-'))
  const running = await face.start(['--tunnel=none'], { XDG_CONFIG_HOME: home })
  const { page } = running
  const file = join(home, 'autostart/adjump-inspector.desktop')
  await goTo(page, 'Settings')
  const choice = desktopSection(page).getByRole('checkbox', { name: 'Start at login' })
  await expect(choice).not.toBeChecked()
  // It is checked when the system has it so.
  await choice.click()
  await expect(choice).toBeChecked()
  await expect(desktopSection(page)).toContainText(`This is noted in ${file}.`)
  expect(readFileSync(file, 'utf8')).toMatch(/^Exec="[^"]+".* "--hidden" "--data=[^"]+"$/m)
  expect(readFileSync(file, 'utf8')).toContain(face.dataFolder)

  // What another program has done to it is what is shown.
  rmSync(file)
  await goTo(page, 'Postbacks')
  await goTo(page, 'Settings')
  await expect(choice).not.toBeChecked()
  await choice.click()
  await expect(choice).toBeChecked()
  await choice.click()
  await expect(choice).not.toBeChecked()
  expect(existsSync(file)).toBe(false)
  await running.close()
  rmSync(home, { recursive: true, force: true })
})
