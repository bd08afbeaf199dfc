import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './fixtures.ts'

const callSchema = z.object({ type: z.literal('call'), id: z.number(), procedure: z.string() })

/** What each view asks for, and what it says while it waits and where it is refused. */
const VIEWS = [
  {
    place: 'postbacks',
    asks: ['postback.ids', 'postback.page', 'postback.byIds'],
    waits: 'Loading the postbacks',
    fails: 'The history could not be read',
  },
  {
    place: 'postbacks/1',
    asks: ['postback.detail'],
    waits: 'Reading the details',
    fails: 'The details could not be read',
  },
  {
    place: 'insights',
    asks: ['postback.activity', 'postback.codes', 'postback.page'],
    waits: 'Reading the history',
    fails: 'The history could not be read',
  },
  {
    place: 'verify',
    asks: ['expectation.list'],
    waits: 'Reading the expectations',
    fails: 'The disk does not answer.',
  },
  { place: 'users', asks: ['user.page'], waits: 'Reading the users', fails: 'The users could not be read' },
  { place: 'tunnel', asks: ['outage.list'], waits: 'Reading the outages', fails: 'The disk does not answer.' },
] as const

/** Stands between the screen and the inspector. `treat` says what becomes of a call. */
async function between(page: Page, treat: (procedure: string) => 'pass' | 'hold' | 'refuse'): Promise<void> {
  await page.routeWebSocket(/.*/, (screen) => {
    const host = screen.connectToServer()
    screen.onMessage((message) => {
      const call = callSchema.safeParse(JSON.parse(String(message)))
      const wanted = call.success ? treat(call.data.procedure) : 'pass'
      if (wanted === 'pass') host.send(message)
      if (wanted !== 'refuse' || !call.success) return
      const error = { code: 'internal', message: 'The disk does not answer.', issues: [] }
      screen.send(JSON.stringify({ type: 'error', id: call.data.id, error }))
    })
  })
}

for (const { place, asks, waits, fails } of VIEWS) {
  test(`#/${place} says that it reads, says what went wrong, and reads again on request`, async ({ face }) => {
    const { page, receiverUrl } = await face.start()
    expect((await fetch(`${receiverUrl}/hitpoint?user_id=u_1&reward_amount=5`)).status).toBe(200)
    let now: 'hold' | 'refuse' | 'pass' = 'hold'
    await between(page, (procedure) => (asks.some((one) => one === procedure) ? now : 'pass'))
    await page.goto(new URL(`#/${place}`, page.url()).href)
    await page.reload()
    await expect(page.getByRole('status', { name: waits }).or(page.getByText(waits)).first()).toBeVisible()

    now = 'refuse'
    await page.reload()
    await expect(page.getByText(fails).first()).toBeVisible()
    await expect(page.getByText('The disk does not answer.').first()).toBeVisible()

    now = 'pass'
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().click()
    await expect(page.getByText(fails)).toHaveCount(0)
    await expect(page.getByText(waits)).toHaveCount(0)
  })
}
