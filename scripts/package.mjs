// `npm run package`: installers for this system. `npm run package:dir`: the unpacked app alone, without a download
// where ELECTRON_OVERRIDE_DIST_PATH names an Electron. docs/packaging.md has the rest.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ensureBuilt } from './build-state.mjs'
import { isNodeNewEnough, root } from './node-version.mjs'
import { readArguments, USAGE } from './packaging/arguments.mjs'
import { check } from './packaging/check.mjs'
import { builderConfig, TARGETS } from './packaging/config.mjs'
import { feedFault, feedSentence, UPDATE_FEED } from './packaging/feed.mjs'
import { licencesText } from './packaging/licences.mjs'
import { askServers, needLines, unreachable } from './packaging/report.mjs'
import { sizeLines } from './packaging/sizes.mjs'

const LEFT_OUT = 1
const WRONG_USAGE = 2
const NOTHING_PACKED = 3
const ANSWER_WITHIN_MS = 20_000
/** Behind a proxy the servers are asked by other ways than ours: whether they can be reached then shows itself. */
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'GLOBAL_AGENT_HTTPS_PROXY']

/** @returns {{ folder: string, version: string } | null} null where none is given; throws where it is none */
function givenElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return null
  const file = join(folder, 'version')
  if (!existsSync(file)) throw new Error(`there is no Electron at ${folder}: its file “version” is missing`)
  return { folder, version: readFileSync(file, 'utf8').trim().replace(/^v/, '') }
}

/** @param {string} program */
function onPath(program) {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program]
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => names.some((name) => existsSync(join(folder, name))))
}

/** @param {string} url @returns {Promise<import('./packaging/report.mjs').Answer>} */
async function askSize(url) {
  if (PROXIES.some((name) => process.env[name])) return { bytes: null, why: null }
  try {
    const { ok, headers } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    return { bytes: ok ? Number(headers.get('content-length')) || null : null, why: null }
  } catch (error) {
    const { cause, name } = /** @type {Error & { cause?: { code?: string } }} */ (error)
    return { bytes: null, why: cause?.code ?? name }
  }
}

/** @param {import('./packaging/arguments.mjs').PackArguments} args @returns {Promise<number>} the exit code */
async function pack({ dir, only, arch, checkOnly, output }) {
  const platform = process.platform
  if (!(platform in TARGETS)) throw new Error(`there are no packages for ${platform}`)
  const { version, dependencies } = createRequire(import.meta.url)(join(root, 'package.json'))
  const electron = givenElectron()
  const checked = check(
    {
      platform: /** @type {'linux' | 'darwin' | 'win32'} */ (platform),
      arch: process.arch,
      env: process.env,
      home: homedir(),
      exists: existsSync,
      has: onPath,
    },
    { dir, only, arch },
    electron,
  )
  const answers = await askServers(checked.needs, askSize)
  for (const line of needLines(checked, { platform, arch, version, dir }, answers)) console.log(line)
  console.log(feedSentence(UPDATE_FEED))
  const fault = checked.faults[0] ?? feedFault(UPDATE_FEED, Object.keys(dependencies)) ?? unreachable(answers)
  if (fault) {
    console.error(fault)
    return NOTHING_PACKED
  }
  if (!checkOnly) await make({ output, electron, arch, targets: checked.targets })
  return checked.leftOut.length > 0 ? LEFT_OUT : 0
}

/** @param {{ output: string, electron: { folder: string, version: string } | null, arch: string, targets: readonly string[] }} wish */
async function make({ output, electron, arch, targets }) {
  if (!(await ensureBuilt())) throw new Error('what is to be packed could not be built')
  const cache = join(root, 'node_modules/.cache/packaging')
  mkdirSync(cache, { recursive: true })
  const licences = join(cache, 'licences.txt')
  writeFileSync(licences, licencesText())
  const { build, Platform, Arch } = await import('electron-builder')
  const kinds = targets.length === 0 ? ['dir'] : [...targets]
  const made = await build({
    projectDir: root,
    config: builderConfig({ output, electron, arch, licences }),
    targets: Platform.current().createTarget(kinds, arch === 'arm64' ? Arch.arm64 : Arch.x64),
    publish: 'never',
  })
  console.log('Packed:')
  for (const line of sizeLines(made, unpackedIn(output, arch))) console.log(line)
}

/** The folder that electron-builder leaves beside the packages. @param {string} output @param {string} arch */
function unpackedIn(output, arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  const names = new Map([
    ['darwin', `mac${suffix}`],
    ['win32', `win${suffix}-unpacked`],
  ])
  const name = names.get(process.platform) ?? `linux${suffix}-unpacked`
  const folder = join(output, name)
  return existsSync(folder) ? folder : null
}

const args = readArguments(process.argv.slice(2), process.arch)
if ('fault' in args) {
  console.error(`${args.fault}\n\n${USAGE}`)
  process.exitCode = WRONG_USAGE
} else if (args.help) {
  console.log(USAGE)
} else if (!isNodeNewEnough(process.versions.node)) {
  console.error(`Packing needs Node 22.14 or newer, and this is ${process.versions.node}: use “npm run package”.`)
  process.exitCode = NOTHING_PACKED
} else {
  try {
    process.exitCode = await pack(args)
  } catch (error) {
    console.error(`It could not be packed: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = NOTHING_PACKED
  }
}
