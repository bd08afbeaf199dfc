import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ name: string, bytes: number }} Part */

/** @param {number} bytes */
export const inMegabytes = (bytes) => `${(bytes / 1e6).toFixed(1).padStart(7)} MB`

/**
 * The bytes of all files below a folder, or of a file itself.
 * @param {string} path
 * @returns {number}
 */
export function sizeOf(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .reduce((sum, entry) => sum + sizeOf(join(path, entry.name)), 0)
}

/**
 * What an unpacked app is made of, largest first: what lies in its folder, with `resources` one step deeper.
 * @param {string} folder
 * @returns {Part[]}
 */
export function partsOf(folder) {
  return readdirSync(folder)
    .flatMap((name) =>
      name === 'resources' ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    )
    .map((name) => ({ name, bytes: sizeOf(join(folder, name)) }))
    .sort((a, b) => b.bytes - a.bytes)
}

/**
 * Sizes as lines for the terminal: each package, and of the unpacked app the sum and its largest parts.
 * @param {readonly string[]} packages files
 * @param {string | null} unpacked folder
 * @param {number} [most] parts that are named
 */
export function sizeLines(packages, unpacked, most = 8) {
  const lines = packages.map((file) => `${inMegabytes(sizeOf(file))}  ${file}`)
  if (unpacked === null) return lines
  const parts = partsOf(unpacked)
  const rest = parts.slice(most)
  const bytes = (/** @type {readonly Part[]} */ some) => some.reduce((sum, part) => sum + part.bytes, 0)
  return [
    ...lines,
    `${inMegabytes(bytes(parts))}  ${unpacked}, of which`,
    ...parts.slice(0, most).map((part) => `${inMegabytes(part.bytes)}    ${part.name}`),
    ...(rest.length === 0 ? [] : [`${inMegabytes(bytes(rest))}    ${rest.length} more`]),
  ]
}
