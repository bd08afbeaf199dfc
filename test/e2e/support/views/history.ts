import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const FILL = join(import.meta.dirname, 'fill-history.ts')

/** For a process whose clock is to stand at this moment (ms since the epoch). */
export function clockAt(now: number): Record<string, string> {
  return {
    NODE_OPTIONS: `--require=${join(import.meta.dirname, 'fixed-clock.cjs')}`,
    ADJUMP_INSPECTOR_FIXED_NOW: String(now),
  }
}

/** Fills a folder with the same history each time, up to half a minute before `now`. Answers with its newest id. */
export function fillHistory(folder: string, now: number): number {
  // See vitest.config.ts: threads that run from source crash now and then without this.
  const args = ['--no-wasm-generic-wrapper', FILL, folder, String(now)]
  return Number(execFileSync(process.execPath, args, { env: { ...process.env, ...clockAt(now) }, encoding: 'utf8' }))
}
