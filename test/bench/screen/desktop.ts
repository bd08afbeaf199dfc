/**
 * The desktop app on a data folder, left alone with its list open: what each of its processes takes. A process of its own,
 * so that it can be run within `xvfb-run`; gets one order as its first argument and prints one line of JSON.
 */
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { _electron } from 'playwright'
import { takenBy } from './processes.ts'

export interface DesktopOrder {
  readonly executablePath: string
  /** Of the built app. */
  readonly folder: string
  readonly dataFolder: string
  readonly settleSeconds: number
  readonly seconds: number
}

/** Memory in MB, processor time in % of one core. */
export interface DesktopTaken {
  readonly rendererMemory: number
  readonly mainMemory: number
  readonly renderer: number
  readonly all: number
  readonly rows: number
}

const EARLY_SCHEME = join(import.meta.dirname, '../../e2e/support/early-scheme.cjs')

async function look({
  executablePath,
  folder,
  dataFolder,
  settleSeconds,
  seconds,
}: DesktopOrder): Promise<DesktopTaken> {
  const app = await _electron.launch({
    executablePath,
    args: ['-r', EARLY_SCHEME, folder, `--data=${dataFolder}`, '--port=0', '--tunnel=none', '--no-sandbox'],
    env: { ...process.env, ELECTRON_DISABLE_SECURITY_WARNINGS: '1' },
  })
  try {
    const page = await app.firstWindow()
    await page.locator('[role="row"][data-id]').first().waitFor()
    const rows = Number(await page.locator('[role="grid"]').first().getAttribute('aria-rowcount'))
    const pid = app.process().pid
    if (pid === undefined) throw new Error('the desktop app has no process')
    await delay(settleSeconds * 1000)
    const { cpu, memory } = await takenBy(pid, () => delay(seconds * 1000))
    return {
      rendererMemory: memory.get('renderer') ?? Number.NaN,
      mainMemory: memory.get('') ?? Number.NaN,
      renderer: 100 * (cpu.get('renderer') ?? Number.NaN),
      all: 100 * [...cpu.values()].reduce((sum, one) => sum + one, 0),
      rows: rows - 1,
    }
  } finally {
    await app.close()
  }
}

console.log(JSON.stringify(await look(JSON.parse(process.argv[2] ?? '{}') as DesktopOrder)))
