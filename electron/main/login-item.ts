import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { hostWords } from '../../src/words/of/host.ts'
import { autostartEntry, readAutostartEntry, type StartCommand } from './autostart-entry.ts'

/** Given to a start at login: no window is opened where the tray leads to it. */
export const HIDDEN_SWITCH = 'hidden'

export interface LoginState {
  readonly on: boolean
  readonly changeable: boolean
  readonly why: string
}

/** Whether the app starts when the user logs in, as the system has it. */
export interface LoginItem {
  read(): Promise<LoginState>
  /** Answers with how it came out. */
  set(wanted: boolean): Promise<LoginState>
  /** Whether this very start was one at login, which nobody is waiting for. */
  readonly startedHidden: boolean
}

/** `args` are what the app is to be started with then, beside the switch that keeps it hidden. */
export function createLoginItem(args: readonly string[]): LoginItem {
  const all = [`--${HIDDEN_SWITCH}`, ...args]
  const startedHidden =
    app.commandLine.hasSwitch(HIDDEN_SWITCH) ||
    (process.platform === 'darwin' && app.isPackaged && app.getLoginItemSettings().wasOpenedAtLogin)
  const item = process.platform === 'linux' ? autostartFile(all) : systemItem(all)
  return { ...item, startedHidden }
}

function systemItem(args: readonly string[]): Omit<LoginItem, 'startedHidden'> {
  const options = process.platform === 'win32' ? { path: process.execPath, args: [...args] } : {}
  const read = (): LoginState => {
    const w = hostWords().loginItem
    if (!app.isPackaged) return { on: false, changeable: false, why: w.notInstalled }
    const { openAtLogin, status, executableWillLaunchAtLogin } = app.getLoginItemSettings(options)
    if (process.platform === 'darwin' && status === 'requires-approval') {
      return { on: false, changeable: true, why: w.macAsks }
    }
    if (process.platform === 'win32' && openAtLogin && !executableWillLaunchAtLogin) {
      return { on: false, changeable: true, why: w.offInWindows }
    }
    return { on: openAtLogin, changeable: true, why: w.hiddenThen }
  }
  return {
    read: () => Promise.resolve(read()),
    set(wanted) {
      if (app.isPackaged) app.setLoginItemSettings({ ...options, openAtLogin: wanted })
      return Promise.resolve(read())
    },
  }
}

function autostartFile(args: readonly string[]): Omit<LoginItem, 'startedHidden'> {
  const file = join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart/adjump-inspector.desktop')
  // An AppImage runs from a place that is gone after it; its own file stands in the environment.
  const command: StartCommand = app.isPackaged
    ? { program: process.env['APPIMAGE'] ?? process.execPath, args }
    : { program: process.execPath, args: [app.getAppPath(), ...args] }

  async function read(): Promise<LoginState> {
    const w = hostWords().loginItem
    let text: string
    try {
      text = await readFile(file, 'utf8')
    } catch {
      return { on: false, changeable: true, why: w.hiddenThen }
    }
    const says = readAutostartEntry(text, command)
    switch (says) {
      case 'this':
        return { on: true, changeable: true, why: w.noted(file) }
      case 'another':
        return { on: false, changeable: true, why: w.another(file) }
      case 'off':
        return { on: false, changeable: true, why: w.off(file) }
      default:
        return says satisfies never
    }
  }

  return {
    read,
    async set(wanted) {
      const refused = async (why: string): Promise<LoginState> => ({ ...(await read()), why })
      const w = hostWords().loginItem
      const text = autostartEntry(command)
      if (text === null) return refused(w.lineBreak)
      try {
        if (wanted) {
          await mkdir(dirname(file), { recursive: true })
          await writeFile(file, text)
        } else await rm(file, { force: true })
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : null
        return refused(w.unchanged(file, code))
      }
      return read()
    },
  }
}
