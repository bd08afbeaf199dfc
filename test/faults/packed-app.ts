import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ROOT } from '../support/serve-process.ts'

/** A program that was started, and all that it has said so far. */
export interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  /** Resolves with its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Why the package cannot be tried here; null where it can. */
export function whyNotHere(): string | null {
  if (process.platform !== 'linux') return 'that needs Linux'
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH']) return 'that needs ELECTRON_OVERRIDE_DIST_PATH, an unpacked Electron'
  try {
    execFileSync('which', ['Xvfb'])
    return null
  } catch {
    return 'that needs Xvfb'
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      output += piece.toString()
    })
  }
  return {
    child,
    output: () => output,
    ended: once(child, 'close').then(([code]) => code as number | null),
  }
}

/** Runs `npm run package` with these arguments to its end; answers with its exit code and what it said. */
export async function runPackaging(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; said: string }> {
  const { ended, output } = run(process.execPath, [join(ROOT, 'scripts/package.mjs'), ...args], env)
  return { code: await ended, said: output() }
}

/** A display that asks nobody for a key, and the packed app on it. */
export interface PackedApp {
  readonly display: number
  start(args: readonly string[], env?: NodeJS.ProcessEnv): Started
  /** Ends it and what it has started, at once. */
  kill(started: Started): Promise<void>
  close(): Promise<void>
}

export async function openPackedApp(program: string): Promise<PackedApp> {
  // It would begin anew whenever its last client leaves, and an app that is just coming would be thrown out.
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  // The fourth of the streams that were asked for above.
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer]
  const display = Number(number.toString())
  const running = new Set<Started>()

  async function kill(started: Started): Promise<void> {
    try {
      if (started.child.pid !== undefined) process.kill(-started.child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
    running.delete(started)
    await started.ended
  }

  return {
    display,
    start(args, env = {}) {
      const started = run(program, ['--no-sandbox', ...args], { ...env, DISPLAY: `:${String(display)}` })
      running.add(started)
      return started
    },
    kill,
    async close() {
      for (const started of running) await kill(started)
      server.kill()
      await once(server, 'exit')
    },
  }
}

/** A port of this computer that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** The status that this address answers with; 0 where nobody does. */
export const answers = (url: string): Promise<number> =>
  fetch(url).then(
    (reply) => reply.status,
    () => 0,
  )
