// `npm run package`: installers for this platform. `npm run package:dir`: the unpacked app alone, without a download
// where ELECTRON_OVERRIDE_DIST_PATH names an Electron. Further argument: the output folder (default `dist`).
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureBuilt } from './build-state.mjs'
import { isNodeNewEnough, root } from './node-version.mjs'
import { builderConfig } from './package-config.mjs'

/** @returns {{ folder: string, version: string } | null} null where none is given; throws where it is none */
function givenElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return null
  const file = join(folder, 'version')
  if (!existsSync(file)) throw new Error(`there is no Electron at ${folder}: its file “version” is missing`)
  return { folder, version: readFileSync(file, 'utf8').trim().replace(/^v/, '') }
}

async function pack() {
  const args = process.argv.slice(2)
  const dir = args.includes('--dir')
  const output = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(root, 'dist'))
  const electron = givenElectron()
  const config = builderConfig({ output, electron })
  if (!electron) console.log(`This downloads Electron ${String(config.electronVersion)} from its releases, once.`)
  if (!dir) console.log('Installers need the tools of electron-builder for this platform, which it downloads, once.')
  const { build, Platform } = await import('electron-builder')
  const targets = dir ? Platform.current().createTarget('dir') : Platform.current().createTarget()
  await build({ projectDir: root, config, targets, publish: 'never' })
  console.log(`Packed into ${output}.`)
}

if (!isNodeNewEnough(process.versions.node)) {
  console.error(`Packing needs Node 22.14 or newer, and this is ${process.versions.node}: use “npm run package”.`)
  process.exitCode = 3
} else if (!(await ensureBuilt())) {
  process.exitCode = 3
} else {
  try {
    await pack()
  } catch (error) {
    console.error(`It could not be packed: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 3
  }
}
