import { connect } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, type Running, test } from './fixtures.ts'
import { goTo, gridRow, openDetail } from './support/screen.ts'

const POSTBACK = '/hitpoint?user_id=u_1&reward_amount=5'

async function useReadyScript(page: Page, name: string): Promise<void> {
  await goTo(page, 'Endpoints')
  await page.getByRole('button', { name: 'Use a ready script' }).click()
  await page.getByRole('menuitem', { name }).click()
}

const position = (page: Page) => page.getByRole('status', { name: 'Where the script stands' })

async function statusOf({ receiverUrl }: Running, target = POSTBACK): Promise<number> {
  return (await fetch(`${receiverUrl}${target}`)).status
}

/** Sends one postback and leaves as soon as the other side has closed, or after `patience` ms. */
function sendAndWait({ receiverUrl }: Running, patience: number): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(Number(new URL(receiverUrl).port), '127.0.0.1')
    socket.write(`GET ${POSTBACK} HTTP/1.1\r\nHost: x\r\n\r\n`)
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(received))
    socket.setTimeout(patience, () => socket.destroy())
  })
}

test('500, 500, then 200: the script answers in turn, says where it stands, and starts over', async ({ running }) => {
  const { page } = running
  await useReadyScript(page, '500, 500, then 200')
  await expect(position(page)).toContainText('step 1 of 3')
  expect(await statusOf(running)).toBe(500)
  await expect(position(page)).toContainText('1 postback answered. The next one gets step 2 of 3.')
  expect([await statusOf(running), await statusOf(running), await statusOf(running)]).toEqual([500, 200, 200])
  await expect(position(page)).toContainText('step 3 of 3')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(position(page)).toContainText('step 1 of 3')
  expect(await statusOf(running)).toBe(500)
})

test('what the sender did is drawn on a time line, for an endpoint and for an open postback', async ({ running }) => {
  const { page } = running
  await useReadyScript(page, '500, 500, then 200')
  await expect(position(page)).toBeVisible()
  for (const status of [500, 500, 200]) expect(await statusOf(running)).toBe(status)
  const story = page.getByRole('region', { name: 'What the sender did' })
  await expect(story).toContainText(/3 attempts; after a 500 it came again after .+, then .+; after a 200 it stopped\./)
  await expect(story.getByRole('table', { name: 'Attempts' }).getByRole('row')).toHaveCount(4)
  await story.getByRole('link', { name: '2', exact: true }).click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  const series = detail.getByRole('region', { name: 'Deliveries of this reward' })
  await expect(series).toContainText('2 (this one)')
  await expect(series).toContainText('3 attempts')
  expect(await statusOf(running)).toBe(200)
  await expect(series).toContainText('4 attempts')
})

test('silence, reset and cut are said in the list and in the details', async ({ running }) => {
  const { page } = running
  await useReadyScript(page, 'No reply at all, then 200')
  await expect(position(page)).toBeVisible()
  expect(await sendAndWait(running, 400)).toBe('')
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'u_1')).toContainText('no reply (silence)')
  const detail = await openDetail(page, 'u_1')
  await expect(detail.getByRole('region', { name: 'Reply' })).toContainText(/no reply \(silence\).*the sender gave up/)
  await expect(detail.getByRole('region', { name: 'Deliveries of this reward' })).toContainText('gave up after')

  await useReadyScript(page, 'Connection reset, then 200')
  await expect(page.getByRole('combobox', { name: 'What step 1 does' })).toHaveValue('reset')
  await expect(position(page)).toContainText('step 1 of 2')
  expect(await sendAndWait(running, 10_000)).toBe('')
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'reset').first()).toBeVisible()

  await useReadyScript(page, 'Cut off in mid-body, then 200')
  await expect(page.getByRole('combobox', { name: 'What step 1 does' })).toHaveValue('cut')
  await expect(position(page)).toContainText('step 1 of 2')
  expect(await sendAndWait(running, 10_000)).toMatch(/Content-Length: 22\r\n[^]*\r\n\r\nThis reply $/)
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, '200, cut')).toBeVisible()
})

test('steps are added, typed, moved and removed; what cannot be is refused beside its field', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const add = page.getByRole('button', { name: 'Add step' })
  await add.click()
  await add.click()
  const status = page.getByRole('textbox', { name: 'Status of step 1' })
  await status.fill('99')
  await status.press('Enter')
  await expect(page.getByText('The status is a number from 200 to 599.')).toBeVisible()
  await status.fill('418')
  await status.press('Enter')
  await expect(page.getByText('The status is a number from 200 to 599.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Move step 1 down' }).click()
  await expect(page.getByRole('textbox', { name: 'Status of step 2' })).toHaveValue('418')
  await page.getByRole('button', { name: 'Remove step 1' }).click()
  await page.getByRole('combobox', { name: 'After the last step' }).selectOption('the first step again')
  await expect(position(page)).toContainText('step 1 of 1')
  // The script may have one turn before the last change is in force.
  await expect.poll(async () => [await statusOf(running), await statusOf(running)]).toEqual([418, 418])
  await page.getByRole('button', { name: 'Remove step 1' }).click()
  await expect(position(page)).toBeHidden()
  await expect.poll(() => statusOf(running)).toBe(200)
})
