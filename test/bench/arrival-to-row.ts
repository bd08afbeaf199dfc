// From arrival to the row on the screen: sends postbacks to `adjump-inspector serve` at a steady rate and takes, in a
// real browser, the moment at which each one's row has been painted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium } from 'playwright'
import { findBrowser } from '../../scripts/browser-runtime.mjs'
import { runCli } from '../support/serve-process.ts'

const RATE = Number(process.argv[2] ?? 50)
const COUNT = Number(process.argv[3] ?? 1000)
const WARM_UP = 50

const folder = mkdtempSync(join(tmpdir(), 'inspector-bench-'))
const cli = runCli(['serve', '--json', '--port=0', '--ui-port=0', '--tunnel=none', `--data=${folder}`])
const { url: receiverUrl = '' } = await cli.line(({ event }) => event === 'receiver.listening')
const { url: screenUrl = '' } = await cli.line(({ event }) => event === 'ui.listening')
const executablePath = await findBrowser()
if (executablePath === null) throw new Error('no Chromium was found')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })

// Same machine, same clock: both sides take ms since the epoch with fractions. Only what changed is looked at, so that
// looking costs next to nothing; a message sent in the frame that shows a row arrives once that frame is painted.
await page.addInitScript(() => {
  const seen = new Map<string, number>()
  Object.assign(window, { seenRows: seen })
  const shown: string[] = []
  const painted = new MessageChannel()
  painted.port1.addEventListener('message', () => {
    const now = performance.timeOrigin + performance.now()
    for (const user of shown.splice(0)) if (!seen.has(user)) seen.set(user, now)
  })
  painted.port1.start()
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.type === 'characterData' ? [change.target] : change.addedNodes) {
        for (const user of node.textContent?.match(/bench-\d+-end/g) ?? []) shown.push(user)
      }
    }
    if (shown.length > 0) painted.port2.postMessage(null)
  }).observe(document, { subtree: true, childList: true, characterData: true })
})
await page.goto(screenUrl)
await page.getByRole('navigation').first().waitFor()
await fetch(`${receiverUrl}/hitpoint?user_id=first&reward_amount=1`)
await page.getByRole('row').filter({ hasText: 'first' }).waitFor()

const sent = new Map<string, number>()
const start = performance.now()
const replies: Promise<unknown>[] = []
for (let index = 0; index < COUNT; index += 1) {
  const wait = start + (index * 1000) / RATE - performance.now()
  if (wait > 0) await delay(wait)
  const user = `bench-${String(index)}-end`
  sent.set(user, performance.timeOrigin + performance.now())
  replies.push(fetch(`${receiverUrl}/hitpoint?user_id=${user}&reward_amount=${String(index + 1)}`))
}
await Promise.all(replies)
await page
  .getByRole('row')
  .filter({ hasText: `bench-${String(COUNT - 1)}-end` })
  .waitFor()
await delay(200)
const seen = new Map(
  await page.evaluate(() => [...(window as unknown as { seenRows: Map<string, number> }).seenRows.entries()]),
)

const figures = [...sent].slice(WARM_UP).map(([user, at]) => (seen.get(user) ?? Number.NaN) - at)
const missed = figures.filter((figure) => !(figure > 0)).length
const sorted = figures.filter((figure) => figure > 0).toSorted((a, b) => a - b)
const at = (share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)
console.log(
  `arrival → row painted, ${String(RATE)}/s, ${String(sorted.length)} postbacks (${String(missed)} never seen in the visible part)`,
)
console.log(`p50 ${at(0.5)} ms   p90 ${at(0.9)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`)

await browser.close()
await cli.stop()
rmSync(folder, { recursive: true, force: true })
