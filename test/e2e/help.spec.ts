import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, openDetail, sendPostback } from './support/screen.ts'

const SMALL = { width: 900, height: 600 }
const LARGE = { width: 1440, height: 900 }
const PICTURES = process.env['HELP_PICTURES']

/** For whoever wants to look: nothing where no folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  for (const theme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries({ large: LARGE, small: SMALL })) {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize(viewport)
      await page.screenshot({ path: join(PICTURES, `${name}-${theme}-${size}.png`) })
    }
  }
  await page.setViewportSize(LARGE)
}

const dialog = (page: Page) => page.getByRole('dialog')
const pages = (page: Page) => page.getByRole('navigation', { name: 'Help pages' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const search = (page: Page) => page.getByRole('textbox', { name: 'Search the help' })

test('a finding’s page opens over it, leads on and back, and Escape returns to the finding', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&amp;reward_amount=5')
  const detail = await openDetail(page, 'u_1')
  const asked = detail.getByRole('button', { name: 'What is this? html-ampersand' })
  await asked.focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('heading', { name: 'An “&” arrived as “&amp;”' })).toBeFocused()
  await expect(dialog(page).locator('mark')).toHaveText('amp;reward_amount')
  await expect(dialog(page)).toContainText('Fail')
  await picture(page, 'dialog')

  await dialog(page).getByRole('button', { name: 'param-missing' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'A mapped parameter is missing' })).toBeFocused()
  await dialog(page).getByRole('button', { name: 'Back' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'An “&” arrived as “&amp;”' })).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(asked).toBeFocused()
  await expect(detail).toBeVisible()
})

test('a key explains the finding that the verdict is about', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?userid=u_1&reward_amount=5')
  await gridRow(page, 'name-near-miss').click()
  await expect(page.getByRole('button', { name: 'What is this? name-near-miss' })).toBeVisible()
  await page.keyboard.press('w')
  await expect(dialog(page)).toContainText('The mapped name is')
  await dialog(page).getByRole('link', { name: 'Open this page in Help' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(heading(page, 'A name is close to the mapped one')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toBeVisible()
})

test('the help is reached by key, palette and sidebar, searched, and gone through by links', async ({ running }) => {
  const { page } = running
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(heading(page, 'Finding codes')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Help', exact: true })).toHaveAttribute('aria-current', 'page')
  await picture(page, 'codes')

  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await search(page).fill('comma parsefloat')
  await expect(page.getByRole('status', { name: 'Found' })).toHaveText('1 page')
  await expect(pages(page).getByRole('link', { name: 'param-missing' })).toBeHidden()
  await search(page).press('Enter')
  await expect(heading(page, 'The amount has a decimal comma')).toBeVisible()
  await expect(page.locator('main mark')).toHaveText('1,50')
  await picture(page, 'code')

  await page.getByRole('region', { name: 'See also' }).getByRole('link', { name: 'amount-separator-ambiguous' }).click()
  await expect(heading(page, 'The amount can be read in two ways')).toBeVisible()
  await search(page).fill('xyzzy')
  await expect(page.getByRole('status', { name: 'Found' })).toHaveText('No page has these words.')
  await picture(page, 'nothing')
  await search(page).press('Escape')
  await expect(pages(page).getByRole('link', { name: 'amount-separator-ambiguous' })).toHaveAttribute(
    'aria-current',
    'page',
  )

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('guide')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Guide')).toBeVisible()
  await picture(page, 'guide')
  await page.getByRole('main').getByRole('link', { name: 'Reading a verdict' }).last().click()
  await expect(heading(page, 'Reading a verdict')).toBeVisible()
  await picture(page, 'section')
  await page
    .getByRole('navigation', { name: 'Guide' })
    .getByRole('link', { name: /^Ten mistakes/ })
    .click()
  await expect(page.getByRole('article')).toHaveCount(10)
  await picture(page, 'mistakes')
  await page.getByRole('link', { name: 'Open Endpoints' }).click()
  await expect(page.getByRole('region', { name: 'Path and names' })).toBeVisible()
})

test('an address that names no page says so, and one that does opens it', async ({ running }) => {
  const { page } = running
  const goTo = (hash: string) =>
    page.evaluate((next) => {
      window.location.hash = next
    }, hash)
  await goTo('#/help/plus-as-space')
  await expect(heading(page, 'A “+” is read as a space')).toBeVisible()
  await goTo('#/help/possible-duplicate')
  await expect(pages(page).getByRole('link', { name: 'possible-duplicate' })).toBeInViewport()
  await expect(page.getByText('40 s later:')).toBeVisible()
  await picture(page, 'duplicate')
  await goTo('#/help/no-such-code')
  await expect(page.getByText('There is no such page')).toBeVisible()
  await page.getByRole('link', { name: 'Show all finding codes' }).click()
  await expect(heading(page, 'Finding codes')).toBeVisible()
})

test('the desktop’s menu leads to the guide and to the codes @desktop', async ({ running }) => {
  const { page } = running
  const press = (label: string) =>
    (running.desktop as ElectronApplication).evaluate(({ Menu }, wanted) => {
      const help = Menu.getApplicationMenu()?.items.find(({ role }) => role === 'help')
      help?.submenu?.items.find((item) => item.label === wanted)?.click()
    }, label)
  await press('Guide')
  await expect(heading(page, 'Guide')).toBeVisible()
  await press('Finding codes')
  await expect(heading(page, 'Finding codes')).toBeVisible()
})

test('every page of the help fits its window, in the widest and the narrowest', async ({ running }) => {
  const { page } = running
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(heading(page, 'Finding codes')).toBeVisible()
  const hrefs = await pages(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(hrefs.length).toBeGreaterThan(55)
  for (const size of [SMALL, LARGE]) {
    await page.setViewportSize(size)
    for (const href of hrefs) {
      await pages(page).locator(`a[href="${href}"]`).click()
      await expect(pages(page).locator(`a[href="${href}"]`)).toHaveAttribute('aria-current', 'page')
      const spills = await page.evaluate(() =>
        [...document.querySelectorAll('main h1, main p, main dd, main code, main li')]
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          .map((element) => element.textContent.slice(0, 80)),
      )
      expect(spills, `${href} at ${String(size.width)}`).toEqual([])
    }
  }
})
