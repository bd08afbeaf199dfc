import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-version.mjs'
import { run } from './run.mjs'

const BUILT = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['src', 'electron', 'electron.vite.config.ts', 'package-lock.json']

/**
 * Builds where nothing is built yet, or where a source is newer than what is built.
 * @returns {Promise<boolean>} false where the build failed; it has said why
 */
export async function ensureBuilt() {
  const built = Math.min(...BUILT.map((file) => modified(join(root, file))))
  const newest = Math.max(...SOURCES.map((path) => newestBelow(join(root, path))))
  if (built > newest) return true
  console.log('Building (only where something has changed) …')
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      quiet: true,
    },
  )
  if (code !== 0) console.error(output)
  return code === 0
}

/** @param {string} path */
function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}

/**
 * @param {string} path
 * @returns {number}
 */
function newestBelow(path) {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return modified(path)
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => modified(join(entry.parentPath, entry.name))),
  )
}
