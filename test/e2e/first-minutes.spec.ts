import type { Locator, Page } from '@playwright/test'
import { get } from '../../src/services/tunnel/http-get.ts'
import { plainStatus } from '../support/localtunnel-server/behaviour.ts'
import { expect, type Running, test } from './fixtures.ts'
import { clipboard } from './support/clipboard.ts'
import { picture } from './support/picture.ts'
import { gridRow, sendPostback } from './support/screen.ts'
import { startWalk } from './support/walk.ts'

/** Each test goes by what is on the screen alone: buttons that can be seen, by their names. */
const firstSteps = (page: Page) => page.getByRole('region', { name: 'First steps' })
const tour = (page: Page) => page.getByRole('region', { name: 'Try it without Adjump' })
const outcome = (page: Page) => tour(page).getByRole('status', { name: 'What came of it' })
const details = (page: Page) => page.getByRole('complementary', { name: 'Postback details' })
const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })
const next = (page: Page, name: string): Locator => tour(page).getByRole('button', { name })

const STEPS = [
  { button: 'Send a clean postback', outcome: /^Postback \d+ arrived: Pass\. .* 12\.75 to the character/ },
  { button: 'Send a broken postback', outcome: /^Postback \d+ arrived: Fail\. The macro arrived as it was typed/ },
  { button: 'Send the first one again', outcome: /^Postback \d+ arrived: Warning\. .* possible duplicate/ },
  { button: 'Arm an expectation', outcome: /expectation waits until/ },
  { button: 'Send what is expected', outcome: /Met by postback \d+, .* verified postback/ },
] as const

/** Sends as Adjump would: the URL as it was copied, each macro replaced. */
async function sendAsAdjump(copied: string, userId: string, amount: string): Promise<void> {
  const url = copied.replace('{user_id}', encodeURIComponent(userId)).replace('{reward_amount}', amount)
  const answer = await get(url, { timeoutMs: 10_000, userAgent: 'Adjump' })
  expect(answer).toMatchObject({ ok: true, status: 200 })
}

test('from launch to a verified postback, with Adjump', async ({ face }, info) => {
  const walk = startWalk()
  walk.step('Start')
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  const { page } = running
  const steps = firstSteps(page)
  await expect(steps.getByRole('button', { name: 'Copy this URL' })).toBeVisible()
  await picture(running, 'first-steps')

  walk.step('Copy the URL')
  await walk.click(steps.getByRole('button', { name: 'Copy this URL' }))
  await expect.poll(() => clipboard(running)).toContain('/hitpoint?user_id={user_id}&reward_amount={reward_amount}')
  const copied = await clipboard(running)

  walk.step('Say what is typed in Adjump')
  await walk.type(steps.getByRole('textbox', { name: 'User id you typed there' }), 'u_1042')
  await walk.type(steps.getByRole('textbox', { name: 'Reward amount', exact: true }), '12.50')
  await walk.click(steps.getByRole('button', { name: 'Expect this' }))
  await expect(steps.getByText('Now press verify in Adjump.')).toBeVisible()

  walk.step('Press verify at Adjump')
  await sendAsAdjump(copied, 'u_1042', '12.50')
  await expect(gridRow(page, 'u_1042').getByRole('gridcell').first()).toHaveText('Pass')

  walk.step('See it verified')
  await walk.click(page.getByRole('link', { name: 'Verify', exact: true }))
  await expect(page.getByRole('list', { name: 'Ended expectations' })).toContainText('Met')
  await picture(running, 'first-verified')
  const { clicks } = await walk.end(info)
  expect(clicks).toBeLessThanOrEqual(5)
})

