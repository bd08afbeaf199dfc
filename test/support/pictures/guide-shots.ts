import type { Page } from 'playwright'
import type { GuidePicture } from '../../../src/core/help/guide/section.ts'
import { goTo, type Picture, region, type Stage } from './picture.ts'

/** A paste gone wrong, of whatever the dashboard’s URL is. */
const spoiled = (url: string): string =>
  url.replace('user_id=', 'userid=').replace('&', '&amp;').replace('{reward_amount}', '{amount}')

async function openMistake(page: Page, stage: Stage): Promise<void> {
  await goTo(page, stage, `postbacks/${String(stage.mistakeId)}`)
  await region(page, 'Findings').waitFor()
}

async function arm(page: Page, userId: string, amount: string): Promise<void> {
  const form = region(page, 'New expectation')
  await form.getByRole('textbox', { name: 'User id' }).fill(userId)
  await form.getByRole('textbox', { name: 'Reward amount' }).fill(amount)
  await form.getByRole('button', { name: 'Arm' }).click()
  await page.getByRole('list', { name: 'Waiting expectations' }).getByText(userId).waitFor()
}

/** What is on each of the guide's pictures. A picture that the guide shows and this does not know does not compile. */
export const GUIDE_SHOTS: Readonly<Record<GuidePicture, Omit<Picture, 'file' | 'theme'>>> = {
  'first-steps': {
    stage: 'empty',
    size: { width: 1000, height: 800 },
    async prepare(page, stage) {
      await goTo(page, stage, 'postbacks')
      const steps = region(page, 'First steps')
      await steps.getByRole('button', { name: 'Copy this URL' }).waitFor()
      await steps.getByLabel('User id you typed there').fill('u_1042')
      await steps.getByLabel('Reward amount', { exact: true }).fill('12.50')
      await steps.getByRole('button', { name: 'Expect this' }).click()
      await steps.getByText('Now press verify in Adjump.').waitFor()
    },
  },
  'dashboard-url-check': {
    stage: 'history',
    size: { width: 1100, height: 800 },
    async prepare(page, stage) {
      await goTo(page, stage, 'endpoints')
      const url = await page.getByRole('status', { name: 'Dashboard URL' }).textContent()
      await page.getByLabel('Check the URL that stands in the dashboard').fill(spoiled(url ?? ''))
      await region(page, 'What the check found').getByRole('listitem').first().waitFor()
    },
    part: (page) => region(page, 'Dashboard URL'),
    margin: 14,
  },
  postbacks: {
    stage: 'history',
    size: { width: 1200, height: 620 },
    async prepare(page, stage) {
      await goTo(page, stage, 'postbacks')
      await region(page, 'Activity').waitFor()
      await page.getByRole('grid', { name: 'Postbacks' }).getByRole('row').nth(5).waitFor()
    },
  },
  verdict: {
    stage: 'history',
    size: { width: 1200, height: 860 },
    prepare: openMistake,
    part: (page) => page.getByRole('complementary', { name: 'Postback details' }),
  },
  'finding-page': {
    stage: 'history',
    size: { width: 1100, height: 760 },
    async prepare(page, stage) {
      await openMistake(page, stage)
      await page.getByRole('button', { name: 'What is this? html-ampersand' }).click()
      await page.getByRole('dialog').getByRole('heading', { name: 'Example' }).waitFor()
    },
    part: (page) => page.getByRole('dialog'),
  },
  verify: {
    stage: 'history',
    size: { width: 1000, height: 800 },
    async prepare(page, stage) {
      await goTo(page, stage, 'verify')
      await arm(page, 'u_1042', '12.50')
      await fetch(`${stage.receiver}/hitpoint?user_id=u_1042&reward_amount=12.50`)
      await page.getByRole('list', { name: 'Ended expectations' }).getByText('Met', { exact: true }).waitFor()
      await arm(page, 'u_Ana', '5')
      await fetch(`${stage.receiver}/hitpoint?user_id=u_ana&reward_amount=5.0`)
      await page.getByText('came closest').waitFor()
    },
  },
  users: {
    stage: 'history',
    size: { width: 1200, height: 640 },
    async prepare(page, stage) {
      await goTo(page, stage, 'users')
      await page.getByRole('table', { name: 'Users' }).getByRole('button', { name: 'anna' }).click()
      await page.getByRole('complementary', { name: 'User details' }).getByText('Sum without them').first().waitFor()
    },
  },
  simulator: {
    stage: 'history',
    size: { width: 1000, height: 900 },
    async prepare(page, stage) {
      await goTo(page, stage, 'simulator')
      await region(page, 'What goes out').waitFor()
    },
  },
  conformance: {
    stage: 'history',
    size: { width: 1000, height: 760 },
    async prepare(page, stage) {
      await goTo(page, stage, 'simulator')
      await page.getByText('Conformance', { exact: true }).click()
      await page.getByLabel('Your backend’s URL').fill(stage.backend.url)
      await page.getByLabel('URL of a balance (optional)').fill(stage.backend.balanceUrl)
      await page.getByRole('button', { name: 'Run the check' }).click()
      await page.getByRole('button', { name: 'Save report' }).waitFor({ timeout: 90_000 })
      await page.getByText(/^Problems/).click()
      await region(page, 'What it came to').evaluate((element) => element.scrollIntoView({ block: 'start' }))
    },
    // Which scenarios fail may depend on how fast this machine is.
    words: (page) => page.getByRole('region', { name: /^(?:Check your backend|Result)$/ }),
  },
  'export-menu': {
    stage: 'history',
    size: { width: 1000, height: 520 },
    async prepare(page, stage) {
      await goTo(page, stage, 'postbacks')
      await region(page, 'Activity').waitFor()
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('menu', { name: 'Export' }).waitFor()
    },
  },
  retention: {
    stage: 'history',
    size: { width: 1000, height: 455 },
    async prepare(page, stage) {
      await goTo(page, stage, 'settings')
      await page.getByText('Nothing has been removed so far.').waitFor()
      await region(page, 'What is kept').evaluate((element) => element.scrollIntoView({ block: 'start' }))
    },
  },
  tunnel: {
    stage: 'history',
    size: { width: 1000, height: 640 },
    async prepare(page, stage) {
      await goTo(page, stage, 'tunnel')
      await region(page, 'Tunnel state').getByText('Tunnel open').waitFor()
      await page.getByRole('button', { name: 'Probe now' }).waitFor()
    },
  },
}
