import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'

/** What a test has seen of the system's notifications and of the badge. */
export interface Seen {
  readonly told: readonly { readonly title: string; readonly body: string }[]
  readonly badge: number | null
}

/**
 * Puts what the system would show under the test's eyes: notifications are kept instead of shown, the badge's number is
 * noted, and no window has the focus until `lookAt` says otherwise.
 */
export function watchManners(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: electron, BrowserWindow, Notification }) => {
    const shown: Electron.Notification[] = []
    const seen: { badge: number | null } = { badge: null }
    Object.assign(globalThis, { shown, seen })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this)
    }
    electron.setBadgeCount = (count) => {
      seen.badge = count ?? 0
      return true
    }
    BrowserWindow.getFocusedWindow = () => null
    electron.emit('browser-window-blur')
  })
}

export function seenManners(app: ElectronApplication): Promise<Seen> {
  return app.evaluate(() => {
    const { shown, seen } = globalThis as unknown as { shown: Electron.Notification[]; seen: { badge: number | null } }
    return { told: shown.map(({ title, body }) => ({ title, body })), badge: seen.badge }
  })
}

/** Presses the nth notification that was kept. */
export function pressNotification(app: ElectronApplication, nth: number): Promise<void> {
  return app.evaluate((_electron, index) => {
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] }
    shown[index]?.emit('click')
  }, nth)
}

/** From now on the first window counts as the one that has the focus. */
export function lookAt(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: electron, BrowserWindow }) => {
    BrowserWindow.getFocusedWindow = () => BrowserWindow.getAllWindows()[0] ?? null
    electron.emit('browser-window-focus')
  })
}

/** Presses the line of the application's menu with these words. False where it cannot be pressed. */
export function pressMenu(app: ElectronApplication, label: string): Promise<boolean> {
  return app.evaluate(({ Menu }, words) => {
    const find = (menu: Electron.Menu | null): Electron.MenuItem | null => {
      for (const item of menu?.items ?? []) {
        if (item.label === words) return item
        const within = find(item.submenu ?? null)
        if (within) return within
      }
      return null
    }
    const item = find(Menu.getApplicationMenu())
    if (!item?.enabled) return false
    item.click()
    return true
  }, label)
}

/**
 * An environment in which a desktop's bus can be asked, and answers what is written into its file: a `busctl` of the
 * test's own, which stands before the system's.
 */
export function aDesktopBus(folder: string): { env: Record<string, string>; hasTray(there: boolean): void } {
  const bin = join(folder, 'bin')
  const answer = join(folder, 'tray-host')
  mkdirSync(bin)
  writeFileSync(join(bin, 'busctl'), `#!/bin/sh\ncat '${answer}'\n`)
  chmodSync(join(bin, 'busctl'), 0o755)
  const hasTray = (there: boolean): void => writeFileSync(answer, `b ${String(there)}\n`)
  hasTray(true)
  return {
    env: {
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'no-bus')}`,
    },
    hasTray,
  }
}