test('from launch to a verified postback, by the tour and without Adjump', async ({ face }, info) => {
  const walk = startWalk()
  walk.step('Start')
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  const { page } = running
  await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
  await walk.click(firstSteps(page).getByRole('button', { name: 'Try it without Adjump' }))
  await expect(tour(page)).toContainText('It goes through the tunnel, as Adjump’s would.')
  await picture(running, 'tour-0')
  for (const [index, step] of STEPS.entries()) {
    walk.step(step.button)
    await walk.click(next(page, step.button))
    await expect(outcome(page)).toHaveText(step.outcome)
    await picture(running, `tour-${String(index + 1)}`)
  }
  await expect(page.getByRole('list', { name: 'Ended expectations' })).toContainText('Met')
  walk.step('Go on to Adjump')
  await walk.click(next(page, 'Copy the dashboard URL'))
  await expect.poll(() => clipboard(running)).toContain('reward_amount={reward_amount}')
  const { clicks, keys } = await walk.end(info)
  expect(clicks).toBeLessThanOrEqual(7)
  expect(keys).toBe(0)
})

test('each postback of the tour is opened, says why, and can be told from Adjump’s', async ({ running }) => {
  const { page } = running
  await firstSteps(page).getByRole('button', { name: 'Try it without Adjump' }).click()
  await expect(tour(page)).toContainText('It goes straight to the receiver, for the tunnel is not open.')
  await next(page, 'Send a clean postback').click()
  await expect(details(page)).toContainText('12.75')
  await expect(details(page)).toContainText('a postback of the tour, not one of Adjump’s')
  await next(page, 'Send a broken postback').click()
  await expect(details(page)).toContainText('macro-not-replaced')
  await expect(details(page).locator('mark').first()).toHaveText('{reward_amount}')
  await expect(gridRow(page, 'tour_user_')).toHaveCount(2)
})

test('the tour can be left, goes on after a restart where it was, and begins anew', async ({ face }) => {
  const first = await face.start()
  await sendPostback(first, '/hitpoint?user_id=u_before&reward_amount=5')
  await expect(gridRow(first.page, 'u_before')).toBeVisible()
  await first.page.keyboard.press('y')
  await first.page.keyboard.press('y')
  await next(first.page, 'Send a clean postback').click()
  await expect(outcome(first.page)).toHaveText(STEPS[0].outcome)
  await tour(first.page)
    .getByRole('button', { name: /^Leave the tour/ })
    .click()
  await expect(tour(first.page)).toBeHidden()
  await first.close()

  const { page } = await face.start()
  await expect(tour(page)).toBeHidden()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Postbacks' }).waitFor()
  await page.getByRole('link', { name: 'Help' }).click()
  await page.getByRole('navigation', { name: 'Help pages' }).getByRole('link', { name: 'Guide' }).click()
  await page.getByRole('button', { name: 'Try it without Adjump' }).click()
  for (const step of STEPS.slice(1)) {
    await next(page, step.button).click()
    await expect(outcome(page)).toHaveText(step.outcome)
  }
  await next(page, 'Take it again').click()
  await expect(next(page, 'Send a clean postback')).toBeFocused()
  await next(page, 'Send a clean postback').click()
  await expect(outcome(page)).toHaveText(STEPS[0].outcome)
})

test('what the tour sent can be removed at its end, and nothing else with it; until it goes that can be undone', async ({
  running,
}) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_mine&reward_amount=12.75')
  await expect(gridRow(page, 'u_mine')).toBeVisible()
  await page.keyboard.press('y')
  await page.keyboard.press('y')
  for (const step of STEPS) {
    await next(page, step.button).click()
    await expect(outcome(page)).toHaveText(step.outcome)
  }
  await expect(tour(page)).toContainText('There is no public URL yet')
  await next(page, 'Remove what the tour sent (4)').click()
  await expect(tour(page)).toBeHidden()
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(messages(page)).toContainText('Nothing was removed.')
  await page.keyboard.press('y')
  await page.keyboard.press('y')
  await next(page, 'Remove what the tour sent (4)').click()
  await expect(messages(page)).toContainText('4 requests will be removed.')
  await page.getByRole('region', { name: 'About to be removed' }).getByRole('button', { name: 'Remove now' }).click()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Postbacks' }).click()
  await expect(gridRow(page, 'tour_user_')).toHaveCount(0)
  await expect(gridRow(page, 'u_mine')).toBeVisible()
  // The next tour is a new one, expectation and all.
  await page.keyboard.press('y')
  await page.keyboard.press('y')
  for (const step of STEPS.slice(0, 4)) {
    await next(page, step.button).click()
    await expect(outcome(page)).toHaveText(step.outcome)
  }
  await expect(next(page, 'Send what is expected')).toBeVisible()
})

