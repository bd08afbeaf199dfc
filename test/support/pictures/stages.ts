import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exactBackend } from '../backends/exact-backend.ts'
import { serveBackend } from '../backends/reward-backend.ts'
import { seedHistory } from '../dev-fake/seed.ts'
import { seededRandom } from '../dev-fake/traffic.ts'
import { createLocaltunnelServer } from '../localtunnel-server/server.ts'
import { runCli } from '../serve-process.ts'
import type { Stage, StageName } from './picture.ts'

const MISTAKE = '/hitpoint?user_id=u_1042&amp;reward_amount=12.50'
/** A user whose amounts show what a sum is made of: two that are no plain number in floating point, one without a value, two alike. */
const ANNA = ['0.1', '0.2', '1,50', '5', '5']

/** An inspector with an open tunnel on this computer, and what came up to now. The caller must close it. */
export async function openStage(name: StageName): Promise<Stage & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-pictures-'))
  if (name === 'history') await seedHistory(folder, { count: 600, spanMs: 50 * 60_000, random: seededRandom(7) })
  const tunnel = await createLocaltunnelServer()
  const backend = await serveBackend(exactBackend({ once: false, talks: true }))
  const cli = runCli([
    ...['serve', '--json', '--port=0', '--ui-port=0', `--data=${folder}`],
    ...['--tunnel=localtunnel', `--tunnel-host=${tunnel.url}`, '--subdomain=my-offerwall'],
  ])
  const { url: receiver = '' } = await cli.line(({ event }) => event === 'receiver.listening')
  const { url: screen = '' } = await cli.line(({ event }) => event === 'ui.listening')
  await cli.line(({ event, state }) => event === 'tunnel.changed' && state === 'open')
  const send = async (target: string): Promise<number> => {
    const from = cli.lines.length
    await fetch(`${receiver}${target}`)
    const { postback } = await cli.line(({ event }) => event === 'postback.received', from)
    return postback?.id ?? 0
  }
  let mistakeId = 0
  if (name === 'history') {
    for (const amount of ANNA) await send(`/hitpoint?user_id=anna&reward_amount=${amount}`)
    mistakeId = await send(MISTAKE)
  }
  return {
    screen,
    receiver,
    mistakeId,
    backend,
    async close() {
      await cli.stop()
      await tunnel.close()
      await backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
