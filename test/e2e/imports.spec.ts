import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { opened, saved } from './support/files.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

const messages = (page: Page) => page.getByRole('log', { name: 'Messages' })

/** Drags these files over the window, and with `drop` lets go of them there. */
function drag(page: Page, files: readonly { name: string; base64: string }[], drop: boolean): Promise<void> {
  return page.evaluate(
    ([all, letGo]) => {
      const dataTransfer = new DataTransfer()
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name))
      }
      const target = document.querySelector('main') ?? document.body
      const send = (type: string): boolean =>
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      send('dragenter')
      send('dragover')
      if (letGo) send('drop')
    },
    [files, drop] as const,
  )
}

const entry = (url: string, startedDateTime = '2026-03-04T05:06:07.089Z') => ({
  startedDateTime,
  time: 1,
  request: { method: 'GET', url, httpVersion: 'HTTP/1.1', headers: [{ name: 'Host', value: 'shop.example' }] },
  response: { status: 200, headers: [], content: { size: 0, mimeType: '' } },
})

const har = (...entries: readonly object[]): string =>
  Buffer.from(JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } })).toString(
    'base64',
  )

test('a HAR that is dropped on the window becomes requests of the history, read as they would have been', async ({
  running,
}) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_here&reward_amount=5')
  await expect(gridRow(page, 'u_here')).toBeVisible()
  const file = {
    name: 'recorded.har',
    base64: har(
      entry('https://shop.example/hitpoint?user_id=u_dropped&reward_amount=7.25'),
      entry('https://shop.example/hitpoint?user_id={user_id}&reward_amount=1'),
      entry('blob:https://shop.example/1'),
    ),
  }
  await drag(page, [file], false)
  await expect(page.getByText('Drop it to import it')).toBeVisible()
  await drag(page, [file], true)
  await expect(page.getByText('Drop it to import it')).toBeHidden()
  await expect(messages(page)).toContainText('2 requests imported. 1 entry was left out')
  await expect(gridRow(page, 'u_dropped')).toContainText('7.25')
  await expect(gridRow(page, '{user_id}')).toBeVisible()
  await drag(page, [file], true)
  await expect(messages(page)).toContainText('Nothing new: all 2 requests of the HAR are here already.')
})

test('an archive that is dropped is taken in whole, however many pieces it comes in', async ({ face, running }) => {
  const { page } = running
  for (let n = 0; n < 70; n += 1) {
    // What does not compress makes an archive of several pieces.
    const noise = Array.from({ length: 12_000 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
    await sendPostback(running, `/hitpoint?user_id=u_${String(n)}&reward_amount=5&noise=${noise}`)
  }
  await goTo(page, 'Settings')
  const { path } = await saved(running, face.dataFolder, () =>
    page.getByRole('button', { name: 'Archive the history' }).click(),
  )
  const bytes = await readFile(path)
  const other = await face.start([`--data=${join(face.dataFolder, 'other')}`, '--tunnel=none'])
  await drag(other.page, [{ name: 'whole.adjump-archive', base64: bytes.toString('base64') }], true)
  await expect(messages(other.page)).toContainText('70 requests imported.')
  await other.close()
})

test('what is no such file is refused in a sentence, and the screen stays where it is', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Settings')
  const url = page.url()
  const text = Buffer.from('just a note').toString('base64')
  await drag(page, [{ name: 'note.txt', base64: text }], true)
  await expect(messages(page)).toContainText('This is no archive of the Adjump Inspector, and nothing was imported')
  await drag(
    page,
    [
      { name: 'a.har', base64: har() },
      { name: 'b.har', base64: har() },
    ],
    true,
  )
  await expect(messages(page)).toContainText('Drop one file at a time: nothing was imported.')
  expect(page.url()).toBe(url)
  // Text that is dragged is no file, and moves as it always did.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', 'u_1')
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('Drop it to import it')).toBeHidden()
})

test('by keyboard alone a HAR is imported from every view', async ({ face, running }) => {
  const { page } = running
  const path = join(face.dataFolder, 'recorded.har')
  const content = har(entry('https://shop.example/hitpoint?user_id=u_chosen&reward_amount=1'))
  await writeFile(path, Buffer.from(content, 'base64'))
  await goTo(page, 'Tunnel')
  await opened(running, path, async () => {
    await page.keyboard.press('e')
    await page.keyboard.press('i')
  })
  await expect(messages(page)).toContainText('1 request imported.')
})
