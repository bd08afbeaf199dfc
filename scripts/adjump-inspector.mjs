#!/usr/bin/env node
// The command line's entry: finds a Node that can run it. The machine's own may be too old for the database; the
// project brings one of its own with its development packages.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isNodeNewEnough, ownNode, root } from './node-version.mjs'

const FAILED = 3
const bundle = join(root, 'out/main/cli.js')
const node = ownNode()

if (!existsSync(bundle)) {
  console.error('adjump-inspector is not built yet: run “npm run build” in its folder first.')
  process.exitCode = FAILED
} else if (isNodeNewEnough(process.versions.node)) {
  await import(new URL('../out/main/cli.js', import.meta.url).href)
} else if (node === null) {
  console.error(
    `adjump-inspector needs Node 22.14 or newer, and this is ${process.versions.node}: install a newer one, or run “npm ci” in its folder.`,
  )
  process.exitCode = FAILED
} else {
  // The channel lets the child notice that this process is gone, however it went.
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // A terminal's Ctrl+C reaches the whole group; what is sent to this process alone must be handed on.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('exit', (code) => {
    process.exitCode = code ?? FAILED
  })
}
