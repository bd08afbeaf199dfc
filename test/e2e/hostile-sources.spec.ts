import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings.ts'
import { startBackend } from '../support/backend.ts'
import { hostileArchive } from '../support/hostile-archive.ts'
import { expect, type Running, test } from './fixtures.ts'
import { opened } from './support/files.ts'
import { expectNothingHidden, expectSoundEverywhere, expectWholeLayout, watchPage } from './support/hostile.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

const texts = Object.values(HOSTILE_STRINGS)
const markup = HOSTILE_STRINGS['image'] ?? ''

/** Says everything that a stranger could want to say, wherever a reply has a place for it. */
const hostileBackend = () =>
  startBackend((_request, reply) => {
    // One character a byte, and those that HTTP lets pass.
    reply.writeHead(500, `${markup}\u00e9`, ['Content-Type', 'text/html', 'X-Odd', `${markup}\u00e9`])
    reply.end(texts.join('\n'))
  })

test('what a hostile backend answers is text in forwards, replays and comparisons', async ({ running }) => {
  const { page } = running
  const watch = watchPage(page)
  const backend = await hostileBackend()
  await goTo(page, 'Endpoints')
  await page.getByText('Relay', { exact: true }).click()
  await page.getByRole('textbox', { name: 'URL of your backend' }).fill(backend.url)
  await page.getByRole('textbox', { name: 'URL of your backend' }).press('Enter')
  await expect(page.getByText('is saved and in force')).toBeVisible()
  for (const amount of ['5', '6'])
    await sendPostback(running, `/hitpoint?user_id=u_forward&reward_amount=${amount}`, 500)
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'u_forward')).toHaveCount(2)
  await gridRow(page, 'u_forward').first().click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  const forwards = detail.getByRole('region', { name: 'Forwards' })
  await expect(forwards).toContainText('<img src=')
  for (const summary of await detail.locator('summary').all()) await summary.click()
  await forwards.scrollIntoViewIfNeeded()
  await expectSoundEverywhere(page, 'forward')
  // Compared with the one before: the relayed replies are part of it.
  await page.keyboard.press('x')
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog', { name: 'Compare 1 and 2' })).toContainText('<img src=')
  await expectSoundEverywhere(page, 'compare')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  const replay = page.getByRole('dialog', { name: 'Replay 2' })
  await replay.getByText('Your backend', { exact: true }).click()
  await replay.getByLabel('Your backend’s URL').fill(backend.url)
  await replay.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(replay.getByRole('region', { name: 'Result' })).toContainText('<img src=')
  await expectSoundEverywhere(page, 'replay')
  await backend.close()
  await watch.harmless()
})

