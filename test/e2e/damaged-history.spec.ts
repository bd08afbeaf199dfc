import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const POSTBACKS = 40

test('a damaged history is set aside, its postbacks are there again, and the screen says how many', async ({
  face,
}) => {
  const first = await face.start()
  for (let n = 0; n < POSTBACKS; n++) {
    const reply = await fetch(`${first.receiverUrl}/hitpoint?user_id=u_${String(n)}&reward_amount=1`)
    expect(reply.status).toBe(200)
    await reply.text()
  }
  await first.close()

  const file = await open(join(face.dataFolder, 'history.db'), 'r+')
  await file.write(Buffer.alloc(100, 0x5a), 0, 100, 0)
  await file.close()

  const { page } = await face.start()
  const notice = page.getByText('The history was damaged and has been set aside as').first()
  await expect(notice).toBeVisible()
  await expect(notice).toContainText(
    `Saved from it: ${String(POSTBACKS)} of about ${String(POSTBACKS)} requests and 1 endpoint`,
  )
  expect((await readdir(face.dataFolder)).filter((name) => /^history-damaged-.*\.db$/.test(name))).toHaveLength(1)
  await expect(page.getByText('u_39', { exact: true }).first()).toBeVisible()
  const shots = process.env['ADJUMP_INSPECTOR_SHOTS']
  if (shots) {
    await page.screenshot({ path: join(shots, `damage-${test.info().project.name}-light.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 900, height: 600 })
    await page.screenshot({ path: join(shots, `damage-${test.info().project.name}-dark.png`) })
  }
})
