import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Runs a program and answers with what it prints; null where it cannot be run or fails. */
export type Ask = (program: string, args: readonly string[]) => Promise<string | null>

const ASK_WITHIN_MS = 3_000

const WATCHER = 'org.kde.StatusNotifierWatcher'
const OBJECT = '/StatusNotifierWatcher'
const PROPERTY = 'IsStatusNotifierHostRegistered'

/** Three ways to ask the session's message bus the same; every desktop has one of these programs. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['busctl', ['--user', 'get-property', WATCHER, OBJECT, WATCHER, PROPERTY]],
  [
    'gdbus',
    [
      ...['call', '--session', '--dest', WATCHER, '--object-path', OBJECT],
      ...['--method', 'org.freedesktop.DBus.Properties.Get', WATCHER, PROPERTY],
    ],
  ],
  [
    'dbus-send',
    [
      ...['--session', '--print-reply=literal', `--dest=${WATCHER}`, OBJECT],
      ...['org.freedesktop.DBus.Properties.Get', `string:${WATCHER}`, `string:${PROPERTY}`],
    ],
  ],
]

/**
 * Whether this Linux desktop shows the icons of programs (a StatusNotifierItem host, freedesktop.org): Electron does not
 * tell, and a window that is closed to a tray which nobody sees would be lost. False where it cannot be found out.
 */
export async function hasTrayHost(ask: Ask): Promise<boolean> {
  for (const [program, args] of QUESTIONS) {
    const answer = await ask(program, args)
    if (answer !== null) return /\btrue\b/.test(answer)
  }
  return false
}

/** Whether programs of this session can speak with each other at all: without that, no tray will ever be there. */
export function hasSessionBus(): boolean {
  const runtime = process.env['XDG_RUNTIME_DIR']
  // Chromium itself writes this where there is none.
  const address = process.env['DBUS_SESSION_BUS_ADDRESS'] || 'disabled:'
  return address !== 'disabled:' || Boolean(runtime && existsSync(join(runtime, 'bus')))
}

/** Asks this session's bus; no program is run where there is none, for `dbus-send` would start one of its own. */
export const askSession: Ask = (program, args) => {
  if (!hasSessionBus()) return Promise.resolve(null)
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: ASK_WITHIN_MS, encoding: 'utf8' }, (error, stdout) => {
      resolve(error === null ? stdout : null)
    })
  })
}
