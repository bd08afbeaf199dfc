import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Set by `npm run snapshots`: what is kept is written anew instead of being compared. */
export const RENEWS = Boolean(process.env['ADJUMP_INSPECTOR_RENEW'])

/** A file of this folder that holds, for each name, what a check last came to. */
export function keptFile<T>(name: string): { of(key: string): T | undefined; keep(key: string, value: T): void } {
  const path = join(import.meta.dirname, '../../snapshots', name)
  const all = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, T>) : {}
  return {
    of: (key) => all[key],
    keep(key, value) {
      all[key] = value
      mkdirSync(dirname(path), { recursive: true })
      const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
      writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`)
    },
  }
}
