import { Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import { hostWords } from '../../src/words/of/host.ts'
import { trayIcon } from './icons.ts'
import { askSession, hasSessionBus, hasTrayHost } from './tray-host.ts'
import type { TrayCommand, TrayModel } from './tray-model.ts'

/** A flood changes the count many times a second: the icon follows this often. */
const DRAW_EVERY_MS = 500
/** A desktop's panel may start after us: until then, and while a window rests on it, it is looked for again, in ms. */
const LOOK_EVERY_MS = 30_000
const EARLY_MS = 120_000

/** The icon in the tray or menu bar, and whether anybody can see it. */
export interface TrayIcon {
  readonly available: boolean
  /** Whether it may yet become visible. */
  readonly possible: boolean
  readonly why: string
  /** Looks again whether it can be seen. */
  look(): Promise<void>
  /** The model has changed: it is drawn anew soon. */
  changed(): void
  close(): void
}

export function createTrayIcon(parts: {
  readonly model: () => TrayModel
  readonly run: (command: TrayCommand) => void
  /** Whether a window is hidden that only the icon leads back to. */
  readonly isReliedOn: () => boolean
  /** It has become visible, or has vanished. */
  readonly onAvailable: () => void
}): TrayIcon {
  const isLinux = process.platform === 'linux'
  let tray: Tray | null = null
  let available = !isLinux
  let drawn = ''
  let closed = false
  let timer: NodeJS.Timeout | null = null

  function draw(): void {
    timer = null
    if (tray === null || tray.isDestroyed()) return
    const model = parts.model()
    const look = JSON.stringify(model)
    if (look === drawn) return
    drawn = look
    tray.setImage(trayIcon(model.mark))
    tray.setToolTip(model.tooltip)
    if (process.platform === 'darwin') tray.setTitle(model.title, { fontType: 'monospacedDigit' })
    // On Linux a menu cannot be changed, only replaced.
    tray.setContextMenu(Menu.buildFromTemplate(menuOf(model, parts.run)))
  }

  function show(): void {
    const icon = new Tray(trayIcon(parts.model().mark))
    tray = icon
    // macOS opens the menu at a press; elsewhere a press opens the window, and the other button the menu.
    if (process.platform !== 'darwin') icon.on('click', () => parts.run('open'))
    drawn = ''
    draw()
  }

  function hide(): void {
    tray?.destroy()
    tray = null
  }

  let looking: Promise<void> | null = null

  /** One question at a time; `close` may come before its answer. */
  function look(): Promise<void> {
    looking ??= lookNow().finally(() => {
      looking = null
    })
    return looking
  }

  async function lookNow(): Promise<void> {
    if (!isLinux) return
    const found = await hasTrayHost(askSession)
    if (found === available || closed) return
    available = found
    // An icon that was made while nobody could show it is not taken over by who comes later.
    hide()
    if (available) show()
    parts.onAvailable()
  }

  if (available) show()
  const startedAt = performance.now()
  const again = (): void => {
    if (performance.now() - startedAt < EARLY_MS || parts.isReliedOn()) void look()
  }
  const repeated = isLinux ? setInterval(again, LOOK_EVERY_MS) : null
  repeated?.unref()
  return {
    get available() {
      return available
    },
    possible: !isLinux || hasSessionBus(),
    get why() {
      const w = hostWords().tray
      if (!available) return w.none
      return process.platform === 'darwin' ? w.inMenuBar : w.inTray
    },
    look,
    changed() {
      timer ??= setTimeout(draw, DRAW_EVERY_MS)
    },
    close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
      if (repeated !== null) clearInterval(repeated)
      hide()
    },
  }
}

function menuOf(model: TrayModel, run: (command: TrayCommand) => void): MenuItemConstructorOptions[] {
  return model.groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [{ type: 'separator' as const }]),
    ...group.map(({ label, command }) =>
      command === null ? { label, enabled: false } : { label, click: () => run(command) },
    ),
  ])
}