test('what a hostile backend answers is text in the conformance check', async ({ running }) => {
  const { page } = running
  const watch = watchPage(page)
  const backend = await hostileBackend()
  await page.evaluate(() => {
    window.location.hash = '#/simulator'
  })
  await page.getByText('Conformance', { exact: true }).click()
  await page.getByText('All 35 scenarios').click()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await page.getByLabel('Hostile text').check()
  await page.getByLabel('Your backend’s URL').fill(`${backend.url}/hitpoint`)
  await page.getByLabel('URL of a balance (optional)').fill(`${backend.url}/balance?user={user_id}`)
  await page.getByRole('button', { name: 'Run the check' }).click()
  await expect(page.getByRole('button', { name: 'Save report' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Show exchange' }).first().click()
  await expect(page.getByRole('article').first()).toContainText('<img src=')
  await expectSoundEverywhere(page, 'conformance')
  await backend.close()
  await watch.harmless()
})

/** What stands where the tunnel's server should: a port for its connections, and any answer to whoever asks. */
async function hostileTunnelServer(
  answer: (port: number, target: string) => { status: number; body: string; type: string },
) {
  const connections = createServer((socket) => void socket.on('error', () => socket.destroy()))
  connections.listen(0, '127.0.0.1')
  await once(connections, 'listening')
  const { port } = connections.address() as AddressInfo
  const web = await startBackend(({ target }, reply) => {
    const { status, body, type } = answer(port, target)
    reply.writeHead(status, { 'Content-Type': type, Location: encodeURI(markup) })
    reply.end(body)
  })
  return {
    url: web.url,
    async close() {
      await web.close()
      connections.close()
    },
  }
}

const tunnelState = ({ page }: Running) => page.getByRole('region', { name: 'Tunnel state' })

test('what a hostile tunnel server says is text in the tunnel’s sentences', async ({ face }) => {
  const said = `${markup}\u202e\u001b[2J\u200b${'W'.repeat(3000)}`
  const server = await hostileTunnelServer(() => ({
    ...{ status: 403, type: 'application/json' },
    body: JSON.stringify({ message: said, __proto__: said }),
  }))
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${server.url}`])
  const { page } = running
  const watch = watchPage(page)
  await goTo(page, 'Tunnel')
  await expect(tunnelState(running)).toContainText('<img src=', { timeout: 20_000 })
  await expectSoundEverywhere(page, 'tunnel-refused')
  await server.close()
  await watch.harmless()
})

test('the URL that a hostile tunnel server gives, and the page behind it, are text', async ({ face }) => {
  const server = await hostileTunnelServer((port, target) => {
    if (target !== '/?new' && target !== '/taken') {
      return {
        status: 200,
        type: 'text/html',
        body: `<html><title>&lt;b&gt;\u202e${'W'.repeat(300)}</title>${texts.join('')}`,
      }
    }
    const url = `${server.url}/${markup.replaceAll(' ', '\u200b')}\u202e${'W'.repeat(3000)}`
    return {
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ id: 'taken', port, url, max_conn_count: 1e9 }),
    }
  })
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${server.url}`])
  const { page } = running
  const watch = watchPage(page)
  await goTo(page, 'Tunnel')
  await expect(tunnelState(running)).toContainText('<img', { timeout: 20_000 })
  await expectSoundEverywhere(page, 'tunnel-page')
  await goTo(page, 'Postbacks')
  await expectNothingHidden(page)
  await expectWholeLayout(page)
  await server.close()
  await watch.harmless()
})

test('a hostile archive is imported as text: names, notes, targets, headers and outages', async ({ running, face }) => {
  const { page } = running
  const watch = watchPage(page)
  const file = join(face.dataFolder, 'hostile.adjump-archive')
  await writeFile(file, hostileArchive(texts, Date.now() - 60_000))
  await goTo(page, 'Settings')
  await opened(running, file, () => page.getByRole('button', { name: 'Import an archive' }).click())
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText(`${String(texts.length)} requests imported.`)
  await expectSoundEverywhere(page, 'imported')
  await goTo(page, 'Endpoints')
  await expect(page.getByRole('navigation', { name: 'Endpoints' })).toContainText('<script>')
  await expectSoundEverywhere(page, 'imported-endpoints')
  await goTo(page, 'Tunnel')
  await expectSoundEverywhere(page, 'imported-outages')
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'pinned')).toHaveCount(texts.length)
  for (const id of [2, 3, 11, 13, 15, 16]) {
    await page.evaluate((next) => {
      window.location.hash = `#/postbacks/${String(next)}`
    }, id)
    const detail = page.getByRole('complementary', { name: 'Postback details' })
    await expect(detail.getByRole('heading', { level: 2 })).toContainText(`Postback ${String(id)}`)
    await expect(detail).toHaveAttribute('aria-busy', 'false')
    await expectWholeLayout(page)
    await expectNothingHidden(page)
  }
  await expectSoundEverywhere(page, 'imported-detail')
  await watch.harmless()
})

test('a megabyte in a note or an expectation is refused beside its field, and the window answers', async ({
  running,
}) => {
  test.setTimeout(120_000)
  const { page } = running
  const watch = watchPage(page)
  const large = '<b> '.repeat(256 * 1024)
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  const detail = await openDetail(page, 'u_1')
  const note = detail.getByRole('textbox', { name: 'Note' })
  await note.fill(large)
  await expect(detail.getByRole('alert')).toContainText('at most 4,000 characters')
  await expectWholeLayout(page)
  await note.fill('')
  await page.evaluate(() => {
    window.location.hash = '#/verify'
  })
  const form = page.getByRole('region', { name: 'New expectation' })
  await form.getByRole('textbox', { name: 'User id' }).fill(large)
  await form.getByRole('textbox', { name: 'Reward amount' }).fill('5')
  await form.getByRole('button', { name: 'Arm' }).click()
  await expect(form.getByRole('textbox', { name: 'User id' })).toHaveAttribute('aria-invalid', 'true')
  await expectWholeLayout(page)
  await form.getByRole('textbox', { name: 'User id' }).fill('<img src=x onerror="window.pwned=1">\u202e\u001b[2J')
  await form.getByRole('button', { name: 'Arm' }).click()
  const waiting = page.getByRole('list', { name: 'Waiting expectations' })
  await expect(waiting).toContainText('<img src=x')
  await sendPostback(
    running,
    `/hitpoint?user_id=${encodeURIComponent('<IMG src=x onerror="window.pwned=1">')}&reward_amount=5`,
  )
  await expect(waiting).toContainText('<IMG')
  await form.getByRole('textbox', { name: 'User id' }).fill('')
  await expectSoundEverywhere(page, 'verify-waiting')
  await watch.harmless()
})
