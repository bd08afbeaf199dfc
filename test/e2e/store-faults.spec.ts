import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

test('a history that cannot be written is said at once, ends by itself, and is drawn in the list', async ({
  face,
  running,
}) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_before&reward_amount=5')
  await expect(gridRow(page, 'u_before')).toBeVisible()
  const foreign = new Database(join(face.dataFolder, 'history.db'))
  try {
    foreign.exec('BEGIN EXCLUSIVE')
    await sendPostback(running, '/hitpoint?user_id=u_refused&reward_amount=5', 503)
    await expect(page.getByText('Postbacks cannot be stored, so senders get 503.')).toBeVisible()
    await expect(page.getByText(/Another program keeps the history in .* locked/).first()).toBeVisible()
    foreign.exec('ROLLBACK')
  } finally {
    foreign.close()
  }
  await expect(page.getByText('Postbacks cannot be stored, so senders get 503.')).toBeHidden()
  await sendPostback(running, '/hitpoint?user_id=u_after&reward_amount=5')
  await expect(gridRow(page, 'u_after')).toBeVisible()
  await expect(gridRow(page, 'u_refused')).toBeHidden()
  await expect(page.getByText(/The history could not be written from/).first()).toBeAttached()
})
