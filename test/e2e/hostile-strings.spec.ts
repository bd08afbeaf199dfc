import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOSTILE_STRINGS, PROTOTYPE_NAMES } from '../fixtures/hostile-strings.ts'
import { startBackend } from '../support/backend.ts'
import { runCli } from '../support/serve-process.ts'
import { expect, type Running, test } from './fixtures.ts'
import { clipboard } from './support/clipboard.ts'
import {
  expectNothingHidden,
  expectSoundEverywhere,
  expectWholeLayout,
  picture,
  sendEverywhere,
  watchPage,
} from './support/hostile.ts'
import { goTo, openDetail, sendPostback } from './support/screen.ts'

const all = Object.entries(HOSTILE_STRINGS)

const rows = ({ page }: Running) => page.locator('[role="grid"] [role="row"][data-id]')

test('whatever a stranger sends is text in the list and in every part of the details', async ({ running }) => {
  test.setTimeout(150_000)
  const { page } = running
  const watch = watchPage(page)
  for (const [, text] of all) await sendEverywhere(running, text)
  await expect(rows(running)).toHaveCount(all.length)
  await expectWholeLayout(page)
  await expectNothingHidden(page)
  for (const [index, [name, text]] of all.entries()) {
    await page.evaluate((id) => {
      window.location.hash = `#/postbacks/${String(id)}`
    }, index + 1)
    const detail = page.getByRole('complementary', { name: 'Postback details' })
    await expect(detail.getByRole('heading', { level: 2 })).toContainText(String(index + 1))
    await expect(detail).toHaveAttribute('aria-busy', 'false')
    await expectWholeLayout(page)
    await expectNothingHidden(page)
    await picture(page, name)
    // What is copied is what came, to the character.
    await detail.getByRole('button', { name: 'Copy user_id' }).click()
    await expect.poll(() => clipboard(running), { message: name }).toBe(text)
  }
  await expectSoundEverywhere(page, 'list')
  await watch.harmless()
})

