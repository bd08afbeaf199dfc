// Makes PNGs that are only compared by eye and machine small: 256 colours at most, which no comparison with a tolerance
// sees. Reads what Chromium writes (8 bits a channel, not interlaced); another PNG is left as it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Levels of a channel that are told apart where it is neither a surface nor a line: the edges of letters. */
const STEP = 16
const MOST_COLOURS = 256
/** The most frequent colours stay what they are: surfaces, lines, the middle of letters. */
const EXACT_COLOURS = 64

/** @param {string} folder */
export function shrinkPictures(folder) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.png'))) {
    const path = join(folder, name)
    const before = readFileSync(path)
    const after = shrunk(before)
    if (after.length < before.length) writeFileSync(path, after)
  }
}

/** @param {Buffer} png @returns {Buffer} */
export function shrunk(png) {
  const chunks = [...chunksOf(png)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (header === undefined || header[8] !== 8 || header[12] !== 0) return png
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0]
  if (channels === undefined) return png
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const pixels = unfiltered(inflateSync(packed), width * channels, height, channels)
  const colours = coloursOf(pixels, channels)
  const { palette, placeOf } = paletteOf(colours)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += channels) rows[y * (width + 1) + 1 + x] = placeOf(colourAt(pixels, at))
  }
  const indexed = Buffer.from(header)
  indexed[9] = 3
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', indexed),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param {Buffer} png */
function* chunksOf(png) {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/**
 * The bytes of the pixels, with each row's filter undone (PNG specification, 9.2).
 * @param {Buffer} raw @param {number} stride @param {number} height @param {number} channels
 */
function unfiltered(raw, stride, height, channels) {
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < channels ? 0 : (out[at - channels] ?? 0)
      const up = y === 0 ? 0 : (out[at - stride] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (out[at - stride - channels] ?? 0)
      out[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter ?? 0, left, up, corner)
    }
  }
  return out
}

/** @param {number} filter @param {number} left @param {number} up @param {number} corner */
function predicted(filter, left, up, corner) {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** @param {Buffer} pixels @param {number} at */
function colourAt(pixels, at) {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
}

/** @param {number} colour */
function roughly(colour) {
  const level = (/** @type {number} */ shift) => Math.min(255, Math.round(((colour >> shift) & 255) / STEP) * STEP)
  return (level(16) << 16) | (level(8) << 8) | level(0)
}

/** How often each colour occurs. @param {Buffer} pixels @param {number} channels */
function coloursOf(pixels, channels) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

/** The most frequent colours, and for every colour the place of the nearest of them. @param {ReadonlyMap<number, number>} counts */
function paletteOf(counts) {
  const byCount = (/** @type {ReadonlyMap<number, number>} */ all) =>
    [...all].sort(([, a], [, b]) => b - a).map(([colour]) => colour)
  const exact = byCount(counts).slice(0, EXACT_COLOURS)
  /** @type {Map<number, number>} */
  const rough = new Map()
  for (const [colour, count] of counts) rough.set(roughly(colour), (rough.get(roughly(colour)) ?? 0) + count)
  const palette = [...new Set([...exact, ...byCount(rough)])].slice(0, MOST_COLOURS)
  const places = new Map(exact.map((colour, place) => [colour, place]))
  return {
    palette,
    placeOf: (/** @type {number} */ colour) => {
      const known = places.get(colour)
      if (known !== undefined) return known
      const wanted = roughly(colour)
      let nearest = 0
      for (const [place, other] of palette.entries()) {
        if (apart(wanted, other) < apart(wanted, palette[nearest] ?? 0)) nearest = place
      }
      places.set(colour, nearest)
      return nearest
    },
  }
}

/** @param {number} one @param {number} other */
function apart(one, other) {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
}
