import { join } from 'node:path'
import { type ServerProcess, spawnLocaltunnelServer } from '../support/localtunnel-server/spawn.ts'
import { expect, type Running, test } from './fixtures.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

/** Where to put pictures for looking at; none are taken where it is not set. */
const PICTURES = process.env['ADJUMP_INSPECTOR_PICTURES']

async function picture(running: Running, name: string): Promise<void> {
  if (PICTURES === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await running.page.emulateMedia({ colorScheme })
    const face = running.desktop === null ? 'browser' : 'desktop'
    await running.page.screenshot({ path: join(PICTURES, `${name}-${face}-${colorScheme}.png`) })
  }
}

test('a tunnel that goes down and an inspector that is off are drawn where they belong, each once', async ({
  face,
}) => {
  let server: ServerProcess = await spawnLocaltunnelServer()
  try {
    const args = ['--tunnel=localtunnel', `--tunnel-host=${server.url}`, '--subdomain=myshop']
    const first = await face.start(args)
    const open = (running: Running) => running.page.getByRole('button', { name: /^Tunnel: Tunnel open/ })
    await expect(open(first)).toBeVisible()
    await sendPostback(first, '/hitpoint?user_id=u_before&reward_amount=1')

    server.signal('SIGKILL')
    const strip = first.page.getByRole('region', { name: 'Activity' })
    await expect(strip.getByRole('list', { name: 'Outages' })).toContainText('The tunnel was down since')
    // The way in from this computer stays open all the while.
    await sendPostback(first, '/hitpoint?user_id=u_during&reward_amount=2')
    await expect(gridRow(first.page, 'u_before')).toContainText(/The tunnel was down since .*tunnel server/)
    await server.end()
    server = await spawnLocaltunnelServer(server.port)
    await expect(open(first)).toBeVisible({ timeout: 15_000 })
    await expect(gridRow(first.page, 'u_before')).toContainText(/The tunnel was down from .* to /)
    await first.close()

    const second = await face.start(args)
    await expect(open(second)).toBeVisible()
    await sendPostback(second, '/hitpoint?user_id=u_after&reward_amount=3')
    // Each lies between the last row before it and the first one after its start.
    const off = gridRow(second.page, 'u_during')
    await expect(off).toContainText(/Off, Tunnel down · .* · The inspector was not running\./)
    await expect(off).toContainText(/The inspector was off from .* to .*nothing could be relied on to reach it/)
    await expect(gridRow(second.page, 'u_before')).toContainText(/Tunnel down · .* · The /)
    await expect(gridRow(second.page, 'u_before')).not.toContainText('was off')
    await expect(gridRow(second.page, 'u_after')).not.toContainText('·')
    await expect(second.page.getByText(/· \d outages/)).toBeVisible()
    await picture(second, 'outages')
    await second.page.setViewportSize({ width: 900, height: 600 })
    await picture(second, 'outages-small')

    // Another order has no place for them; a span that they do not touch has none of them either.
    await second.page.getByRole('combobox', { name: 'Filter postbacks' }).fill('until:2020-01-01')
    await expect(gridRow(second.page, 'u_after')).toHaveCount(0)
    await second.page.getByRole('combobox', { name: 'Filter postbacks' }).fill('')
    await goTo(second.page, 'Tunnel')
    await expect(second.page.getByRole('row').filter({ hasText: 'Not running' })).toHaveCount(1)
    await expect(second.page.getByRole('row').filter({ hasText: 'Tunnel down' })).toHaveCount(3)
  } finally {
    await server.end()
  }
})
