import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOMS } from '../boundaries/table.mjs'
import { loadedPackages, withDependencies } from './content.mjs'

/** Not from npm's run-time packages, or not in a package: Electron has files of its own, the command line is left out. */
const ELSEWHERE = ['electron', 'ws', 'commander']
const LINE = '='.repeat(80)

/**
 * Every npm package of which something is in the packed app: what it loads, and what was bundled into `out`. Rather one
 * too many than one too few: what a bundler left out of a package is not looked at.
 */
export function packedPackages() {
  // Tailwind's own style sheet is part of the screen's.
  const bundled = [...ROOMS.flatMap(({ packages }) => packages), 'tailwindcss'].filter(
    (name) => !ELSEWHERE.includes(name),
  )
  const all = [...loadedPackages(), ...withDependencies(bundled, { without: ['yargs', 'openurl', 'node-addon-api'] })]
  const byIdentity = new Map(all.map((each) => [`${each.name}@${each.manifest['version']}`, each]))
  return [...byIdentity.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** @param {string} folder */
function textsIn(folder) {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(js|ts|json)$/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

/**
 * The file that lies in every package: the licences of all that others wrote.
 * @returns {string}
 */
export function licencesText() {
  const packages = packedPackages().map(({ name, folder, manifest }) => ({
    title: `${name} ${manifest['version']}`,
    licence: typeof manifest['license'] === 'string' ? manifest['license'] : 'see its text',
    texts: textsIn(folder),
  }))
  return [
    'Licences in Adjump Inspector',
    '',
    'Adjump Inspector is under the MIT licence. It runs on Electron and Chromium, whose licences are the files',
    'LICENSE.electron.txt and LICENSES.chromium.html beside the program (on macOS in Contents/Resources). It has in it',
    `these ${packages.length} packages from npm:`,
    '',
    ...packages.map(({ title, licence }) => `  ${title}: ${licence}`),
    ...packages.flatMap(({ title, licence, texts }) => [
      '',
      LINE,
      `${title} (${licence})`,
      LINE,
      '',
      texts.length === 0 ? 'Its package names this licence and has no text of it.' : texts.join('\n\n'),
    ]),
    '',
  ].join('\n')
}
