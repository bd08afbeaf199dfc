import { setTimeout as pause } from 'node:timers/promises'
import { app, clipboard } from 'electron'
import type { DesktopFace } from '../../src/app/config.ts'
import type { Inspector } from '../../src/app/inspector.ts'
import type { DesktopState, MenuCommand } from '../../src/contract/desktop-procedures.ts'
import { CallError } from '../../src/contract/errors.ts'
import { readLink } from '../../src/core/deep-link.ts'
import { hashOf } from '../../src/core/place.ts'
import { getSpoken } from '../../src/words/locale.ts'
import { hostWords } from '../../src/words/of/host.ts'
import { overlayIcon } from './icons.ts'
import type { LoginItem } from './login-item.ts'
import { type Mirror, mirror } from './mirror.ts'
import { createNews } from './news.ts'
import { createNotifications } from './notifications.ts'
import { createTrayIcon, type TrayIcon } from './tray.ts'
import { dashboardUrlOf, type TrayCommand, trayModel } from './tray-model.ts'
import { createUnseen } from './unseen.ts'
import type { Windows } from './windows.ts'

const LOOK_AGAIN_MS = 2_000

/** What the app is beside its windows: tray, badge, notifications, links, and its word on all that to the screen. */
export interface Desktop {
  readonly face: DesktopFace
  /** Follows the inspector from now on. */
  begin(inspector: Inspector): Promise<void>
  /** Whether closing the main window only hides it: the user wants that, and the tray leads back. */
  staysInTray(): boolean
  /** Whether there is a tray that leads to the inspector, by then at the latest. */
  trayWithin(ms: number): Promise<boolean>
  /** Follows a link that a stranger may have written; one that means nothing is only told of. */
  openLink(link: string): void
  /** Has a window do what its action of that id does: of a postback, or with null the main one. */
  ask(postbackId: number | null, command: MenuCommand): void
  close(): void
}

export function createDesktop(parts: {
  readonly windows: Windows
  readonly loginItem: LoginItem
  readonly quit: () => void
}): Desktop {
  const { windows, loginItem } = parts
  let inspector: Inspector | null = null
  let state: Mirror | null = null
  let tray: TrayIcon | null = null
  let said: DesktopState['news'] = null
  let asked: MenuCommand | null = null
  /** What the screen was told last was in this one. */
  let { language } = getSpoken()

  const notifications = createNotifications((hash) => windows.show(hash))
  const isWatched = (): boolean => windows.focused() !== null
  const news = createNews({
    clock: {
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    isWatched,
    wants: (topic) => state?.current.settings.desktop.notify[topic] ?? false,
    tell: (told) => notifications.show(told),
  })
  const unseen = createUnseen((count) => {
    app.setBadgeCount(count)
    if (process.platform === 'win32') {
      windows.main?.setOverlayIcon(count === 0 ? null : overlayIcon(), hostWords().badge(count))
    }
    tray?.changed()
  })

  function look(): void {
    if (isWatched()) {
      news.seen()
      notifications.clear()
    }
    const focused = windows.focused()
    if (focused !== null && focused.postbackId === null && /^(#\/postbacks(\/|$)|$)/.test(focused.hash)) unseen.looked()
  }

  async function desktopState(): Promise<DesktopState> {
    await tray?.look()
    const { available = false, why = '' } = tray ?? {}
    return {
      tray: { available, why },
      startAtLogin: await loginItem.read(),
      notifications: { available: notifications.available, why: notifications.why },
      news: said,
    }
  }

  function tellScreen(): void {
    void desktopState().then((desktop) => inspector?.log.emit('desktop.changed', { desktop }))
  }

  function say(sentence: string): void {
    said = { at: Date.now(), sentence }
    tellScreen()
  }

  function run(command: TrayCommand): void {
    switch (command) {
      case 'open':
        windows.show()
        break
      case 'show-failures':
        windows.show(hashOf({ view: 'postbacks', id: null }))
        break
      case 'copy-url': {
        const url = state === null ? null : dashboardUrlOf(state.current)
        if (url !== null) void clipboard.writeText(url)
        break
      }
      case 'tunnel-open':
      case 'tunnel-close':
        // What becomes of it is told by the tunnel's state.
        void inspector?.router.call(command === 'tunnel-open' ? 'tunnel.open' : 'tunnel.close', {}).catch(() => {})
        break
      case 'quit':
        parts.quit()
        break
      default:
        command satisfies never
    }
  }

  function follow(following: Mirror): void {
    following.on((event) => {
      if (event === null) {
        reach(following)
        return
      }
      switch (event.event) {
        case 'postback.received': {
          const { postbacks } = event.payload
          news.arrived(postbacks)
          unseen.arrived(postbacks.filter(({ verdict }) => verdict === 'fail').length, isWatched())
          break
        }
        case 'expectation.changed':
          news.expectations(event.payload.changed, Date.now())
          break
        case 'tunnel.changed':
        case 'store.changed':
        case 'receiver.changed':
          reach(following)
          break
        case 'endpoint.changed':
          tray?.changed()
          break
        case 'settings.changed':
          tray?.changed()
          if (language !== getSpoken().language) tellScreen()
          language = getSpoken().language
          break
        default:
      }
    })
    reach(following)
  }

  /** Whether anything can arrive, as it is now. */
  function reach({ current: { tunnel, store, receiver } }: Mirror): void {
    news.tunnel(tunnel)
    news.store(store)
    news.receiver(receiver)
    tray?.changed()
  }

  return {
    face: {
      state: desktopState,
      async startAtLogin(wanted) {
        const { changeable, why } = await loginItem.read()
        if (!changeable) throw new CallError('refused', why)
        const set = await loginItem.set(wanted)
        tellScreen()
        return { ...(await desktopState()), startAtLogin: set }
      },
      openPostback: (id) => windows.openPostback(id),
      show: (place) => windows.show(hashOf(place)),
      takeAsked() {
        const command = asked
        asked = null
        return command
      },
    },
    async begin(started) {
      inspector = started
      language = getSpoken().language
      state = await mirror(started)
      const { current } = state
      const model = () => trayModel(state?.current ?? current, unseen.count)
      tray = createTrayIcon({
        model,
        run,
        isReliedOn: () => windows.isHidden,
        onAvailable() {
          // Nothing else would lead back to a window that was hidden behind an icon that is gone.
          if (tray?.available === false && windows.isHidden) windows.showAgain()
          tellScreen()
        },
      })
      // Not waited for: a bus that does not answer must not hold up the window.
      void tray.look()
      follow(state)
      windows.onChange(look)
    },
    staysInTray: () => (state?.current.settings.desktop.closeToTray ?? false) && (tray?.available ?? false),
    async trayWithin(ms) {
      const end = performance.now() + ms
      while (tray !== null && tray.possible && !tray.available && performance.now() < end) {
        await tray.look()
        if (!tray.available) await pause(LOOK_AGAIN_MS)
      }
      return tray?.available ?? false
    },
    openLink(link) {
      const place = readLink(link)
      if (place !== null) {
        windows.show(hashOf(place))
        return
      }
      windows.show()
      say(hostWords().link)
    },
    ask(postbackId, command) {
      if (postbackId !== null || windows.main !== null) {
        inspector?.log.emit('desktop.asked', { postbackId, command })
        return
      }
      // A window that is only opened for it asks for it itself.
      asked = command
      windows.show()
    },
    close() {
      state?.close()
      tray?.close()
    },
  }
}
