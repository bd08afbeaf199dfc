/** A disk of a few megabytes in memory that only the processes put on it can see: it goes with its holder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, copyFileSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

export interface SmallDisk {
  /** As the processes on it name it. */
  readonly folder: string
  /** What puts a process on it. */
  readonly before: readonly string[]
  /** A foreign file takes all that is left. */
  readonly fill: () => void
  readonly free: () => void
  /** All but these bytes is taken by the foreign file. */
  readonly leave: (bytes: number) => void
  /** Nothing on it can be written any more; no file may be open. */
  makeReadOnly(): Promise<void>
  /** A file of it, taken out. */
  copyOut(name: string, to: string): void
  copyIn(from: string, name: string): void
  /** What lies on it, without its folders' content. */
  names(): string[]
}

/** Answers with the reason where this machine allows no such disk. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | string> {
  if (process.platform !== 'linux') return 'a small disk is only made on Linux'
  const folder = await tempFolder()
  const isRoot = process.getuid?.() === 0
  const script = `mount -t tmpfs -o size=${String(megabytes)}m tmpfs "$1" && echo mounted && exec sleep 3600`
  const holder = spawn('unshare', [isRoot ? '-m' : '-rm', 'sh', '-c', script, 'sh', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => end(holder))
  const why = await mounted(holder)
  if (why !== null) return `a small disk cannot be mounted here (${why})`
  const enter = ['nsenter', '-t', String(holder.pid), ...(isRoot ? ['-m'] : ['-U', '-m', '--preserve-credentials'])]
  const outside = (name: string): string => join(`/proc/${String(holder.pid)}/root`, folder, name)
  const fill = (): void => {
    const file = openSync(outside('filler'), 'a')
    for (const size of [256 * 1024, 4096]) {
      const piece = Buffer.alloc(size, 1)
      try {
        for (;;) writeSync(file, piece)
      } catch {
        // Full, but for less than such a piece.
      }
    }
    closeSync(file)
  }
  return {
    folder,
    before: enter,
    fill,
    leave(bytes) {
      fill()
      truncateSync(outside('filler'), Math.max(0, statSync(outside('filler')).size - bytes))
    },
    free: () => rmSync(outside('filler')),
    async makeReadOnly() {
      const [, ...rest] = [...enter, 'mount', '-o', 'remount,ro', folder]
      const [code] = await once(spawn('nsenter', rest), 'exit')
      if (code !== 0) throw new Error('The disk could not be made read-only.')
    },
    copyOut: (name, to) => copyFileSync(outside(name), to),
    copyIn: (from, name) => copyFileSync(from, outside(name)),
    names: () => readdirSync(outside('')),
  }
}

async function end(holder: ChildProcess): Promise<void> {
  if (holder.exitCode !== null) return
  holder.kill('SIGKILL')
  await once(holder, 'exit')
}

/** Null once it is mounted. */
async function mounted(holder: ChildProcess): Promise<string | null> {
  let said = ''
  holder.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const yes = holder.stdout === null ? Promise.resolve('no output') : once(holder.stdout, 'data').then(() => null)
  const no = Promise.race([once(holder, 'exit'), once(holder, 'error')]).then(() => said.trim() || 'no unshare')
  return Promise.race([yes, no])
}
