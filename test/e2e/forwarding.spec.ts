import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

/** The user's backend on a port of its own. */
interface Backend {
  readonly url: string
  readonly targets: readonly string[]
  answer: RequestListener
}

const servers = new Set<Server>()

async function aBackend(answer: RequestListener): Promise<Backend> {
  const targets: string[] = []
  const backend = { url: '', targets, answer }
  const server = createServer((request, response) => {
    targets.push(request.url ?? '')
    backend.answer(request, response)
  }).listen(0, '127.0.0.1')
  servers.add(server)
  await once(server, 'listening')
  backend.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return backend
}

test.afterEach(() => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
  servers.clear()
})

async function forwardTo(page: Page, url: string, mode: 'Observe' | 'Relay'): Promise<void> {
  await goTo(page, 'Endpoints')
  await page.getByText(mode, { exact: true }).click()
  // Without a URL there is nothing to turn on yet.
  await expect(page.getByText('Enter the URL, for example')).toBeVisible()
  const box = page.getByRole('textbox', { name: 'URL of your backend' })
  await box.fill(url)
  await box.press('Enter')
}

const inForce = (page: Page) => expect(page.getByText('is saved and in force')).toBeVisible()

test('a postback goes on to the backend, and its details say what came of it', async ({ running }) => {
  const { page } = running
  const backend = await aBackend((_request, response) => response.writeHead(201).end('{"credited":true}'))
  await forwardTo(page, backend.url, 'Observe')
  await inForce(page)
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=%zz|&&x')
  await goTo(page, 'Postbacks')
  const detail = await openDetail(page, 'u_1')
  const forwards = detail.getByRole('region', { name: 'Forwards' })
  await expect(forwards.getByRole('listitem')).toHaveCount(1)
  await expect(forwards).toContainText('201')
  await expect(forwards).toContainText('{"credited":true}')
  expect(backend.targets).toEqual(['/hitpoint?user_id=u_1&reward_amount=%zz|&&x'])

  backend.answer = (_request, response) => response.writeHead(302, { Location: '/elsewhere' }).end()
  await forwards.getByRole('button', { name: 'Forward again' }).click()
  await expect(forwards.getByRole('listitem')).toHaveCount(2)
  await expect(forwards).toContainText('Redirects to /elsewhere: not followed.')
  expect(backend.targets).toHaveLength(2)

  backend.answer = (_request, response) => response.destroy()
  await page.keyboard.press('f')
  await page.keyboard.press('f')
  await expect(forwards.getByRole('listitem')).toHaveCount(3)
  await expect(forwards).toContainText('closed the connection before its reply was whole')
})

test('a relayed postback’s sender gets the backend’s reply, and the list shows it', async ({ running }) => {
  const { page } = running
  const backend = await aBackend((_request, response) =>
    response.writeHead(409, { 'X-Twice': ['1', '2'] }).end('already'),
  )
  await forwardTo(page, backend.url, 'Relay')
  await inForce(page)
  const reply = await fetch(`${running.receiverUrl}/hitpoint?user_id=u_2&reward_amount=5`)
  expect([reply.status, reply.headers.get('x-twice'), await reply.text()]).toEqual([409, '1, 2', 'already'])
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'u_2')).toContainText('409')
  const detail = await openDetail(page, 'u_2')
  await expect(detail.getByRole('region', { name: 'Reply' })).toContainText('already')
  await expect(detail.getByRole('region', { name: 'Forwards' })).toContainText('relay')
})

test('a backend that is the inspector itself is refused beside its field', async ({ running }) => {
  const { page } = running
  await forwardTo(page, running.receiverUrl, 'Relay')
  await expect(page.getByText('This is the inspector’s own receiver')).toBeVisible()
  // Nothing of it is in force: the endpoint still answers by itself.
  await sendPostback(running, '/hitpoint?user_id=u_3&reward_amount=5')
  const box = page.getByRole('textbox', { name: 'URL of your backend' })
  await box.fill('localhost 3000')
  await box.press('Enter')
  await expect(page.getByText('This is no URL')).toBeVisible()
})

test('a backend that is not local gets a warning before anything is sent', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const box = page.getByRole('textbox', { name: 'URL of your backend' })
  await box.fill('https://backend.example.com/credit')
  await expect(page.getByText('is not on this computer or its network')).toBeVisible()
  await expect(page.getByText('https://backend.example.com/credit?…')).toBeVisible()
  await box.fill('http://127.0.0.1:3000')
  await expect(page.getByText('is not on this computer or its network')).toBeHidden()
})

test('what became of forwards survives a restart', async ({ face }) => {
  const backend = await aBackend((_request, response) => response.end('kept'))
  const first = await face.start()
  await forwardTo(first.page, backend.url, 'Observe')
  await inForce(first.page)
  await sendPostback(first, '/hitpoint?user_id=u_4&reward_amount=5')
  await goTo(first.page, 'Postbacks')
  await expect((await openDetail(first.page, 'u_4')).getByRole('region', { name: 'Forwards' })).toContainText('kept')
  await first.close()
  const second = await face.start()
  await expect((await openDetail(second.page, 'u_4')).getByRole('region', { name: 'Forwards' })).toContainText('kept')
})
