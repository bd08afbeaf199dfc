import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findElectron, hasDisplay } from '../../../scripts/electron-runtime.mjs'
import { spareCopy } from '../history/stored.ts'
import type { BenchContext, Line } from '../line.ts'
import type { DesktopOrder, DesktopTaken } from '../screen/desktop.ts'
import { builtEntry } from '../serve.ts'

const SCRIPT = join(import.meta.dirname, '../screen/desktop.ts')

/** Runs the desktop app on a virtual display where there is no other. */
async function look(context: BenchContext, order: DesktopOrder): Promise<DesktopTaken> {
  const own = [process.execPath, SCRIPT, JSON.stringify(order)]
  const [command = '', ...args] = hasDisplay() ? own : ['xvfb-run', '-a', ...own]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = (): void => void child.kill()
  context.signal.addEventListener('abort', kill)
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')])
  context.signal.removeEventListener('abort', kill)
  if (printed === '') throw new Error('the desktop app could not be looked at')
  return JSON.parse(printed) as DesktopTaken
}

export const IDLE_LINE: Line = {
  subject: 'idle',
  name: 'idle: desktop app, screen open, 1,000,000 stored',
  target: '≤ 0.5 % of a core, main process ≤ 200 MB RSS, renderer ≤ 250 MB',
  async measure(context) {
    const electron = await findElectron()
    if (electron.path === null) throw new Error(electron.why)
    const { folder } = await builtEntry(context)
    const taken = await look(context, {
      executablePath: electron.path,
      folder,
      dataFolder: await spareCopy(context),
      settleSeconds: context.quick ? 10 : 30,
      seconds: context.quick ? 10 : 60,
    })
    return {
      figures: [
        { what: 'all processes', value: taken.all, unit: '%', atMost: 0.5 },
        { what: 'main', value: taken.mainMemory, unit: 'MB', atMost: 200 },
        { what: 'renderer', value: taken.rendererMemory, unit: 'MB', atMost: 250 },
      ],
      detail: `the renderer alone takes ${taken.renderer.toFixed(2)} %`,
    }
  },
}
