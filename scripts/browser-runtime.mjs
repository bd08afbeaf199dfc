import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { root } from './node-version.mjs'
import { run, which } from './run.mjs'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const SYSTEM_FILES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
/** A Chromium for Linux that comes in an npm package; fetched only where nothing else is found. */
const PACKED = { name: '@sparticuz/chromium', version: '153.0.0' }
const PACKED_FOLDER = join(root, 'node_modules/.cache/packed-chromium')

/**
 * A Chromium to test with: Playwright's own, the system's, Debian's (installed here where we are root), or one packed
 * for npm. Each must have been seen to start; null where none is to be had.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  for (const find of [playwrights, systems, debians, packed]) {
    const path = await find()
    if (path !== null && (await starts(path))) return path
  }
  return null
}

async function playwrights() {
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

async function systems() {
  const named = await Promise.all(SYSTEM_NAMES.map(which))
  return named.find((path) => path !== null) ?? SYSTEM_FILES.find((path) => existsSync(path)) ?? null
}

async function debians() {
  if (process.getuid?.() !== 0 || (await which('apt-get')) === null) return null
  console.log('Installing Chromium with apt-get …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { quiet: true, env })
  await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true, env })
  return which('chromium')
}

async function packed() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = join(PACKED_FOLDER, 'node_modules', PACKED.name)
  if (!existsSync(folder)) {
    console.log(`Fetching ${PACKED.name} from npm …`)
    mkdirSync(PACKED_FOLDER, { recursive: true })
    const npm = process.env['npm_execpath']
    const args = [
      'install',
      '--prefix',
      PACKED_FOLDER,
      '--no-save',
      '--ignore-scripts',
      `${PACKED.name}@${PACKED.version}`,
    ]
    await (npm ? run(process.execPath, [npm, ...args], { quiet: true }) : run('npm', args, { quiet: true }))
  }
  if (!existsSync(folder)) return null
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const entry = manifest.exports?.['.']?.import ?? manifest.module ?? manifest.main
  const { default: chromiumPackage } = await import(pathToFileURL(join(folder, entry)).href)
  return chromiumPackage.executablePath()
}

/** @param {string} executablePath */
async function starts(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    await browser.close()
    return true
  } catch {
    return false
  }
}
