import { get } from '../../src/services/tunnel/http-get.ts'
import { expect, test } from './fixtures.ts'
import { goTo, gridRow } from './support/screen.ts'

const through = async (url: string): Promise<number | null> => {
  const answer = await get(url, { timeoutMs: 10_000, userAgent: 'Adjump' })
  return answer.ok ? answer.status : null
}

test('a postback that comes through the tunnel shows up with its fields', async ({ face }) => {
  const { page } = await face.start([
    '--tunnel=localtunnel',
    `--tunnel-host=${face.tunnelServer.url}`,
    '--subdomain=myapp',
  ])
  await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
  const { port } = new URL(face.tunnelServer.url)
  const url = `http://myapp.localhost:${port}/hitpoint?user_id=u_tunnel&reward_amount=7.25`
  await expect(page.getByText(`myapp.localhost:${port}`).first()).toBeVisible()
  expect(await through(url)).toBe(200)
  const row = gridRow(page, 'u_tunnel')
  await expect(row).toContainText('7.25')
  await expect(row.getByRole('gridcell').first()).toHaveText('Pass')
})

test('a test postback proves the way through the tunnel', async ({ face }) => {
  const { page } = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
  await page.getByRole('button', { name: 'Send a test postback' }).click()
  await expect(page.getByText(/through the tunnel and was answered 200/).first()).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Postbacks' }).getByRole('row')).toHaveCount(2)
})

test('another public URL is said with both strings, until it is dismissed', async ({ face }) => {
  const tunnelArgs = ['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`]
  const first = await face.start([...tunnelArgs, '--subdomain=firstname'])
  await expect(first.page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
  await first.close()
  const { page } = await face.start([...tunnelArgs, '--subdomain=secondname'])
  const bar = page.getByText(/dashboard still has the old URL/i).first()
  await expect(bar).toBeVisible()
  await expect(page.getByText('firstname.localhost').first()).toBeVisible()
  await expect(page.getByText('secondname.localhost').first()).toBeVisible()
  await page.getByRole('button', { name: 'I have changed it' }).first().click()
  await expect(bar).toBeHidden()
})

test('a tunnel that cannot open leaves the receiver working, and says why', async ({ face }) => {
  face.tunnelServer.setRegistration('forbidden')
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  const { page } = running
  await goTo(page, 'Tunnel')
  await expect(page.getByText(/403|private/i).first()).toBeVisible()
  const reply = await fetch(`${running.receiverUrl}/hitpoint?user_id=u_1&reward_amount=5`)
  expect(reply.status).toBe(200)
  face.tunnelServer.setRegistration('normal')
  await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible({ timeout: 30_000 })
})
