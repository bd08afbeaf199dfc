// `npm run dev:fake`: the app on a folder of its own with a seeded history, traffic that keeps coming, and a tunnel
// server on this machine. For working on the screen; nothing of it is in the product.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocaltunnelServer } from '../localtunnel-server/server.ts'
import { seedHistory } from './seed.ts'
import { randomTarget, seededRandom } from './traffic.ts'

const RECEIVER_PORT = 4079
const EVERY_MS = 700

const random = seededRandom(1)
const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-fake-'))

await seedHistory(folder, { count: 2_000, spanMs: 24 * 3_600_000, random })
const tunnel = await createLocaltunnelServer()
const app = spawn(
  process.execPath,
  [
    join(import.meta.dirname, '../../../scripts/start.mjs'),
    `--data=${folder}`,
    `--port=${String(RECEIVER_PORT)}`,
    '--tunnel=localtunnel',
    `--tunnel-host=${tunnel.url}`,
  ],
  { stdio: 'inherit' },
)
const traffic = setInterval(() => {
  // The receiver is not up yet, or the app is closing: the next one gets through.
  fetch(`http://127.0.0.1:${String(RECEIVER_PORT)}${randomTarget(random)}`).catch(() => {})
}, EVERY_MS)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))

app.on('close', () => {
  clearInterval(traffic)
  void tunnel.close().finally(() => {
    rmSync(folder, { recursive: true, force: true })
  })
})
