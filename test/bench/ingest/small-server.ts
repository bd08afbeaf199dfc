import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A server to compare with, as a process of its own that prints its port. Ends with us, however we end. */
export async function startSmallServer(
  script: string,
  args: readonly string[] = [],
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  })
  if (child.stdout === null) throw new Error(`${script} could not be started`)
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return {
    port: Number(port),
    async stop() {
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}
