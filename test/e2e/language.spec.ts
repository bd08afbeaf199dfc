import type { Page } from '@playwright/test'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'
import { expect, type Running, test } from './fixtures.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'
import { illegible } from './support/views/legible.ts'

async function chooseGerman(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('group', { name: 'Language' }).getByText('Deutsch').click()
  await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
}

/** Brings the screen to one of its places. */
async function open(page: Page, hash: string): Promise<void> {
  await page.evaluate((place) => {
    window.location.hash = place
  }, hash)
}

test('the screen speaks German at once where that is chosen, and still after a restart; amounts stay as they came', async ({
  face,
  running,
}) => {
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=1234.50')
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=1%2C5')
  await chooseGerman(running.page)
  await expect(running.page.locator('html')).toHaveAttribute('lang', 'de')
  await running.close()

  const { page } = await face.start()
  await expect(page.getByRole('navigation', { name: 'Ansichten' })).toContainText('Einstellungen')
  await open(page, '#/postbacks')
  const list = page.getByRole('grid')
  await expect(list.getByRole('row').filter({ hasText: 'u_1' })).toContainText('1234.50')
  await list.getByRole('row').filter({ hasText: 'u_2' }).click()
  const detail = page.getByRole('complementary', { name: 'Details des Postbacks' })
  await expect(detail).toContainText('„1,5“')
  await expect(detail).toContainText(de.findingTexts['amount-decimal-comma'].fix)

  await open(page, '#/settings')
  await page.getByRole('group', { name: 'Sprache' }).getByText('English').click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await open(page, '#/postbacks/2')
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toContainText('“1,5”')
  await expect(gridRow(page, 'u_1')).toContainText('1234.50')
})

test('what the host refuses, and what a form does, is told in the language of the screen', async ({
  face,
  running,
}) => {
  const { page } = running
  await chooseGerman(page)
  const taken = new URL(face.tunnelServer.url).port
  await page
    .getByRole('combobox', { name: de.settings.receiver.portTaken })
    .selectOption(de.settings.receiver.whenTaken.fail)
  await page.getByRole('textbox', { name: 'Port' }).fill(taken)
  await page.keyboard.press('Enter')
  await expect(page.getByText(new RegExp(`${taken}.*(belegt|vergeben)`)).first()).toBeVisible()
  await open(page, '#/endpoints')
  await page.getByRole('textbox', { name: 'Pfad', exact: true }).fill('ohne-schrägstrich')
  await page.keyboard.press('Tab')
  await expect(page.getByText(de.checks.endpoint.pathStart)).toBeVisible()
})

/** Every place of the screen that an address leads to, and what opens over it by keys. */
const PLACES: readonly { readonly hash: string; readonly keys?: readonly string[] }[] = [
  { hash: '#/postbacks' },
  { hash: '#/postbacks', keys: ['?'] },
  { hash: '#/postbacks', keys: ['Control+k'] },
  { hash: '#/postbacks', keys: ['v', 'c'] },
  { hash: '#/postbacks', keys: ['v', 'v'] },
  { hash: '#/postbacks', keys: ['/'] },
  { hash: '#/postbacks/1' },
  { hash: '#/postbacks/2' },
  { hash: '#/postbacks/3' },
  { hash: '#/postbacks/4' },
  { hash: '#/window/postback/2' },
  { hash: '#/insights' },
  { hash: '#/verify' },
  { hash: '#/users' },
  { hash: '#/simulator' },
  { hash: '#/endpoints' },
  { hash: '#/tunnel' },
  { hash: '#/settings' },
  { hash: '#/help' },
  { hash: '#/help/param-missing' },
  { hash: '#/help/guide' },
]

/** Every text that has nothing put into it, by its place in the words. */
function texts(tree: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const place = `${path}.${key}`
    if (typeof value === 'string') return [[place, value] as const]
    return typeof value === 'object' && value !== null ? texts(value, place) : []
  })
}

/** What is said and shown now: texts, and the names and hints that are heard or come with the mouse. */
async function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, code, kbd')) found.push(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'aria-valuetext', 'alt']) {
        found.push(element.getAttribute(name) ?? '')
      }
    }
    return found.map((text) => text.trim()).filter((text) => text !== '')
  })
}

async function fill(running: Running): Promise<void> {
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=1234.50')
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=1%2C5&sig=%7Bsig%7D')
  await sendPostback(running, '/hitpoint?userid=u_3&reward_amount=%7Breward_amount%7D')
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=1234.50')
}

test('every view speaks German throughout, with nothing cut off or covered', async ({ running }) => {
  test.setTimeout(240_000)
  const { page } = running
  await fill(running)
  await chooseGerman(page)
  const german = new Set(texts(de).map(([, text]) => text))
  const english = new Set(
    texts(en)
      .map(([, text]) => text)
      .filter((text) => /\p{L}{3}/u.test(text) && !german.has(text)),
  )
  for (const { hash, keys = [] } of PLACES) {
    await open(page, hash)
    await page.waitForLoadState('networkidle')
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    for (const key of keys) await page.keyboard.press(key)
    const at = `${hash} ${keys.join(' ')}`
    // A state is told again in the new language a moment after it was chosen.
    const left = async () => (await said(page)).filter((text) => english.has(text))
    await expect.configure({ soft: true }).poll(left, `English texts at ${at}`).toEqual([])
    expect.soft(await illegible(page), `what cannot be read at ${at}`).toEqual([])
    for (const _key of keys) await page.keyboard.press('Escape')
  }
})
