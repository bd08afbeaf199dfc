import { expect, type Locator, type Page } from '@playwright/test'
import type { Running } from '../fixtures.ts'

/** Sends one GET to the receiver, as Adjump would, and checks the reply. */
export async function sendPostback(running: Pick<Running, 'receiverUrl'>, target: string, status = 200): Promise<void> {
  const reply = await fetch(`${running.receiverUrl}${target}`)
  expect(reply.status).toBe(status)
}

/** The row of the list that holds this text. */
export function gridRow(page: Page, text: string): Locator {
  return page.getByRole('grid', { name: 'Postbacks' }).getByRole('row').filter({ hasText: text })
}

/** Opens the row's details, waits until they are read, and returns their pane. */
export async function openDetail(page: Page, text: string): Promise<Locator> {
  await gridRow(page, text).click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  await expect(detail).toHaveAttribute('aria-busy', 'false')
  return detail
}

/** Goes to one of the views by the sidebar. */
export async function goTo(page: Page, view: 'Postbacks' | 'Endpoints' | 'Tunnel' | 'Settings'): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click()
}
