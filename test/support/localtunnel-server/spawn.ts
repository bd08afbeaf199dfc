import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Command } from './command.ts'

/** A localtunnel server in a process of its own: for tests that stop, continue or kill it. */
export interface ServerProcess {
  readonly url: string
  readonly port: number
  /** When it first answered in place of a tunnel, in ms since the epoch; null where it never has. */
  readonly stoodInAt: number | null
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL' | 'SIGTERM'): void
  /** Resolves once it behaves so. */
  tell(command: Command): Promise<void>
  /** Kills it where it still runs, and waits for its end. */
  end(): Promise<void>
}

interface Line {
  readonly url?: string
  readonly port?: number
  readonly stoodIn?: number
  readonly done?: boolean
}

/** `port` 0 for any; the same port again brings a killed server back. */
export async function spawnLocaltunnelServer(port = 0): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [main, '--port', String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { stdin, stdout } = child
  if (stdout === null || stdin === null) throw new Error('its input and output are pipes')
  // A killed process takes no more commands.
  stdin.on('error', () => {})
  const lines = createInterface({ input: stdout })
  const ended = once(child, 'exit')
  let stoodInAt: number | null = null
  let onDone: (() => void)[] = []
  const listening = new Promise<{ url: string; port: number }>((resolve, reject) => {
    lines.on('line', (text) => {
      // The lines are our own main.ts's.
      const line = JSON.parse(text) as Line
      if (line.url !== undefined && line.port !== undefined) resolve({ url: line.url, port: line.port })
      if (line.stoodIn !== undefined) stoodInAt ??= line.stoodIn
      if (line.done !== undefined) onDone.shift()?.()
    })
    void ended.then(() => reject(new Error('the localtunnel server ended before it listened')))
  })
  const said = await listening
  return {
    ...said,
    get stoodInAt() {
      return stoodInAt
    },
    signal(name) {
      child.kill(name)
    },
    async tell(command) {
      const done = new Promise<void>((resolve) => {
        onDone = [...onDone, resolve]
      })
      stdin.write(`${JSON.stringify(command)}\n`)
      await done
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
      lines.close()
    },
  }
}
