import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installedElectronVersion, TARGETS } from './config.mjs'
import { databaseBinary, findPackage, ngrokPackage } from './content.mjs'
import { electronDownload, toolDownload } from './downloads.mjs'
import { MADE_WITH } from './tools.mjs'

/**
 * The computer that packs, as far as packing looks at it.
 * @typedef {object} Machine
 * @property {'linux' | 'darwin' | 'win32'} platform
 * @property {string} arch
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home the user's folder
 * @property {(path: string) => boolean} exists
 * @property {(program: string) => boolean} has whether a program is on the PATH
 */

/**
 * What was asked for. `only` without names: every kind of package that this system has; `dir`: the unpacked app alone.
 * @typedef {object} Wish
 * @property {boolean} dir
 * @property {readonly string[]} only
 * @property {string} arch
 */

/**
 * @typedef {object} Check
 * @property {readonly string[]} targets what will be made
 * @property {readonly { name: string, why: string }[]} leftOut what cannot be made here, of what was asked for
 * @property {readonly import('./downloads.mjs').Download[]} needs
 * @property {readonly string[]} faults sentences; with any, nothing can be made
 */

/**
 * Looks at what packing takes, and at what of it is here. Nothing is fetched or changed.
 * @param {Machine} machine
 * @param {Wish} wish
 * @param {{ folder: string, version: string } | null} electron a given one
 * @param {(name: string) => boolean} [isInstalled] whether an npm package, or a file in one, is there
 * @returns {Check}
 */
export function check(machine, wish, electron, isInstalled = installedHere) {
  const { platform } = machine
  const kinds = wish.dir ? [] : wish.only.length > 0 ? wish.only : TARGETS[platform]
  const judged = kinds.map((name) => ({ name, why: whyNot(machine, name) }))
  const leftOut = judged.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }]))
  const targets = judged.filter(({ why }) => why === null).map(({ name }) => name)
  const tools = [...new Set(targets.flatMap((name) => MADE_WITH[name]?.tools ?? []))]
  const database = `better-sqlite3/${databaseBinary(platform, wish.arch)}`
  const missing = [database, ngrokPackage(platform, wish.arch)].filter((name) => !isInstalled(name))
  return {
    targets,
    leftOut,
    needs: [
      electron === null
        ? electronDownload(machine, installedElectronVersion(), wish.arch)
        : { what: `Electron ${electron.version}`, url: '', about: 0, kept: electron.folder, found: true },
      ...tools.map((name) => toolDownload(machine, name)),
    ],
    faults: [
      ...missing.map(
        (name) => `node_modules has no ${name}, which the app needs on ${nameOf(platform)} (${wish.arch}).`,
      ),
      ...(!wish.dir && targets.length === 0 ? ['None of the packages that were asked for can be made here.'] : []),
    ],
  }
}

/** @param {Machine} machine @param {string} name @returns {string | null} */
function whyNot(machine, name) {
  const home = Object.entries(TARGETS).find(([, names]) => /** @type {readonly string[]} */ (names).includes(name))?.[0]
  if (home === undefined) return 'there is no such kind of package'
  if (home !== machine.platform) return `it is made on ${nameOf(home)}`
  const missing = Object.entries(MADE_WITH[name]?.programs ?? {}).filter(([program]) => !machine.has(program))
  if (missing.length === 0) return null
  const [programs, debian] = [missing.map(([program]) => program), missing.map(([, from]) => from).filter(Boolean)]
  return `it needs ${programs.join(' and ')}${debian.length > 0 ? ` (on Debian: apt-get install ${debian.join(' ')})` : ''}`
}

/** @param {string} name */
function installedHere(name) {
  const [, packageName = name, file = 'package.json'] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(name) ?? []
  const folder = findPackage(packageName)?.folder
  return folder !== undefined && existsSync(join(folder, file))
}

/** @param {string} platform as Node names it */
export function nameOf(platform) {
  return { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[platform] ?? platform
}
