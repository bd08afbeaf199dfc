import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

const section = (page: Page) => page.getByRole('region', { name: 'Keys', exact: true })
const recorder = (page: Page, title: string) => page.getByRole('group', { name: `New key for “${title}”` })
const message = (page: Page) => page.getByRole('log', { name: 'Messages' })

/** To the list of keys in the settings, narrowed to what matches. */
async function lookFor(page: Page, text: string): Promise<void> {
  await goTo(page, 'Settings')
  await section(page).getByRole('textbox', { name: 'Find an action or a key' }).fill(text)
}

/** Gives an action another key in the place of those that it has. */
async function changeKey(page: Page, title: string, ...presses: readonly string[]): Promise<void> {
  await lookFor(page, title)
  await section(page)
    .getByRole('button', { name: `Change the key of “${title}”` })
    .click()
  await expect(recorder(page, title)).toBeFocused()
  for (const press of presses) await page.keyboard.press(press)
}

const row = (page: Page, title: string) =>
  section(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) })

test('a key that was given to an action does it, is shown wherever the action is, and survives a restart', async ({
  face,
}) => {
  const first = await face.start()
  const { page } = first
  await sendPostback(first, '/hitpoint?user_id=u_1&reward_amount=5')
  await changeKey(page, 'Pause or resume the list', 'z', 'p')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Pause or resume the list')).toContainText('Z P')
  // The focus is back where it was.
  await expect(page.getByRole('button', { name: 'Change the key of “Pause or resume the list”' })).toBeFocused()
  await changeKey(page, 'Find in the details', 'Control+j')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Find in the details')).toContainText('Ctrl J')
  await first.close()

  const { page: again } = await face.start()
  const pause = again.getByRole('button', { name: 'Pause: hold new requests back' })
  await expect(gridRow(again, 'u_1')).toBeVisible()
  await pause.hover()
  await expect(again.getByRole('tooltip')).toContainText('ZP')
  // The old key does nothing, the new one does it.
  await again.keyboard.press('p')
  await expect(pause).toBeVisible()
  await again.keyboard.press('z')
  await again.keyboard.press('p')
  await expect(again.getByRole('button', { name: 'Resume: let new requests in' })).toBeVisible()

  await again.keyboard.press('?')
  const keys = again.getByRole('dialog', { name: 'Keys' })
  await expect(keys.locator('dl > div').filter({ hasText: 'Resume the list' })).toContainText('Z P')
  await again.keyboard.press('Escape')
  await again.keyboard.press('Control+k')
  await again.keyboard.type('resume list')
  await expect(again.getByRole('option', { name: /^Resume the list/ })).toContainText('ZP')
  await again.keyboard.press('Escape')

  const detail = await openDetail(again, 'u_1')
  await again.keyboard.press('Control+j')
  await expect(detail.getByRole('textbox', { name: 'Find in the details' })).toBeFocused()
})

test('a key that another action has is named, and is taken only where the user says so', async ({ running }) => {
  const { page } = running
  await changeKey(page, 'Send a test postback', 'd')
  const asked = recorder(page, 'Send a test postback')
  await expect(asked).toContainText('D already does “Copy the dashboard URL” here.')
  await page.keyboard.press('Enter')
  await expect(asked, 'Enter alone takes nothing away').toBeVisible()
  await asked.getByRole('button', { name: 'Keep it as it is' }).click()
  await expect(row(page, 'Send a test postback')).toContainText('T')

  // What begins other keys would keep them from ever being pressed.
  await changeKey(page, 'Send a test postback', 'g')
  await expect(asked).toContainText('It begins G P (“Go to Postbacks”)')
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()

  await changeKey(page, 'Send a test postback', 'd')
  await asked.getByRole('button', { name: 'Replace' }).click()
  await expect(row(page, 'Send a test postback')).toContainText('D')
  await lookFor(page, 'Copy the dashboard URL')
  await expect(row(page, 'Copy the dashboard URL')).toContainText('no key')

  // Both come back at once.
  await page.getByRole('heading', { name: 'Settings' }).click()
  await message(page).getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 'Copy the dashboard URL')).toContainText('D')
  await lookFor(page, 'Send a test postback')
  await expect(row(page, 'Send a test postback')).toContainText('T')
})

test('a key that belongs to others is refused with the reason, and Tab is no trap', async ({ running }) => {
  const { page } = running
  await changeKey(page, 'Send a test postback', 'Control+c')
  const asked = recorder(page, 'Send a test postback')
  await expect(asked).toContainText('Ctrl C is a key of the system or of the app’s own menu. Press another one.')
  await expect(asked.getByRole('button', { name: 'Take this key' })).toBeDisabled()
  await page.keyboard.press('Control+3')
  await expect(asked).toContainText('Ctrl 3 is a key of the desktop app’s menu “Go”.')
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(asked).toContainText('moves in lists, menus and texts')
  await page.keyboard.press('Tab')
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
})

test('an action can have several keys, none, and its own ones back', async ({ running }) => {
  const { page } = running
  await lookFor(page, 'Go to Users')
  await section(page).getByRole('button', { name: 'Add a key to “Go to Users”' }).click()
  await page.keyboard.press('z')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Go to Users')).toContainText('G U')
  await page.getByRole('heading', { name: 'Settings', exact: true }).click()
  await page.keyboard.press('z')
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()

  await lookFor(page, 'Go to Users')
  await section(page).getByRole('button', { name: 'Take Z from “Go to Users”' }).click()
  await section(page).getByRole('button', { name: 'Take G U from “Go to Users”' }).click()
  await expect(row(page, 'Go to Users')).toContainText('no key')
  await section(page).getByRole('button', { name: 'Reset the keys of “Go to Users”' }).click()
  await expect(row(page, 'Go to Users')).toContainText('G U')

  await changeKey(page, 'Show all keys', 'F2')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Show all keys')).toContainText('F2')
  await section(page).getByRole('button', { name: 'Reset all keys' }).click()
  await expect(row(page, 'Show all keys')).toContainText('?')
  await expect(section(page).getByRole('button', { name: 'Reset all keys' })).toBeDisabled()
})

test('keys of letters and signs alone can be switched off, and nothing shows them then', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Settings')
  await section(page).getByRole('checkbox', { name: 'Keys of letters, digits and signs alone' }).uncheck()
  await goTo(page, 'Postbacks')
  await page.getByRole('button', { name: 'Skip to the list' }).click()
  await page.keyboard.press('?')
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Pause: hold new requests back' }).hover()
  await expect(page.getByRole('tooltip')).toHaveText(/back$/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeHidden()

  // What is held with Ctrl still works, and leads to the rest.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('single letters')
  await page.keyboard.press('Enter')
  await expect(message(page)).toContainText('work again')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('another window has the new key at once', async ({ running }) => {
  const { page, desktop } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await openDetail(page, 'u_1')
  const [own] = await Promise.all([
    desktop ? desktop.waitForEvent('window') : page.context().waitForEvent('page'),
    page.keyboard.press('Control+Enter'),
  ])
  await expect(own.getByRole('region', { name: 'Postback details' })).toContainText('u_1')
  await changeKey(page, 'Pin or unpin the postback', 'z')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Pin or unpin the postback')).toContainText('Z')
  await expect(own.getByRole('button', { name: 'Pin', exact: true })).toHaveAttribute('aria-keyshortcuts', 'Z')
  await own.keyboard.press('z')
  await expect(own.getByRole('button', { name: 'Unpin', exact: true })).toBeVisible()
})