test('the tour by the keyboard alone: it takes the focus, keeps it, and gives it back', async ({ running }) => {
  const { page } = running
  const start = firstSteps(page).getByRole('button', { name: 'Try it without Adjump' })
  await start.focus()
  await page.keyboard.press('Enter')
  await expect(next(page, 'Send a clean postback')).toBeFocused()
  await page.keyboard.press('y')
  await page.keyboard.press('x')
  await expect(start).toBeFocused()
  await page.keyboard.press('Enter')
  for (const step of STEPS) {
    await expect(next(page, step.button)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(outcome(page)).toHaveText(step.outcome)
  }
  await expect(next(page, 'Open the Tunnel view')).toBeFocused()
  // No trap: Tab leads through what is left of the tour and on into the view.
  const places: (string | null)[] = []
  for (let tabs = 0; tabs < 4; tabs += 1) {
    await page.keyboard.press('Tab')
    places.push(
      await page.evaluate(
        () => document.activeElement?.closest('section[aria-label], main')?.getAttribute('aria-label') ?? 'view',
      ),
    )
  }
  expect(places.slice(0, 2)).toEqual(['Try it without Adjump', 'Try it without Adjump'])
  expect(places.at(-1)).not.toBe('Try it without Adjump')
})

async function readyWithoutTunnel(running: Running): Promise<void> {
  const { page } = running
  const waiting = firstSteps(page).getByRole('status', { name: 'Waiting for' })
  await expect(waiting).toContainText('Adjump cannot reach this computer')
  await expect(firstSteps(page).getByText('Meanwhile everything else works')).toBeVisible()
}

test('where the tunnel cannot be opened, the way on is said and the tour leads to a verified postback all the same', async ({
  face,
}) => {
  face.tunnelServer.setRegistration('forbidden')
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  const { page } = running
  await readyWithoutTunnel(running)
  await picture(running, 'first-no-tunnel')
  await firstSteps(page).getByRole('button', { name: 'Try it without Adjump' }).click()
  for (const step of STEPS) {
    await next(page, step.button).click()
    await expect(outcome(page)).toHaveText(step.outcome)
  }
  await picture(running, 'tour-no-tunnel')
  await next(page, 'Open the Tunnel view').click()
  await expect(page.getByRole('region', { name: 'Tunnel state' })).toBeVisible()
  face.tunnelServer.setRegistration('normal')
  await expect(next(page, 'Copy the dashboard URL')).toBeVisible({ timeout: 30_000 })
})

test('while the tunnel is being opened, no local URL can be copied by mistake', async ({ face }) => {
  face.tunnelServer.setRegistration('never')
  const { page } = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  await expect(firstSteps(page).getByText('The public URL is being opened')).toBeVisible()
  await expect(firstSteps(page).getByRole('button', { name: /^Copy/ })).toHaveCount(0)
})

test('what the tunnel swallows in the middle of the tour is said, and the next press goes straight to the receiver', async ({
  face,
}) => {
  const { page } = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
  await firstSteps(page).getByRole('button', { name: 'Try it without Adjump' }).click()
  face.tunnelServer.standIn(plainStatus(502))
  await next(page, 'Send a clean postback').click()
  const alert = tour(page).getByRole('alert')
  await expect(alert).toContainText('The answer was 502')
  await expect(alert).toContainText('Press again to send it straight to the receiver')
  await next(page, 'Send a clean postback').click()
  await expect(outcome(page)).toHaveText(STEPS[0].outcome)
})