test('a megabyte and thousands of parameters leave the window answering', async ({ running }) => {
  test.setTimeout(120_000)
  const { page, receiverUrl } = running
  const watch = watchPage(page)
  const params = Array.from({ length: 1800 }, (_, nth) => `p${String(nth)}`).join('&')
  await sendPostback(running, `/hitpoint?user_id=u_many&${params}`)
  const bodies = ['x', '\u0001', 'a\u202e', '\n', 'Z\u0301\u0301\u0301', '{"a":']
  for (const [nth, piece] of bodies.entries()) {
    const body = piece.repeat(1024 * 1024).slice(0, Math.floor(900_000 / Buffer.byteLength(piece)) * piece.length)
    const reply = await fetch(`${receiverUrl}/hitpoint?user_id=u_large${String(nth)}&reward_amount=5`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    expect(reply.status).toBe(200)
  }
  await sendPostback(running, `/hitpoint?user_id=${'w'.repeat(13_000)}&reward_amount=${'9'.repeat(1000)}`)
  await expect(rows(running)).toHaveCount(bodies.length + 2)
  let slowest = 0
  for (let id = 1; id <= bodies.length + 2; id += 1) {
    const start = performance.now()
    await page.evaluate((next) => {
      window.location.hash = `#/postbacks/${String(next)}`
    }, id)
    const detail = page.getByRole('complementary', { name: 'Postback details' })
    await expect(detail.getByRole('heading', { level: 2 })).toContainText(String(id))
    await expect(detail).toHaveAttribute('aria-busy', 'false')
    // The next click is answered.
    await detail.getByRole('button', { name: 'Copy as' }).click()
    await page.keyboard.press('Escape')
    slowest = Math.max(slowest, performance.now() - start)
    await expectWholeLayout(page)
    await picture(page, `large-${String(id)}`)
  }
  console.log(`slowest of ${String(bodies.length + 2)} large ones, opened and answering: ${slowest.toFixed(0)} ms`)
  await page.getByRole('combobox', { name: 'Filter postbacks' }).fill('user:"'.concat('<b>\u202e'.repeat(20_000)))
  await expectWholeLayout(page)
  await page.getByRole('combobox', { name: 'Filter postbacks' }).fill('')
  await expect(rows(running)).toHaveCount(bodies.length + 2)
  await watch.harmless()
})

test('names that every object has are names like others', async ({ running }) => {
  const { page } = running
  const query = PROTOTYPE_NAMES.map((name) => `${name}=v_${name}`).join('&')
  await sendPostback(running, `/hitpoint?user_id=u_proto&reward_amount=5&${query}`)
  const detail = await openDetail(page, 'u_proto')
  const table = detail.getByRole('table', { name: 'Query parameters' })
  for (const name of PROTOTYPE_NAMES) await expect(table).toContainText(`v_${name}`)
})

test('in the other views, the palette, the messages and the boxes it is text too', async ({ running }) => {
  test.setTimeout(120_000)
  const { page } = running
  const watch = watchPage(page)
  for (const [, text] of all) await sendEverywhere(running, text)
  // An endpoint whose name is an attack: as one that came with an archive.
  await goTo(page, 'Endpoints')
  const name = `<img src=x onerror=window.pwned=1>\u202e\u200b${'W'.repeat(40)}`
  await page.getByRole('textbox', { name: 'Endpoint name' }).fill(name)
  await page.getByRole('textbox', { name: 'Endpoint name' }).press('Enter')
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('\\u202e')
  await expectNothingHidden(page)
  await expectWholeLayout(page)
  await picture(page, 'endpoint')
  for (const view of ['postbacks', 'users', 'verify', 'simulator', 'endpoints', 'tunnel', 'settings']) {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `#/${view}`)
    await expect(page.locator(`nav[aria-label="Views"] a[aria-current]`)).toHaveAttribute('href', new RegExp(view))
    await expectSoundEverywhere(page, view)
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNothingHidden(page)
  await expectWholeLayout(page)
  await watch.harmless()
})

test('the command line prints nothing that a terminal obeys', { tag: '@browser' }, async ({ face, running }) => {
  test.setTimeout(120_000)
  for (const [, text] of all) await sendEverywhere(running, text)
  await expect(rows(running)).toHaveCount(all.length)
  const evil = `${HOSTILE_STRINGS['terminal'] ?? ''}${HOSTILE_STRINGS['eightBit'] ?? ''}${HOSTILE_STRINGS['bidi'] ?? ''}`
  const data = `--data=${face.dataFolder}`
  const backend = await startBackend((_request, reply) => reply.end(evil))
  const commands = [
    ['export', data, '--format=ndjson'],
    ['export', data, '--format=har'],
    ['report', data, '--since=1h', '--format=html'],
    ['check-url', evil, data],
    ['check-url', evil, data, '--json'],
    ['check-url', 'http://x.test/', data, `--endpoint=${evil}`],
    ['send', `--url=${backend.url}/hitpoint`, `--user=${evil}`, '--amount=5'],
    ['send', `--url=${backend.url}/hitpoint`, `--user=${evil}`, '--amount=5', '--json'],
    ['export', data, `--format=${evil}`],
    ['serve', `--data=${evil}`, `--port=${evil}`],
    ['import', join(face.dataFolder, evil.replaceAll('/', '_'))],
    [evil],
  ]
  for (const args of commands) {
    const cli = runCli(args)
    await cli.ended()
    const printed = cli.stdout() + cli.stderr()
    expect(printed.length, args[0]).toBeGreaterThan(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    const found = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.exec(printed)
    expect(
      found && `${args.join(' ').slice(0, 60)}: ${JSON.stringify(printed.slice(found.index - 40, found.index + 40))}`,
    ).toBeNull()
  }
  await backend.close()
  expect((await readFile(join(face.dataFolder, 'history.db'))).length).toBeGreaterThan(0)
})
