import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'
import { runCli } from '../support/serve-process.ts'
import { expect, type Running, test as withFaces } from './fixtures.ts'
import { opened, saved } from './support/files.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

/** A folder for files, gone when the test is over. */
const test = withFaces.extend<{ folder: string }>({
  folder: async ({ baseURL: _none }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'adjump-inspector-files-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

async function chooseFormat({ page }: Running, name: string | RegExp, nth = 0): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menu', { name: 'Export' }).getByRole('menuitem', { name }).nth(nth).click()
}

const messages = ({ page }: Running) => page.getByRole('log', { name: 'Messages' })

async function cliExport(dataFolder: string, format: string): Promise<string> {
  const cli = runCli(['export', `--data=${dataFolder}`, `--format=${format}`])
  expect(await cli.ended()).toBe(0)
  return cli.stdout()
}

for (const [label, format] of [
  ['CSV', 'csv'],
  ['NDJSON', 'ndjson'],
  ['JSON', 'json'],
  ['HAR', 'har'],
] as const) {
  test(`what is shown goes into a ${label} file, the same as on the command line`, async ({
    face,
    running,
    folder,
  }) => {
    await sendPostback(running, '/hitpoint?user_id=%3D1%2B1&reward_amount=9007199254740993.10')
    await sendPostback(running, '/hitpoint?user_id=u_%F0%9F%92%B0&reward_amount=1,50')
    await expect(gridRow(running.page, '1,50')).toBeVisible()
    const { path, suggested } = await saved(running, folder, () => chooseFormat(running, new RegExp(`^${label}`)))
    expect(suggested).toMatch(new RegExp(`^adjump-postbacks-.*\\.${format}$`))
    await expect(messages(running)).toContainText(/Written to|handed to the browser/)
    expect((await readFile(path, 'utf8')).replaceAll('\r\n', '\n')).toBe(
      (await cliExport(face.dataFolder, format)).replaceAll('\r\n', '\n'),
    )
  })
}

test('the filter decides what is exported', async ({ running, folder }) => {
  const { page } = running
  for (const user of ['u_in', 'u_out']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await page.getByRole('combobox', { name: 'Filter postbacks' }).fill('user:u_in')
  await expect(gridRow(page, 'u_out')).toBeHidden()
  const { path } = await saved(running, folder, () => chooseFormat(running, /^NDJSON/))
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { userId: string }).userId)).toEqual(['u_in'])
})

test('an archive is taken in by another installation, and nothing comes twice', async ({ face, running, folder }) => {
  await sendPostback(running, '/hitpoint?user_id=u_archived&reward_amount=12.50')
  await sendPostback(running, '/favicon.ico', 404)
  await expect(gridRow(running.page, 'u_archived')).toBeVisible()
  await goTo(running.page, 'Settings')
  const archive = running.page.getByRole('button', { name: 'Archive the history' })
  const { path, suggested } = await saved(running, folder, () => archive.click())
  expect(suggested).toMatch(/\.adjump-archive$/)
  const take = (where: Running) =>
    opened(where, path, () => where.page.getByRole('button', { name: 'Import an archive' }).click())
  await take(running)
  await expect(messages(running)).toContainText('Nothing new: all 2 requests of the archive are here already.')

  const other = await face.start([`--data=${join(folder, 'other')}`, '--tunnel=none'])
  await goTo(other.page, 'Settings')
  await take(other)
  await expect(messages(other)).toContainText('2 requests imported.')
  await goTo(other.page, 'Postbacks')
  await expect(gridRow(other.page, 'u_archived')).toContainText('12.50')
  await other.close()
})

test('a file that is no archive is refused in a sentence', async ({ running, folder }) => {
  const path = join(folder, 'no.adjump-archive')
  await writeFile(path, 'id,user_id\r\n')
  await goTo(running.page, 'Settings')
  await opened(running, path, () => running.page.getByRole('button', { name: 'Import an archive' }).click())
  await expect(messages(running)).toContainText('This is no archive of the Adjump Inspector, and nothing was imported')
})

test('the evidence report is one page that shows received text as text', async ({ running, folder }) => {
  const markup = '<script>alert(1)</script>'
  await sendPostback(running, `/hitpoint?user_id=${encodeURIComponent(markup)}&reward_amount=0.10`)
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=0.20')
  await expect(gridRow(running.page, 'u_2')).toBeVisible()
  const { path, suggested } = await saved(running, folder, () => chooseFormat(running, /^HTML/))
  expect(suggested).toMatch(/^adjump-evidence-.*\.html$/)
  const text = await readFile(path, 'utf8')
  expect(text).not.toContain('<script')
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).toContain('<code>0.3</code>, exact, of 2 postbacks')
})

test('a long export shows how far it is, and can be cancelled', async ({ face, folder }) => {
  const store = await createSqlitePostbackStore({ folder: face.dataFolder, appVersion: '0.0.0' })
  const body = Buffer.alloc(20_000, 'x')
  const now = Date.now()
  // In pieces: what waits for the disk together has a bound.
  for (let from = 0; from < 6000; from += 500) {
    await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        store.append(aCapturedRequest({ receivedAt: now + from + index, body }), OK_REPLY),
      ),
    )
  }
  await store.close()
  const running = await face.start()
  await expect(gridRow(running.page, 'u_1001').first()).toBeVisible()
  if (running.desktop !== null) {
    await running.desktop.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      },
      join(folder, 'long.json'),
    )
  }
  await chooseFormat(running, /^JSON/)
  const bar = running.page.getByRole('region', { name: 'Exporting' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'Cancel' }).click()
  await expect(messages(running)).toContainText('The export was cancelled, and nothing of it was left.')
  await expect(bar).toBeHidden()
  await expect.poll(() => readdir(folder)).toEqual([])
})

test('one postback is copied as HAR', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_har&reward_amount=5')
  await gridRow(page, 'u_har').click()
  await page.getByRole('button', { name: 'Copy as' }).click()
  await page.getByRole('menuitem', { name: /^HAR/ }).click()
  await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText('Copied the postback as HAR')
})
