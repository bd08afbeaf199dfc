import type { Running } from '../fixtures.ts'

/** What was copied last. */
export async function clipboard({ page, desktop }: Running): Promise<string> {
  if (desktop !== null) return desktop.evaluate(({ clipboard: board }) => board.readText())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return page.evaluate(() => navigator.clipboard.readText())
}
