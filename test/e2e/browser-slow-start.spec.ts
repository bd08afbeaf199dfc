import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

/** As long as a first look into the history may take on a machine that has just been switched on, in ms. */
const SLOW_MS = 2500

/** From the next load on, answers to counting come late, as from a host that is busy. */
async function slowCounts(page: Page): Promise<void> {
  await page.routeWebSocket(/./, (socket) => {
    const host = socket.connectToServer()
    const counting = new Set<unknown>()
    socket.onMessage((text) => {
      const message = JSON.parse(String(text)) as { readonly id?: number; readonly procedure?: string }
      if (message.procedure === 'postback.counts') counting.add(message.id)
      host.send(text)
    })
    host.onMessage((text) => {
      const { id } = JSON.parse(String(text)) as { readonly id?: number }
      if (id !== undefined && counting.delete(id)) setTimeout(() => socket.send(text), SLOW_MS)
      else socket.send(text)
    })
  })
}

test('the first postback takes the place of the first steps at once, however slow the first look at the history was', async ({
  running,
}) => {
  const { page } = running
  await slowCounts(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'See your first postback' })).toBeVisible()
  await sendPostback(running, '/hitpoint?user_id=u_1001&reward_amount=12.75')
  // A look rests nine times as long as it took: the next one would come after this wait is over.
  await expect(gridRow(page, 'u_1001')).toBeVisible()
})
