import { createHash } from 'node:crypto'
import { posix, win32 } from 'node:path'
import { TOOLS } from './tools.mjs'

/** @typedef {import('./check.mjs').Machine} Machine */

/**
 * @typedef {object} Download
 * @property {string} what in plain words
 * @property {string} url
 * @property {number} about size in MB, estimated
 * @property {string} kept the file that it is, or will be, kept in
 * @property {boolean} found whether it need not be fetched
 */

const ELECTRON_MB = 120

/** @param {Machine} machine */
function join(machine, /** @type {string[]} */ ...parts) {
  return (machine.platform === 'win32' ? win32 : posix).join(...parts)
}

/**
 * The folder in which a program keeps what it fetched, by each system's custom.
 * @param {Machine} machine
 * @param {{ linux: string, darwin: string, win32: readonly string[] }} names
 */
function cacheFolder(machine, names) {
  const { env, home } = machine
  switch (machine.platform) {
    case 'darwin':
      return join(machine, home, 'Library/Caches', names.darwin)
    case 'win32':
      return join(machine, env['LOCALAPPDATA'] ?? join(machine, home, 'AppData', 'Local'), ...names.win32)
    default:
      return join(machine, env['XDG_CACHE_HOME'] || join(machine, home, '.cache'), names.linux)
  }
}

/** The first of these variables that is set. @param {Machine} machine @param {readonly string[]} names */
const firstSet = ({ env }, names) => names.map((name) => env[name]).find(Boolean)

/** @param {string} name of a variable; npm hands its own settings over in lower case */
const spellings = (name) => [`npm_config_${name.toLowerCase()}`, `NPM_CONFIG_${name}`, name]

/**
 * Electron's release, which `@electron/get` keeps under a digest of its address.
 * @param {Machine} machine
 * @param {string} version
 * @param {string} arch
 * @returns {Download}
 */
export function electronDownload(machine, version, arch) {
  const mirror =
    firstSet(machine, spellings('ELECTRON_MIRROR')) ?? 'https://github.com/electron/electron/releases/download/'
  const folder = `${mirror.replace(/\/*$/, '/')}v${version}`
  const file = `electron-v${version}-${machine.platform}-${arch}.zip`
  const cache = cacheFolder(machine, { linux: 'electron', darwin: 'electron', win32: ['electron', 'Cache'] })
  const kept = join(machine, cache, createHash('sha256').update(folder).digest('hex'), file)
  return {
    what: `Electron ${version}`,
    url: `${folder}/${file}`,
    about: ELECTRON_MB,
    kept,
    found: machine.exists(kept),
  }
}

/**
 * A tool of electron-builder's.
 * @param {Machine} machine
 * @param {keyof typeof TOOLS} name
 * @returns {Download}
 */
export function toolDownload(machine, name) {
  const { what, release, file, about, instead } = TOOLS[name]
  const mirror =
    firstSet(machine, spellings('ELECTRON_BUILDER_BINARIES_MIRROR')) ??
    'https://github.com/electron-userland/electron-builder-binaries/releases/download/'
  const cache =
    machine.env['ELECTRON_BUILDER_CACHE'] ||
    cacheFolder(machine, {
      linux: 'electron-builder',
      darwin: 'electron-builder',
      win32: ['electron-builder', 'Cache'],
    })
  const fileName = file({ platform: machine.platform, arch: machine.arch })
  const kept = join(machine, cache, release, fileName)
  const own = firstSet(machine, instead)
  return {
    what,
    url: `${mirror.replace(/\/*$/, '/')}${release}/${fileName}`,
    about,
    kept: own === 'true' ? 'the system’s own' : (own ?? kept),
    found: own !== undefined || machine.exists(kept),
  }
}
