/** The built product as a process of its own, as a user runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import type { BenchContext } from './line.ts'
import { keepBuild } from './soak/product.ts'
import { contractCalls, type SocketCalls } from './soak/socket-calls.ts'

export interface Served {
  readonly pid: number
  readonly receiverPort: number
  readonly screenUrl: string
  /** The moment at which the screen could be asked for, in ms from the start of the process. */
  readonly listeningAfter: number
  stop(): Promise<void>
}

/** The command line's entry in a copy of the build, so that a new build meanwhile is not measured half-way. */
export function builtEntry(context: BenchContext): Promise<{ readonly entry: string; readonly folder: string }> {
  return context.shared('build', () => {
    const build = keepBuild()
    const folder = build.entry.slice(0, build.entry.lastIndexOf('/out/'))
    return Promise.resolve({ resource: { entry: build.entry, folder }, close: () => build.remove() })
  })
}

/** Starts `serve` on a data folder; ends with us, however we end. */
export async function serve(context: BenchContext, dataFolder: string, more: readonly string[] = []): Promise<Served> {
  const { entry } = await builtEntry(context)
  const from = performance.now()
  const args = [
    entry,
    'serve',
    '--json',
    '--quiet',
    '--port=0',
    '--ui-port=0',
    '--tunnel=none',
    `--data=${dataFolder}`,
    ...more,
  ]
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // Ctrl+C is ours: it is told to end when its turn comes.
    detached: true,
  })
  const { stdout, pid } = child
  if (stdout === null || pid === undefined) throw new Error('the product could not be started')
  const exited = once(child, 'exit')
  const found = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (text) => {
      // Every postback is a line: once it listens they are not looked at.
      if (found.size === 2) return
      const { event, url = '' } = JSON.parse(text) as { event: string; url?: string }
      if (event === 'receiver.listening' || event === 'ui.listening') found.set(event, url)
      if (found.size === 2) resolve()
    })
    void exited.then(([code]) => reject(new Error(`the product ended with ${String(code)} before it listened`)))
  })
  return {
    pid,
    receiverPort: Number(new URL(found.get('receiver.listening') ?? '').port),
    screenUrl: found.get('ui.listening') ?? '',
    listeningAfter: performance.now() - from,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
      const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
      await exited
      clearTimeout(timer)
    },
  }
}

/** A screen that listens, without a browser: the socket takes every event and drops it. */
export async function attachListener(screenUrl: string): Promise<{ messages(): number; close(): void }> {
  const { origin, host, searchParams } = new URL(screenUrl)
  const socket = new WebSocket(`ws://${host}/${searchParams.get('token') ?? ''}/ws`, { headers: { origin } })
  let messages = 0
  socket.on('message', () => {
    messages += 1
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'subscribe', epoch: null, after: 0 }))
  return { messages: () => messages, close: () => socket.close() }
}

/** The contract as a screen speaks it, over the screen's own socket. */
export function callsTo(screenUrl: string): Promise<SocketCalls> {
  return contractCalls(screenUrl, () => undefined)
}

/** Runs another command of the product to its end. Rejects where it fails. */
export async function runBuilt(
  context: BenchContext,
  args: readonly string[],
  watch?: (pid: number) => void,
): Promise<void> {
  const { entry } = await builtEntry(context)
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (child.pid !== undefined) watch?.(child.pid)
  const kill = (): void => void child.kill()
  context.signal.addEventListener('abort', kill)
  const [code] = (await once(child, 'close')) as [number | null]
  context.signal.removeEventListener('abort', kill)
  if (code !== 0) throw new Error(`${args[0] ?? ''} ended with ${String(code)}`)
}
