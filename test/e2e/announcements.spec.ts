import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

/** No two sentences about arrivals come closer than this. */
const APART_MS = 3000
const SENT = 60
const FAILED_EACH = 5

test('a rush is said politely, as sums some seconds apart, and none of it is lost or said twice', async ({
  running,
}) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=first&reward_amount=1')
  await expect(gridRow(page, 'first')).toBeVisible()
  const region = page.getByRole('status', { name: 'Announcements' })
  await expect(region).toHaveAttribute('aria-live', 'polite')
  await sendPostback(running, '/hitpoint?user_id=second&reward_amount=1')
  await expect(region).toHaveText('1 postback')
  await region.evaluate((element) => {
    const heard: string[] = []
    Object.assign(window, { heard })
    // What screen readers go by: something in it is another thing than before.
    new MutationObserver(() => heard.push(element.textContent ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const heard = (): Promise<readonly string[]> => page.evaluate(() => Reflect.get(window, 'heard') as string[])

  const began = Date.now()
  for (let sent = 0; sent < SENT; sent += 1) {
    const amount = sent % FAILED_EACH === 0 ? '1,50' : '2'
    await sendPostback(running, `/hitpoint?user_id=u_${String(sent)}&reward_amount=${amount}`)
  }
  const sums = async (pattern: RegExp): Promise<number> =>
    (await heard()).reduce((sum, text) => sum + Number(pattern.exec(text)?.[1] ?? 0), 0)
  await expect.poll(() => sums(/(\d+) postbacks?/), { timeout: 20_000 }).toBe(SENT)
  expect(await sums(/(\d+) failed/)).toBe(SENT / FAILED_EACH)
  const sentences = await heard()
  expect(sentences.length).toBeLessThanOrEqual(1 + (Date.now() - began) / APART_MS)

  // The same words again are another thing too.
  const before = sentences.length
  for (let time = 1; time <= 2; time += 1) {
    await sendPostback(running, `/hitpoint?user_id=again_${String(time)}&reward_amount=1`)
    await expect
      .poll(async () => (await heard()).slice(before))
      .toEqual(Array.from({ length: time }, () => '1 postback'))
  }
})
