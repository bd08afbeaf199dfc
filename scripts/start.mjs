// `npm start`: builds what is not built and opens the desktop app; where that cannot be, serves the same screen to
// the browser. Arguments are handed on (`npm start -- --data DIR`).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build-state.mjs'
import { findElectron, hasDisplay, sandboxArguments } from './electron-runtime.mjs'
import { isNodeNewEnough, ownNode, root } from './node-version.mjs'

const FAILED = 3
/** An app that ends sooner than this, and not by itself, never came up. */
const CAME_UP_MS = 5_000
const args = process.argv.slice(2)
/** Set once somebody has asked for the end: nothing else is started then. */
let askedToEnd = false

/**
 * @param {string} command
 * @param {readonly string[]} commandArgs
 * @returns {Promise<{ code: number | null, afterMs: number }>}
 */
function attached(command, commandArgs) {
  const started = Date.now()
  const child = spawn(command, commandArgs, { stdio: 'inherit', cwd: process.env['INIT_CWD'] ?? process.cwd() })
  // A terminal sends Ctrl+C to both; this process then waits for the child's clean end.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      askedToEnd = true
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: null, afterMs: 0 }))
    child.on('close', (code) => resolve({ code, afterMs: Date.now() - started }))
  })
}

/**
 * @param {string} why
 * @returns {Promise<number>}
 */
async function serveInstead(why) {
  console.log(`The desktop app cannot open here: ${why}. The same screen is served to your browser instead:`)
  const { code } = await attached(process.execPath, [join(root, 'scripts/adjump-inspector.mjs'), 'serve', ...args])
  return code ?? FAILED
}

async function start() {
  if (!(await ensureBuilt())) return FAILED
  if (!hasDisplay()) return serveInstead('there is no display')
  const electron = await findElectron()
  if (electron.path === null) return serveInstead(electron.why)
  const { code, afterMs } = await attached(electron.path, [...sandboxArguments(), root, ...args])
  if (askedToEnd) return 0
  // 2 and 3 are the app's own: it has said what is wrong.
  if (code === 0 || code === 2 || code === FAILED || afterMs > CAME_UP_MS) return code ?? FAILED
  return serveInstead('Electron did not come up')
}

const node = ownNode()
if (isNodeNewEnough(process.versions.node)) {
  process.exitCode = await start()
} else if (node === null) {
  console.error(
    `This needs Node 22.14 or newer, and this is ${process.versions.node}: run “npm ci” first, which brings one.`,
  )
  process.exitCode = FAILED
} else {
  const { code } = await attached(node, [fileURLToPath(import.meta.url), ...args])
  process.exitCode = code ?? FAILED
}
