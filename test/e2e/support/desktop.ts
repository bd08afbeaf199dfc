import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { ROOT } from '../../support/serve-process.ts'

/** Set by `npm run test:desktop` and `test:browser`, which look for the programs. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the specs with “npm run test:desktop” or “test:browser”.`)
  return value
}

/**
 * Arguments that start the built app; see early-scheme.cjs for the first of them. A spec that puts a fake into the
 * app's process names its file in ADJUMP_INSPECTOR_PRELOAD.
 */
export function electronArguments(args: readonly string[]): string[] {
  const preload = process.env['ADJUMP_INSPECTOR_PRELOAD']
  const more = preload === undefined ? [] : ['-r', preload]
  return ['-r', join(import.meta.dirname, 'early-scheme.cjs'), ...more, ROOT, ...args]
}

/** Starts the built app in a real Electron; with this beside the environment that there is. */
export function launchDesktop(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: required('ADJUMP_INSPECTOR_ELECTRON'),
    args: electronArguments(args),
    env: { ...process.env, ELECTRON_DISABLE_SECURITY_WARNINGS: '1', ...env },
  })
}
