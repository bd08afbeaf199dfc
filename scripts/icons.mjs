// `node scripts/icons.mjs`: draws every icon that the app and its packages need from the SVGs in resources/icon/source,
// with a Chromium. What it made is committed; a test says when the sources are newer than that.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from './browser-runtime.mjs'
import { root } from './node-version.mjs'

const ICONS = join(root, 'resources/icon')
const SOURCES = join(ICONS, 'source')
/** From this size on there is room for the fine drawing. */
const FINE_FROM = 48
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Types of an icns, each with its pixels; Apple's icons leave a margin around their square. */
const MAC = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])
const MAC_SQUARE = 824 / 1024
/** Scales that Windows knows; the files' names are Electron's convention. */
const WINDOWS_SCALES = /** @type {const} */ ([
  ['', 1],
  ['@1.25x', 1.25],
  ['@1.5x', 1.5],
  ['@2x', 2],
])
const TRAY_BASE = 16

/** @param {number} size */
const sourceFor = (size) => (size >= FINE_FROM ? 'icon' : 'small')

/**
 * @param {import('playwright').Page} page
 * @param {string} source
 * @param {number} size in pixels
 * @param {number} share of the size that is drawn on, in the middle
 */
async function draw(page, source, size, share = 1) {
  const svg = readFileSync(join(SOURCES, `${source}.svg`), 'utf8')
  const inner = size * share
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${inner}px;height:${inner}px}</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

/**
 * A Windows icon of PNGs: a directory, then the pictures.
 * @param {readonly { size: number, png: Buffer }[]} pictures
 */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/**
 * A macOS icon of PNGs, each with its type and length.
 * @param {readonly { type: string, png: Buffer }[]} pictures
 */
function icns(pictures) {
  const parts = pictures.map(({ type, png }) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...parts])
}

const executablePath = await findBrowser()
if (executablePath === null) throw new Error('no Chromium was found')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const folder of ['linux', 'tray']) {
  rmSync(join(ICONS, folder), { recursive: true, force: true })
  mkdirSync(join(ICONS, folder), { recursive: true })
}

for (const size of LINUX) {
  writeFileSync(join(ICONS, 'linux', `${size}x${size}.png`), await draw(page, sourceFor(size), size))
}
const windows = []
for (const size of WINDOWS) windows.push({ size, png: await draw(page, sourceFor(size), size) })
writeFileSync(join(ICONS, 'icon.ico'), ico(windows))
const mac = []
for (const [type, size] of MAC) mac.push({ type, png: await draw(page, sourceFor(size), size, MAC_SQUARE) })
writeFileSync(join(ICONS, 'icon.icns'), icns(mac))

for (const mark of ['calm', 'unseen', 'trouble']) {
  const coloured = mark === 'calm' ? 'small' : `small-${mark}`
  for (const [suffix, scale] of WINDOWS_SCALES) {
    writeFileSync(join(ICONS, 'tray', `${mark}${suffix}.png`), await draw(page, coloured, TRAY_BASE * scale))
  }
  writeFileSync(join(ICONS, 'tray', `${mark}-32.png`), await draw(page, coloured, 32))
  for (const [suffix, scale] of /** @type {const} */ ([
    ['', 1],
    ['@2x', 2],
  ])) {
    const name = `${mark}Template${suffix}.png`
    writeFileSync(join(ICONS, 'tray', name), await draw(page, `glyph-${mark}`, TRAY_BASE * scale))
  }
}
for (const [suffix, scale] of WINDOWS_SCALES) {
  writeFileSync(join(ICONS, 'tray', `overlay${suffix}.png`), await draw(page, 'overlay', TRAY_BASE * scale))
}
await browser.close()

const sources = Object.fromEntries(
  readdirSync(SOURCES)
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(SOURCES, name)))
        .digest('hex'),
    ]),
)
writeFileSync(join(ICONS, 'drawn-from.json'), `${JSON.stringify(sources, null, 2)}\n`)
console.log(`The icons in ${ICONS} are drawn anew.`)
