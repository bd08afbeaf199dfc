import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const ROOT = join(import.meta.dirname, '../..')
const ENTRY = join(ROOT, 'scripts/adjump-inspector.mjs')
const PATIENCE_MS = 20_000

/** One line of `--json` output. */
export interface JsonLine {
  readonly event: string
  readonly url?: string
  readonly state?: string
  readonly why?: string
  readonly postback?: JsonPostback
}

export interface JsonPostback {
  readonly id: number
  readonly receivedAt: string
  readonly kind: string
  readonly method: string | null
  readonly target: string | null
  readonly endpoint: string | null
  readonly userId: string | null
  readonly rewardAmount: string | null
  readonly verdict: string | null
  readonly findings: readonly {
    code: string
    severity: string
    field: string | null
    param: string | null
    detail: string
  }[]
  readonly remoteAddress: string | null
  readonly reply: { readonly status: number }
}

/** The built command line, run as a user runs it. */
export interface CliProcess {
  readonly child: ChildProcess
  readonly lines: readonly JsonLine[]
  readonly stdout: () => string
  readonly stderr: () => string
  /** The first line, from `from` on, that fits; waits for it. Rejects where the process ends first. */
  line(fits: (line: JsonLine) => boolean, from?: number): Promise<JsonLine>
  /** Resolves with the exit code. */
  ended(): Promise<number | null>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts `adjump-inspector` with these arguments. The caller must `stop` it. `before` is a program that becomes the
 * rest of the line, such as `nsenter`.
 */
export function runCli(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  before: readonly string[] = [],
): CliProcess {
  const [command = process.execPath, ...rest] = [...before, process.execPath, ENTRY, ...args]
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printsLines = args.includes('--json')
  const lines: JsonLine[] = []
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const check of waiting) check()
  }
  createInterface({ input: child.stdout }).on('line', (text) => {
    stdout += `${text}\n`
    if (printsLines) lines.push(JSON.parse(text) as JsonLine)
    wake()
  })
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece.toString()
  })
  let exited = false
  const end = once(child, 'close').then(([code]) => {
    exited = true
    wake()
    return code as number | null
  })

  return {
    child,
    lines,
    stdout: () => stdout,
    stderr: () => stderr,
    line: (fits, from = 0) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          waiting.delete(check)
          clearTimeout(timer)
          settle()
        }
        const check = (): void => {
          const found = lines.slice(from).find(fits)
          if (found) finish(() => resolve(found))
          else if (exited) finish(() => reject(new Error(`it ended first; stderr: ${stderr}`)))
        }
        const timer = setTimeout(() => {
          finish(() => reject(new Error(`no such line came; stdout: ${stdout.slice(-2000)} stderr: ${stderr}`)))
        }, PATIENCE_MS)
        waiting.add(check)
        check()
      }),
    ended: () => end,
    async stop(signal = 'SIGTERM') {
      if (!exited) child.kill(signal)
      return end
    },
  }
}
