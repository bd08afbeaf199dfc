import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

test('a slip in a sequence of keys does not do what its last key would do alone', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  // `u` begins what concerns the tunnel, and `u /` is nothing.
  await page.keyboard.press('u')
  await page.keyboard.press('/')
  const filter = page.getByRole('combobox', { name: 'Filter postbacks' })
  await expect(filter).not.toBeFocused()
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
})

test('what came of a press is brought into sight where the window is small', async ({ running }) => {
  const { page } = running
  await page.setViewportSize({ width: 900, height: 600 })
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Simulator' }).click()
  await page.getByText('Local receiver', { exact: true }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('link', { name: /^Postback 1$/ })).toBeInViewport()
})

test('the list is gone through by keys alone, and Esc closes one thing at a time', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2', 'u_3']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await expect(gridRow(page, 'u_1')).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Postbacks' })
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  await page.keyboard.press('j')
  await expect(grid).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(detail.getByRole('heading', { level: 2 }).first()).toContainText('1')
  await page.keyboard.press('k')
  await expect(detail.getByRole('heading', { level: 2 }).first()).toContainText('2')
  await page.keyboard.press('Home')
  await expect(detail.getByRole('heading', { level: 2 }).first()).toContainText('3')
  await page.keyboard.press('ArrowDown')
  await expect(detail.getByRole('heading', { level: 2 }).first()).toContainText('2')

  await page.keyboard.press('ControlOrMeta+f')
  await expect(detail.getByRole('textbox', { name: 'Find in the details' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
  await expect(detail.getByRole('textbox', { name: 'Find in the details' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(detail.getByRole('textbox', { name: 'Find in the details' })).toBeHidden()
  await expect(detail).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(detail).toBeHidden()
  await expect(grid).toBeFocused()
})

test('the users are gone through by keys, and their details give the focus back', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  const table = page.getByRole('table', { name: 'Users' })
  await expect(table.getByRole('row')).toHaveCount(3)
  const first = table.getByRole('button', { name: 'u_2' })
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(table.getByRole('button', { name: 'u_1' })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'User details' })
  await panel.getByRole('button', { name: 'Close the details' }).focus()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(first).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'User id contains' })).toBeFocused()
})

test('letters are letters where text is typed', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  await page.keyboard.press('/')
  const filter = page.getByRole('combobox', { name: 'Filter postbacks' })
  await page.keyboard.type('gp?td')
  await expect(filter).toHaveValue('gp?td')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('Tab leads through every view and out of it again', async ({ running }) => {
  test.setTimeout(120_000)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  for (const view of [
    'postbacks/1',
    'insights',
    'verify',
    'users',
    'simulator',
    'endpoints',
    'tunnel',
    'settings',
    'help',
  ]) {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `#/${view}`)
    await page.locator('main').getByRole('heading').first().waitFor()
    // The browser leaves the page after its last control and comes back in at its first: a full turn meets all of them.
    const outcome = await page.evaluate(() => {
      const wanted = 'a[href], button, input, select, textarea, summary, [tabindex]'
      const seen = [...document.querySelectorAll<HTMLElement>(wanted)].filter((one) => one.tabIndex >= 0)
      seen[0]?.focus()
      return seen.length
    })
    for (const key of ['Tab', 'Shift+Tab']) {
      const passed = new Set<string>()
      let steps = 0
      let previous = ''
      for (; steps < outcome + 5; steps += 1) {
        await page.keyboard.press(key)
        const now = await page.evaluate(() => {
          const all = [...document.querySelectorAll('*')]
          return String(all.indexOf(document.activeElement ?? document.body))
        })
        expect(now, `${view}: ${key} does not stay where it was`).not.toBe(previous)
        previous = now
        if (passed.has(now)) break
        passed.add(now)
      }
      expect(passed.size, `${view}: ${key} passes more than the sidebar`).toBeGreaterThan(12)
    }
  }
})
