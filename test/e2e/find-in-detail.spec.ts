import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { picture } from './support/picture.ts'
import { gridRow, openDetail, sendPostback } from './support/screen.ts'

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Find in the details' })
const bar = (page: Page): Locator => page.getByRole('search', { name: 'Find in the details' })

/** How many there are, and which one is shown. */
const told = (page: Page): Locator => bar(page).getByRole('status')

/** What is marked: every other match, and the present one with whether it can be seen. */
function marked(page: Page): Promise<{ others: string[]; current: string | null; seen: boolean }> {
  return page.evaluate(() => {
    const ranges = (name: string): Range[] =>
      [...(CSS.highlights.get(name) ?? [])].filter((range): range is Range => range instanceof Range)
    const [current] = ranges('find-current')
    const box = current?.getBoundingClientRect()
    const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return {
      others: ranges('find-match').map(String),
      current: current ? String(current) : null,
      seen: top?.contains(current?.startContainer ?? null) === true,
    }
  })
}

test('words are found in all that is shown of a postback, marked, counted and gone through', async ({ running }) => {
  const { page, receiverUrl } = running
  const lines = Array.from({ length: 300 }, (_, n) => `line ${String(n)}`).join('\n')
  await fetch(`${receiverUrl}/hitpoint?user_id=Needle_1&reward_amount=1,50`, {
    method: 'POST',
    headers: { 'x-trace': 'a-needle-in-a-header', 'content-type': 'text/plain' },
    body: `${lines}\nthe last NEEDLE`,
  })
  const detail = await openDetail(page, 'Needle_1')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('needle')
  await expect(told(page)).toHaveText(/^1 of \d+$/)
  const count = Number(/of (\d+)/.exec((await told(page).textContent()) ?? '')?.[1])
  const { others, current, seen } = await marked(page)
  expect(others.length + 1).toBe(count)
  expect([...others, current].every((text) => text?.toLowerCase() === 'needle')).toBe(true)
  expect(new Set([...others, current])).toEqual(new Set(['Needle', 'needle', 'NEEDLE']))
  expect(seen).toBe(true)
  await picture(running, 'find')

  // Backwards from the first one is the last one; the body scrolls to it.
  await page.keyboard.press('Shift+Enter')
  await expect(told(page)).toHaveText(`${String(count)} of ${String(count)}`)
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText(`1 of ${String(count)}`)
  for (let step = 1; step <= count; step += 1) {
    expect((await marked(page)).seen).toBe(true)
    await page.keyboard.press('Enter')
  }
  await field(page).fill('the last needle')
  await expect(told(page)).toHaveText('1 of 1')
  expect(await marked(page)).toMatchObject({ current: 'the last NEEDLE', seen: true })

  await field(page).fill('there is no such thing')
  await expect(told(page)).toHaveText('not found')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(detail).toBeVisible()
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('the search goes over what stands in pieces and in long values, and takes characters as they are', async ({
  running,
}) => {
  const { page } = running
  const long = `${'x'.repeat(4000)}needle`
  await sendPostback(running, `/hitpoint?reward_amount=%7Breward_amount%7D&user_id=a%E2%80%AEb${long}`)
  const detail = await openDetail(page, 'a\\u202eb')
  await expect(detail.getByRole('button', { name: /^Show all/ }).first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  // Evidence is an element of its own within the target.
  await field(page).fill('reward_amount=%7Breward')
  await expect(told(page)).toHaveText(/^1 of/)
  expect((await marked(page)).current).toBe('reward_amount=%7Breward')
  await field(page).fill('\\u202Eb')
  await expect(told(page)).toHaveText(/^1 of/)
  await field(page).fill('xneedle')
  await expect(told(page)).toHaveText(/^1 of/)
  expect(await marked(page)).toMatchObject({ current: 'xneedle', seen: true })
  await field(page).fill('u.02')
  await expect(told(page)).toHaveText('not found')
})

test('the focus goes back where it was, and the search stays for the next postback', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=first&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=second&reward_amount=6')
  await openDetail(page, 'second')
  await page.getByRole('grid', { name: 'Postbacks' }).focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('reward_amount=6')
  await expect(told(page)).toContainText('1 of')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Postbacks' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+f')
  await field(page).fill('reward_amount=')
  await expect(told(page)).toContainText('1 of')
  await gridRow(page, 'first').click()
  await expect(page.getByRole('heading', { name: 'Postback 1' })).toBeVisible()
  await expect(told(page)).toContainText('1 of')
  await expect.poll(async () => (await marked(page)).current).toBe('reward_amount=')
})

test('a second press is for the browser’s own search @browser', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await openDetail(page, 'u_1')
  await page.evaluate(() => {
    const seen: boolean[] = []
    Object.assign(window, { seenPresses: seen })
    window.addEventListener(
      'keydown',
      (event) => {
        // After all that the page does with a press.
        if (event.key === 'f') setTimeout(() => seen.push(event.defaultPrevented))
      },
      { capture: true },
    )
  })
  const prevented = () => page.evaluate(() => (window as unknown as { seenPresses: boolean[] }).seenPresses)
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await expect.poll(prevented).toEqual([true])
  await page.keyboard.press('Control+f')
  await expect.poll(prevented).toEqual([true, false])
})

test('without an open postback it goes to the filter @desktop', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toBeFocused()
})
