import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings.ts'
import { startBackend } from '../support/backend.ts'
import { runCli } from '../support/serve-process.ts'
import { expect, test as withFaces } from './fixtures.ts'
import { required } from './support/desktop.ts'
import { saved } from './support/files.ts'
import { expectNothingHidden, expectWholeLayout, picture, sendEverywhere, watchPage } from './support/hostile.ts'

const texts = Object.values(HOSTILE_STRINGS)

/** A folder for files, and a browser of whoever opens them; both gone when the test is over. */
const test = withFaces.extend<{ folder: string; reader: Browser }>({
  folder: async ({ baseURL: _none }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'adjump-inspector-hostile-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  reader: async ({ baseURL: _none }, use) => {
    const reader = await chromium.launch({
      executablePath: required('ADJUMP_INSPECTOR_BROWSER'),
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    await use(reader)
    await reader.close()
  },
})

/** Opens the file as a page; it may ask for nothing but itself and run nothing. */
async function opensHarmless(reader: Browser, file: string) {
  const page = await reader.newPage({ viewport: { width: 1200, height: 800 } })
  const watch = watchPage(page)
  const url = pathToFileURL(file).href
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // What a browser would rather save than show is no page.
  await page.goto(url).catch((error: unknown) => expect(String(error)).toMatch(/Download is starting|ERR_ABORTED/))
  await watch.harmless()
  expect(asked.filter((one) => one !== url)).toEqual([])
  expect(await page.locator('script, img, iframe, svg, [onerror], [onload], a[href^="javascript"]').count()).toBe(0)
  return page
}

test('exported files of it run nothing and ask for nothing where a browser opens them', async ({
  running,
  reader,
  folder,
}) => {
  for (const text of texts) await sendEverywhere(running, text)
  await expect(running.page.locator('[role="grid"] [role="row"][data-id]')).toHaveCount(texts.length)
  for (const [label, ending] of [
    ['CSV', 'csv'],
    ['HAR', 'har'],
    ['JSON', 'json'],
    ['HTML', 'html'],
  ] as const) {
    const { path } = await saved(running, folder, async () => {
      await running.page.getByRole('button', { name: 'Export', exact: true }).click()
      await running.page
        .getByRole('menu', { name: 'Export' })
        .getByRole('menuitem', { name: new RegExp(`^${label}`) })
        .first()
        .click()
    })
    const file = `${path}.${ending}`
    await rename(path, file)
    const page = await opensHarmless(reader, file)
    if (ending === 'html') {
      await expectNothingHidden(page)
      await expectWholeLayout(page)
      for (const [width, colorScheme] of [
        [400, 'dark'],
        [1200, 'light'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await expectWholeLayout(page)
        await picture(page, `report-${colorScheme}`)
      }
    } else expect(await readFile(file, 'utf8')).toContain('window.pwned=1')
    await page.close()
  }
})

test('a conformance report of a hostile backend runs nothing and asks for nothing', async ({ reader, folder }) => {
  const backend = await startBackend((_request, reply) => {
    reply.writeHead(200, { 'Content-Type': 'text/html', 'X-Odd': HOSTILE_STRINGS['image'] ?? '' })
    reply.end(texts.join('\n'))
  })
  const file = join(folder, 'conformance.html')
  const scenarios = ['--scenario', 'first-delivery', 'markup']
  const balance = `--balance-url=${backend.url}/balance?user={user_id}`
  const cli = runCli(['conform', `--url=${backend.url}/<b>`, balance, `--html=${file}`, ...scenarios])
  expect(await cli.ended(), cli.stderr()).toBeLessThanOrEqual(1)
  await backend.close()
  const page = await opensHarmless(reader, file)
  await expect(page.locator('body')).toContainText('<img src=')
  await expectNothingHidden(page)
  await expectWholeLayout(page)
  await picture(page, 'conformance-report')
})
