import { spawn } from 'node:child_process'
import { root } from './node-version.mjs'

/**
 * Runs a program to its end, in the repository's folder.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] quiet: its output is only collected
 * @returns {Promise<{ code: number, output: string }>} a program that could not be started has code 127
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    child.stdout?.on('data', (piece) => {
      output += String(piece)
    })
    child.stderr?.on('data', (piece) => {
      output += String(piece)
    })
    child.on('error', (error) => {
      resolve({ code: 127, output: error.message })
    })
    child.on('close', (code, signal) => {
      resolve({ code: code ?? (signal ? 128 : 1), output })
    })
  })
}

/**
 * Whether a program is on the PATH, and where.
 * @param {string} name
 * @returns {Promise<string | null>}
 */
export async function which(name) {
  const { code, output } = await run(process.platform === 'win32' ? 'where' : 'which', [name], { quiet: true })
  return code === 0 ? (output.split(/\r?\n/)[0]?.trim() ?? null) : null
}
