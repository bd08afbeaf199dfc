import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The app's version, from the package that this code belongs to; both source and bundle lie two folders below it. */
export function appVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}
