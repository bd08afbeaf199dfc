import { join, resolve } from 'node:path'
import { root } from '../node-version.mjs'
import { TARGETS } from './config.mjs'

export const USAGE = `Usage: npm run package -- [options] [FOLDER]
Packs the app for this system into FOLDER (dist). Before anything is begun it says what it takes and what must be fetched.

  --dir             the unpacked app alone, no installers (npm run package:dir)
  --only=deb,rpm    these kinds alone: ${Object.values(TARGETS).flat().join(', ')}
  --arch=x64|arm64  for that processor (this computer's)
  --check           only says what it takes
  --help

Exit codes: 0 all is made, 1 something was left out that this system cannot make, 2 wrong usage, 3 nothing was packed.`

const ARCHS = ['x64', 'arm64']
const KINDS = /** @type {readonly string[]} */ (Object.values(TARGETS).flat())

/**
 * @typedef {object} PackArguments
 * @property {boolean} dir
 * @property {readonly string[]} only
 * @property {string} arch
 * @property {boolean} checkOnly
 * @property {boolean} help
 * @property {string} output
 */

/**
 * @param {readonly string[]} args
 * @param {string} ownArch this computer's
 * @returns {PackArguments | { fault: string }}
 */
export function readArguments(args, ownArch) {
  const read = {
    dir: false,
    only: /** @type {string[]} */ ([]),
    arch: ownArch,
    checkOnly: false,
    help: false,
    output: '',
  }
  for (const arg of args) {
    const [, name = '', value] = /^--([a-z]+)(?:=(.+))?$/.exec(arg) ?? []
    if (arg === '--dir') read.dir = true
    else if (arg === '--check') read.checkOnly = true
    else if (arg === '--help') read.help = true
    else if (name === 'only' && value !== undefined) read.only = value.split(',')
    else if (name === 'arch' && value !== undefined) read.arch = value
    else if (!arg.startsWith('-') && read.output === '') read.output = arg
    else return { fault: `“${arg}” was not understood.` }
  }
  const unknown = read.only.filter((kind) => !KINDS.includes(kind))
  if (unknown.length > 0)
    return { fault: `There is no kind of package “${unknown.join(', ')}”: use ${KINDS.join(', ')}.` }
  if (!ARCHS.includes(read.arch))
    return { fault: `There are no packages for “${read.arch}”: use ${ARCHS.join(' or ')}.` }
  return { ...read, output: resolve(read.output || join(root, 'dist')) }
}
