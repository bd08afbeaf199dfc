import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../../support/serve-process.ts'

/** The product as a process, with Node's inspector open for its heap. */
export interface Product {
  readonly pid: number
  readonly receiverPort: number
  readonly screenUrl: string
  /** Where its heap can be asked for. */
  readonly inspectorUrl: string
  /** What it said on standard error, without the inspector's own lines. */
  readonly complaints: readonly string[]
  readonly exited: Promise<number | null>
  stop(): Promise<number | null>
}

/** The build as it is now, in a folder of its own: a new build meanwhile does not reach it. */
export function keepBuild(): { readonly entry: string; remove(): void } {
  const folder = join(ROOT, 'node_modules/.cache', `soak-${String(process.pid)}`)
  mkdirSync(folder, { recursive: true })
  cpSync(join(ROOT, 'out'), join(folder, 'out'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  return { entry: join(folder, 'out/main/cli.js'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Has glibc give large blocks back when they are freed. By itself it raises its threshold to the largest that was freed,
 * and the memory of one big export then counts as the process's for ever: a curve of that says nothing of leaks.
 */
const GIVE_BACK = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Starts `serve` with these arguments and waits until receiver and screen listen. */
export async function startProduct(entry: string, args: readonly string[]): Promise<Product> {
  const child: ChildProcess = spawn(process.execPath, ['--inspect=127.0.0.1:0', entry, 'serve', '--json', ...args], {
    // The channel ends it with us, however we end; a group of its own keeps our Ctrl+C from it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    env: { ...process.env, ...GIVE_BACK },
  })
  const { stdout, stderr, pid } = child
  if (stdout === null || stderr === null || pid === undefined) throw new Error('the product could not be started')
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const complaints: string[] = []
  const found = { receiver: '', screen: '', inspector: '' }
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (found.receiver !== '' && found.screen !== '' && found.inspector !== '') resolve()
    }
    createInterface({ input: stdout }).on('line', (text) => {
      if (found.receiver !== '' && found.screen !== '') return
      const line = JSON.parse(text) as { event: string; url?: string }
      if (line.event === 'receiver.listening') found.receiver = line.url ?? ''
      if (line.event === 'ui.listening') found.screen = line.url ?? ''
      look()
    })
    createInterface({ input: stderr }).on('line', (text) => {
      const url = /^Debugger listening on (ws:\S+)/.exec(text)?.[1]
      if (url !== undefined) found.inspector = url
      else if (!/^(For help, see|Debugger attached|Debugger ending|Waiting for the debugger)/.test(text))
        complaints.push(text)
      look()
    })
    void exited.then((code) =>
      reject(new Error(`the product ended with ${String(code)} before it listened: ${complaints.join(' ')}`)),
    )
  })
  return {
    pid,
    receiverPort: Number(new URL(found.receiver).port),
    screenUrl: found.screen,
    inspectorUrl: found.inspector,
    complaints,
    exited,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
      const code = await exited
      clearTimeout(timer)
      return code
    },
  }
}
