import { expect, test } from './fixtures.ts'
import { expectSoundEverywhere } from './support/hostile.ts'
import { goTo } from './support/screen.ts'

const LONG_BODY = 'x'.repeat(2000)

test('a bound is changed, in force at once on the same port, kept, and reset', async ({ face }) => {
  const first = await face.start()
  const { page } = first
  const post = async (): Promise<number> =>
    (await fetch(`${first.receiverUrl}/hitpoint?user_id=u_1&reward_amount=5`, { method: 'POST', body: LONG_BODY }))
      .status
  await goTo(page, 'Settings')
  await expect(page.getByText('all at their defaults')).toBeVisible()
  const body = page.getByRole('textbox', { name: 'Longest body' })
  await expect(body).toBeHidden()
  await page.getByText('Advanced bounds').click()
  await expect(body).toHaveValue('16 MiB')
  await body.scrollIntoViewIfNeeded()
  await expectSoundEverywhere(page, 'bounds')
  expect(await post()).toBe(200)

  await body.fill('1 KiB')
  await body.press('Enter')
  await expect(page.getByText('1 of 17 changed')).toBeVisible()
  expect(await post()).toBe(413)

  await body.fill('much')
  await body.press('Enter')
  await expect(page.getByText('Give 1 KiB to 1 GiB.')).toBeVisible()
  expect(await post()).toBe(413)
  await body.fill('1 KiB')
  await body.press('Enter')
  await expect(page.getByText('Give 1 KiB to 1 GiB.')).toBeHidden()
  await first.close()

  const second = await face.start()
  await goTo(second.page, 'Settings')
  await second.page.getByText('Advanced bounds').click()
  await expect(second.page.getByRole('textbox', { name: 'Longest body' })).toHaveValue('1 KiB')
  await second.page.getByRole('button', { name: 'Reset to defaults' }).click()
  await expect(second.page.getByText('all at their defaults')).toBeVisible()
  await expect(second.page.getByRole('textbox', { name: 'Longest body' })).toHaveValue('16 MiB')
})
