import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A localtunnel server in a process of its own: for tests that stop, continue or kill it. */
export interface ServerProcess {
  readonly url: string
  readonly port: number
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL' | 'SIGTERM'): void
  /** Kills it where it still runs, and waits for its end. */
  end(): Promise<void>
}

/** `port` 0 for any; the same port again brings a killed server back. */
export async function spawnLocaltunnelServer(port = 0): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [main, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('its output is a pipe')
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit')
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    ended.then(() => {
      throw new Error('the localtunnel server ended before it listened')
    }),
  ])
  // The line is our own main.ts's.
  const said = JSON.parse(line) as { url: string; port: number }
  return {
    ...said,
    signal(name) {
      child.kill(name)
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
      lines.close()
    },
  }
}
