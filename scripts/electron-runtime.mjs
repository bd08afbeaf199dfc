import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-version.mjs'
import { run } from './run.mjs'

const PACKAGE = join(root, 'node_modules/electron')

/**
 * Electron's program: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, or the installed one, which is fetched at the
 * first time. Null with a reason where it cannot be had.
 * @returns {Promise<{ path: string, why: null } | { path: null, why: string }>}
 */
export async function findElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const path = join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
    return existsSync(path) ? { path, why: null } : { path: null, why: `there is no Electron at ${override}` }
  }
  const installed = installedElectron()
  if (installed) return { path: installed, why: null }
  console.log('Fetching Electron (once) …')
  const { code, output } = await run(process.execPath, [join(PACKAGE, 'install.js')], { quiet: true })
  const fetched = installedElectron()
  if (code === 0 && fetched) return { path: fetched, why: null }
  const reason = output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim()
  return { path: null, why: `Electron could not be downloaded${reason ? ` (${reason})` : ''}` }
}

function installedElectron() {
  const pathFile = join(PACKAGE, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : null
}

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Chromium's sandbox refuses to work for the superuser on Linux. */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
