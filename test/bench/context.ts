import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchContext, Opened } from './line.ts'

/** A context that the runner also ends. */
export interface OwnedContext extends BenchContext {
  /** Lets go of all that is shared, the latest first, and removes every folder. Never rejects. */
  close(): Promise<void>
}

export function createContext(options: {
  readonly quick: boolean
  readonly rows: number
  readonly signal: AbortSignal
}): OwnedContext {
  const shared = new Map<string, Promise<unknown>>()
  const closers: (() => Promise<void> | void)[] = []
  const say = (what: string): void => console.error(`  ${what}`)
  return {
    ...options,
    say,
    async folder() {
      const folder = await mkdtemp(join(tmpdir(), 'inspector-bench-'))
      closers.push(() => rm(folder, { recursive: true, force: true }))
      return folder
    },
    shared<Resource>(name: string, open: () => Promise<Opened<Resource>>) {
      const opening =
        shared.get(name) ??
        open().then((opened) => {
          closers.push(() => opened.close())
          return opened.resource
        })
      shared.set(name, opening)
      // What was put under this name is what was opened under it.
      return opening as Promise<Resource>
    },
    async close() {
      for (const close of closers.splice(0).toReversed()) {
        try {
          await close()
        } catch (error) {
          say(`while cleaning up: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
    },
  }
}
