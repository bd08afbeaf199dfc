import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../node-version.mjs'

/** Dependencies that the app in its package does not load: one is bundled into `out`, one is the command line's. */
const NOT_LOADED = ['zod', 'ws']
/** What packages ask for and never load here: localtunnel's own command line, and headers to compile SQLite with. */
const NEVER_ASKED_FOR = ['yargs', 'openurl', 'node-addon-api']

/** @typedef {{ name: string, folder: string, manifest: Record<string, any> }} InstalledPackage */

/**
 * What is installed under that name, as seen from a package's folder; null where it is not.
 * @param {string} name
 * @param {string} from
 * @returns {InstalledPackage | null}
 */
export function findPackage(name, from = root) {
  for (let folder = from; ; folder = join(folder, '..')) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) {
      return { name, folder: place, manifest: JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) }
    }
    if (folder === join(folder, '..')) return null
  }
}

/**
 * These packages and all that they depend on, each once for each place it is installed in.
 * @param {readonly string[]} names
 * @param {{ without?: readonly string[] }} [options] without: names that are not followed
 * @returns {InstalledPackage[]}
 */
export function withDependencies(names, { without = [] } = {}) {
  /** @type {Map<string, InstalledPackage>} */
  const found = new Map()
  /** @param {readonly string[]} wanted @param {string} from */
  const follow = (wanted, from) => {
    for (const name of wanted) {
      const installed = without.includes(name) ? null : findPackage(name, from)
      if (installed === null || found.has(installed.folder)) continue
      found.set(installed.folder, installed)
      const { dependencies = {}, optionalDependencies = {} } = installed.manifest
      follow(Object.keys({ ...dependencies, ...optionalDependencies }), installed.folder)
    }
  }
  follow(names, root)
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** @returns {string[]} */
const dependencies = () => Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies)

/** The packages that the packed app loads at run time. */
export function loadedPackages() {
  const names = dependencies().filter((name) => !NOT_LOADED.includes(name))
  return withDependencies(names, { without: NEVER_ASKED_FOR })
}

/**
 * ngrok's client for a system, as npm names it. musl has none here: Electron is built for glibc.
 * @param {string} platform
 * @param {string} arch
 */
export function ngrokPackage(platform, arch) {
  const libc = platform === 'linux' ? '-gnu' : platform === 'win32' ? '-msvc' : ''
  return `@ngrok/ngrok-${platform}-${arch}${libc}`
}

/**
 * The database's binary for a system, inside its package. One that was compiled here on purpose is what the package loads
 * first; it fits this system alone.
 * @param {string} platform
 * @param {string} arch
 */
export function databaseBinary(platform, arch) {
  const compiled = 'build/Release/better_sqlite3.node'
  const here = platform === process.platform && arch === process.arch
  const folder = findPackage('better-sqlite3')?.folder ?? ''
  return here && existsSync(join(folder, compiled)) ? compiled : `prebuilds/${platform}-${arch}.node`
}

/**
 * electron-builder's patterns of what is packed: what runs on that system, and nothing beside it.
 * @param {string} platform
 * @param {string} arch
 * @returns {string[]}
 */
export function packedFiles(platform, arch) {
  const loaded = new Set(loadedPackages().map(({ name }) => name))
  const left = withDependencies(dependencies())
    .map(({ name }) => name)
    .filter((name) => !loaded.has(name))
  return [
    'out/**',
    'package.json',
    // What the app itself shows; the packages take theirs from the source tree.
    'resources/icon/tray/*.png',
    'resources/icon/linux/256x256.png',
    // The command line needs a Node, which a package with its fuses set is not.
    '!out/main/cli.js',
    '!**/*.{map,md,ts,cts,mts,markdown,flow,tsbuildinfo}',
    '!**/{test,tests,__tests__,docs,example,examples,.github}/**',
    '!**/{.nycrc,.eslintrc*,eslint.config.*,tsconfig.json,Makefile,bench.js,*.spec.js}',
    ...[...new Set(left)].map((name) => `!**/node_modules/${name}/**`),
    '!**/node_modules/localtunnel/bin/**',
    // One build for Node is loaded; the others are for browsers and for bundlers.
    '!**/node_modules/axios/{lib,dist/browser,dist/esm}/**',
    '!**/node_modules/axios/{index.js,dist/*.js}',
    '!**/node_modules/rotating-file-stream/{dist/cjs,packages}/**',
    // Each system's own binary alone.
    '!**/node_modules/better-sqlite3/{src,deps,prebuilds,build}/**',
    '!**/node_modules/better-sqlite3/binding.gyp',
    '!**/node_modules/better-sqlite3/lib/*-{x64,arm64}.js',
    `**/node_modules/better-sqlite3/${databaseBinary(platform, arch)}`,
    '!**/node_modules/@ngrok/ngrok-*/**',
    `**/node_modules/${ngrokPackage(platform, arch)}/*.{node,json}`,
  ]
}
