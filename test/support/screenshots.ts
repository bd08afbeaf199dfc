// `node test/support/screenshots.ts`: the README's pictures, taken of the built app on a made-up history.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from '../../scripts/browser-runtime.mjs'
import { seedHistory } from './dev-fake/seed.ts'
import { seededRandom } from './dev-fake/traffic.ts'
import { createLocaltunnelServer } from './localtunnel-server/server.ts'
import { ROOT, runCli } from './serve-process.ts'

const PICTURES = join(ROOT, 'resources/screenshots')
const MISTAKE = '/hitpoint?user_id=u_1042&amp;reward_amount=12.50'

const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-pictures-'))
await seedHistory(folder, { count: 600, spanMs: 50 * 60_000, random: seededRandom(7) })
const tunnel = await createLocaltunnelServer()
const cli = runCli([
  ...['serve', '--json', '--port=0', '--ui-port=0', `--data=${folder}`],
  ...['--tunnel=localtunnel', `--tunnel-host=${tunnel.url}`, '--subdomain=my-offerwall'],
])
const { url: receiver = '' } = await cli.line(({ event }) => event === 'receiver.listening')
const { url: screen = '' } = await cli.line(({ event }) => event === 'ui.listening')
await cli.line(({ event, state }) => event === 'tunnel.changed' && state === 'open')
await fetch(`${receiver}${MISTAKE}`)
const { postback } = await cli.line(({ event }) => event === 'postback.received')

const executablePath = await findBrowser()
if (executablePath === null) throw new Error('no Chromium was found')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
mkdirSync(PICTURES, { recursive: true })
for (const { name, theme, route, ready } of [
  { name: 'detail-light', theme: 'light', route: `postbacks/${String(postback?.id)}`, ready: 'Findings' },
  { name: 'postbacks-dark', theme: 'dark', route: 'postbacks', ready: 'Activity' },
  { name: 'endpoint-light', theme: 'light', route: 'endpoints', ready: 'Path and names' },
] as const) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: theme })
  await page.goto(`${screen}#/${route}`)
  await page.getByRole('region', { name: ready }).waitFor()
  // Counts and the activity strip follow within a second.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  await page.close()
}
await browser.close()
await cli.stop()
await tunnel.close()
rmSync(folder, { recursive: true, force: true })
