import { expect } from '@playwright/test'
import type { Stage } from './stage.ts'
import { openList, openNewest, press, region, type View } from './view.ts'

async function arm({ page }: Stage, userId: string, amount: string): Promise<void> {
  const form = region(page, 'New expectation')
  await form.getByRole('textbox', { name: 'User id' }).fill(userId)
  await form.getByRole('textbox', { name: 'Reward amount' }).fill(amount)
  await form.getByRole('button', { name: 'Arm' }).click()
  await page.getByRole('list', { name: 'Waiting expectations' }).getByText(userId).waitFor()
}

async function openSection(stage: Stage, place: string, heading: string): Promise<void> {
  await stage.open(place)
  await stage.page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

/** The views beside the list. */
export const OTHER_VIEWS: readonly View[] = [
  {
    name: 'own-window',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      const { desktop } = stage.running
      if (desktop === null) {
        await stage.open(`window/postback/${String(stage.newestId)}`)
        await region(stage.page, 'Findings').waitFor()
        return stage.page
      }
      await openNewest(stage)
      const [own] = await Promise.all([desktop.waitForEvent('window'), stage.page.keyboard.press('Control+Enter')])
      await own.setViewportSize({ width: 640, height: 820 })
      await region(own, 'Findings').waitFor()
      return own
    },
    async leave({ running: { desktop }, page }) {
      for (const window of desktop?.windows() ?? []) if (window !== page) await window.close()
    },
  },
  {
    name: 'insights',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openSection(stage, 'insights', 'Insights')
      await stage.page.locator('main svg').first().waitFor()
    },
  },
  {
    name: 'verify-none',
    stage: 'first',
    prepare: (stage) => openSection(stage, 'verify', 'Verify'),
  },
  {
    name: 'users',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('users')
      await stage.page.getByRole('table', { name: 'Users' }).getByRole('button', { name: 'anna' }).click()
      await stage.page
        .getByRole('complementary', { name: 'User details' })
        .getByText('Sum without them')
        .first()
        .waitFor()
      await stage.page.mouse.move(0, 0)
    },
  },
  {
    name: 'users-none',
    stage: 'first',
    prepare: (stage) => openSection(stage, 'users', 'Users'),
  },
  {
    name: 'simulator',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('simulator')
      await region(stage.page, 'What goes out').waitFor()
    },
  },
  {
    name: 'conformance',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('simulator')
      await stage.page.getByText('Conformance', { exact: true }).click()
      await stage.page.getByRole('button', { name: 'Run the check' }).waitFor()
    },
  },
  {
    name: 'endpoint',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('endpoints')
      await region(stage.page, 'Path and names').waitFor()
    },
  },
  {
    name: 'tunnel',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('tunnel')
      await region(stage.page, 'Tunnel state').getByText('Tunnel open').waitFor()
    },
  },
  {
    name: 'settings',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openSection(stage, 'settings', 'Settings')
      await stage.page.getByText('Nothing has been removed so far.').waitFor()
    },
  },
  {
    name: 'help',
    stage: 'history',
    pictured: true,
    prepare: (stage) => stage.open('help'),
  },
  {
    name: 'help-finding',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('help/html-ampersand')
      await stage.page.getByRole('heading', { name: 'Example' }).waitFor()
    },
  },
  {
    name: 'help-guide',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await stage.open('help')
      await stage.page.getByRole('link', { name: 'Guide' }).first().click()
      await stage.page.locator('main h1').waitFor()
    },
  },
  {
    name: 'palette',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openList(stage)
      await stage.page.keyboard.press('Control+k')
      await stage.page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'key-list',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openList(stage)
      await stage.page.keyboard.press('?')
      await stage.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'verify',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openSection(stage, 'verify', 'Verify')
      const { page, running } = stage
      if ((await page.getByText('came closest').count()) > 0) return
      await arm(stage, 'u_1042', '12.50')
      await fetch(`${running.receiverUrl}/hitpoint?user_id=u_1042&reward_amount=12.50`)
      await page.getByRole('list', { name: 'Ended expectations' }).getByText('Met', { exact: true }).waitFor()
      await arm(stage, 'u_Ana', '5')
      await fetch(`${running.receiverUrl}/hitpoint?user_id=u_ana&reward_amount=5.0`)
      await page.getByText('came closest').waitFor()
    },
  },
  {
    name: 'conformance-result',
    stage: 'history',
    async prepare(stage) {
      const { page } = stage
      await stage.open('simulator')
      await page.getByText('Conformance', { exact: true }).click()
      await page.getByLabel('Your backend’s URL').fill(stage.backend.url)
      await page.getByRole('button', { name: 'Run the check' }).click()
      await page.getByRole('button', { name: 'Save report' }).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'removal-waiting',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      const { page } = stage
      await openList(stage)
      await press(page, 'h c')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Remove \d/ })
        .click()
      await region(page, 'About to be removed').getByRole('button', { name: 'Undo' }).waitFor()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
    async leave({ page }) {
      await region(page, 'About to be removed').getByRole('button', { name: 'Undo' }).click()
      await expect(region(page, 'About to be removed')).toHaveCount(0)
    },
  },
  {
    name: 'crash',
    stage: 'history',
    face: 'browser',
    pictured: true,
    async prepare(stage) {
      stage.wire?.poison(true)
      await stage.page.goto('about:blank')
      await stage.open('postbacks')
      await stage.page.getByRole('alert').filter({ hasText: 'ran into a fault of its own' }).waitFor()
    },
    leave: ({ wire }) => Promise.resolve(wire?.poison(false)),
  },
  {
    name: 'connection-lost',
    stage: 'history',
    face: 'browser',
    pictured: true,
    async prepare(stage) {
      await openList(stage)
      stage.wire?.cut(true)
      await stage.page.getByText('open the address that it printed').waitFor()
    },
    leave: ({ wire }) => Promise.resolve(wire?.cut(false)),
  },
  {
    name: 'unreachable',
    stage: 'history',
    face: 'browser',
    async prepare(stage) {
      stage.wire?.cut(true)
      await stage.page.goto('about:blank')
      await stage.page.goto(stage.address)
      await stage.page.getByText('The inspector cannot be reached').waitFor()
    },
    leave: ({ wire }) => Promise.resolve(wire?.cut(false)),
  },
]
