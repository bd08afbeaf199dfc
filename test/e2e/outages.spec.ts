import { join } from 'node:path'
import Database from 'better-sqlite3'
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
    // The longer of the two gives its reason, and which one that is depends on how fast the machine starts.
    await expect(off).toContainText(/Off, Tunnel down · .* · The (inspector was not running|tunnel was being opened)\./)
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
    await expect(second.page.getByRole('row').filter({ hasText: 'Tunnel down' })).toHaveCount(2)
  } finally {
    await server.end()
  }
})

const MINUTE = 60_000

test('long outages are shaded in the activity strip as wide as they lasted, and named in the list', async ({
  face,
}) => {
  const first = await face.start()
  await sendPostback(first, '/hitpoint?user_id=u_long_ago&reward_amount=1')
  await expect(gridRow(first.page, 'u_long_ago')).toBeVisible()
  await first.close()
  // An hour as it would have been, for nobody waits for one here.
  const now = Date.now()
  const history = new Database(join(face.dataFolder, 'history.db'))
  for (const table of ['request', 'reading']) {
    history.prepare(`UPDATE ${table} SET received_at = ?`).run(now - 58 * MINUTE)
  }
  const add = history.prepare('INSERT INTO outage (reason, from_at, to_at, why) VALUES (?, ?, ?, ?)')
  const spans = [
    ['asleep', 50, 30, 'This computer was asleep.'],
    ['tunnel-down', 20, 15, 'myshop.localhost did not answer within 5 s (time-out).'],
    ['store-refusing', 8, 6, 'The disk is full.'],
  ] as const
  for (const [reason, from, to, why] of spans) add.run(reason, now - from * MINUTE, now - to * MINUTE, why)
  history.close()

  const second = await face.start()
  await sendPostback(second, '/hitpoint?user_id=u_now&reward_amount=2')
  const strip = second.page.getByRole('region', { name: 'Activity' })
  await expect(strip.getByRole('list', { name: 'Outages' }).getByRole('listitem')).toHaveCount(4)
  await expect(strip.getByText(/· 4 outages/)).toBeVisible()
  const shades = strip.locator('svg > rect[fill$="outage)"]')
  // Of the hour that is seen; a bar's length is what it may be off by. What lasted seconds has a line of its own.
  const shares = await shades.evaluateAll((all) =>
    all.map((shade) => {
      const whole = shade.parentElement?.getBoundingClientRect().width ?? 1
      return (shade.getBoundingClientRect().width / whole) * 60
    }),
  )
  expect(shares).toHaveLength(4)
  for (const [index, minutes] of [20, 5, 2].entries())
    expect(Math.abs((shares[index] ?? 0) - minutes)).toBeLessThan(0.5)
  expect(shares[3]).toBeGreaterThan(0)
  const row = gridRow(second.page, 'u_long_ago')
  await expect(row).toContainText(/The computer was asleep from .* \(20 min/)
  await expect(row).toContainText(/The tunnel was down from .* \(5 min.*did not answer within 5 s/)
  await expect(row).toContainText(/The history could not be written from .* \(2 min.*The disk is full\./)
  await picture(second, 'shaded')
  await second.page.setViewportSize({ width: 900, height: 600 })
  await picture(second, 'shaded-small')
})
