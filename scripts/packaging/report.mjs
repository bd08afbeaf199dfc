import { nameOf } from './check.mjs'
import { TARGETS } from './config.mjs'

/** @typedef {import('./check.mjs').Check} Check */
/** @typedef {import('./downloads.mjs').Download} Download */
/** What a server says of a file: its size in bytes (null where it does not), or why it cannot be asked. */
/** @typedef {{ bytes: number | null, why: string | null }} Answer */

/** What is offered to whoever cannot fetch anything. */
export const WITHOUT_DOWNLOAD =
  '“npm run package:dir” packs the app without installers, and with ELECTRON_OVERRIDE_DIST_PATH (a folder with an unpacked Electron) without any download.'

/**
 * Asks each server for the size of what must be fetched, before anything is begun.
 * @param {readonly Download[]} needs
 * @param {(url: string) => Promise<Answer>} ask
 * @returns {Promise<Map<string, Answer>>} by address
 */
export async function askServers(needs, ask) {
  const missing = needs.filter(({ found }) => !found)
  return new Map(await Promise.all(missing.map(async ({ url }) => /** @type {const} */ ([url, await ask(url)]))))
}

/**
 * The servers that must be reached and cannot be, in one sentence; null where there is none.
 * @param {ReadonlyMap<string, Answer>} answers
 * @returns {string | null}
 */
export function unreachable(answers) {
  const failed = [...answers].filter(([, { why }]) => why !== null)
  const [first] = failed
  if (first === undefined) return null
  const hosts = [...new Set(failed.map(([url]) => new URL(url).host))].join(' and ')
  const what = failed.length === answers.size ? 'what is missing' : `${failed.length} of what is missing`
  return `Nothing was packed: ${what} must be fetched from ${hosts}, which cannot be reached from here (${first[1].why}). ${WITHOUT_DOWNLOAD}`
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`

/**
 * What packing takes, as lines for the terminal.
 * @param {Check} check
 * @param {{ platform: string, arch: string, version: string, dir: boolean }} of
 * @param {ReadonlyMap<string, Answer>} answers
 */
export function needLines({ targets, leftOut, needs }, { platform, arch, version, dir }, answers) {
  const what = dir ? 'the unpacked app' : targets.join(', ')
  const elsewhere = Object.entries(TARGETS).filter(([name]) => name !== platform)
  return [
    `Adjump Inspector ${version} for ${nameOf(platform)} (${arch}): ${what || 'nothing'}.`,
    'It takes:',
    ...needs.map((need) => `  ${need.found ? 'here ' : 'fetch'}  ${need.what}${place(need, answers)}`),
    ...leftOut.map(({ name, why }) => `Left out: ${name}, ${why}.`),
    ...(dir ? [] : elsewhere.map(([name, kinds]) => `Not from here: ${kinds.join(', ')} (made on ${nameOf(name)}).`)),
  ]
}

/** @param {Download} need @param {ReadonlyMap<string, Answer>} answers */
function place({ found, url, kept, about }, answers) {
  if (found) return `: ${kept}`
  const bytes = answers.get(url)?.bytes ?? null
  const size = bytes === null ? `about ${about} MB` : megabytes(bytes)
  return `, ${size}, from ${url}\n         it is kept as ${kept}`
}
