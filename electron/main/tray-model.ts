import { buildDashboardUrl } from '../../src/core/dashboard-url.ts'
import { visibleText } from '../../src/core/visible.ts'
import { hostWords } from '../../src/words/of/host.ts'
import type { TrayMark } from './icons.ts'
import type { Mirrored } from './mirror.ts'

/** A line of the tray's menu. `command` null: it only says something. */
export interface TrayLine {
  readonly label: string
  readonly command: TrayCommand | null
}

export type TrayCommand = 'open' | 'show-failures' | 'copy-url' | 'tunnel-open' | 'tunnel-close' | 'quit'

/** All that the icon in the tray or menu bar shows. */
export interface TrayModel {
  readonly mark: TrayMark
  readonly tooltip: string
  /** Beside the icon, where the system shows text there: how many failures wait to be seen. */
  readonly title: string
  readonly groups: readonly (readonly TrayLine[])[]
}

/** Longer texts are cut off by systems as they like. */
const LONGEST_LINE = 90

export function trayModel(state: Mirrored, unseen: number): TrayModel {
  const w = hostWords().tray
  const receiver = receiverWords(state)
  const tunnel = tunnelWords(state.tunnel)
  const failures = unseen === 0 ? null : w.unseen(unseen)
  const trouble = receiver.trouble || tunnel.trouble
  const says = (label: string): TrayLine => ({ label, command: null })
  return {
    mark: trouble ? 'trouble' : unseen > 0 ? 'unseen' : 'calm',
    tooltip: ['Adjump Inspector', receiver.sentence, tunnel.sentence, failures]
      .filter((line) => line !== null)
      .join('\n'),
    title: unseen === 0 ? '' : unseen > 99 ? '99+' : String(unseen),
    groups: [
      [
        says(receiver.sentence),
        says(tunnel.sentence),
        ...(failures === null ? [] : [{ label: failures, command: 'show-failures' } as const]),
      ],
      [
        { label: w.open, command: 'open' },
        ...(dashboardUrlOf(state) === null ? [] : [{ label: w.copyUrl, command: 'copy-url' } as const]),
        ...tunnelLines(state),
      ],
      [{ label: w.quit, command: 'quit' }],
    ],
  }
}

/** The whole URL for the Adjump dashboard, of the first endpoint; null where nothing listens. */
export function dashboardUrlOf({ receiver, tunnel, endpoints }: Mirrored): string | null {
  const base = tunnel.url ?? receiver.url
  const [endpoint] = endpoints
  return base === null || endpoint === undefined ? null : buildDashboardUrl(base, endpoint)
}

interface Said {
  readonly sentence: string
  readonly trouble: boolean
}

function receiverWords({ receiver, store }: Pick<Mirrored, 'receiver' | 'store'>): Said {
  const w = hostWords().tray.receiver
  if (store.state === 'refusing') return { sentence: w.refusing, trouble: true }
  switch (receiver.state) {
    case 'listening':
      return { sentence: w.listening(String(receiver.port ?? '')), trouble: false }
    case 'failed':
      return { sentence: w.failed, trouble: true }
    case 'stopped':
      return { sentence: w.stopped, trouble: false }
    default:
      return receiver.state satisfies never
  }
}

function tunnelWords({ state, url }: Mirrored['tunnel']): Said {
  const w = hostWords().tray.tunnel
  switch (state) {
    case 'open':
      return { sentence: cut(w.open(url ?? '')), trouble: false }
    case 'opening':
    case 'off':
      return { sentence: w[state], trouble: false }
    case 'degraded':
    case 'reopening':
    case 'failed':
      return { sentence: w[state], trouble: true }
    default:
      return state satisfies never
  }
}

/** One that was closed by hand names no provider any more: what is wanted stands in the settings. */
function tunnelLines({ tunnel, settings }: Mirrored): readonly TrayLine[] {
  if (settings.tunnel.provider === 'none') return []
  const w = hostWords().tray
  return tunnel.state === 'off'
    ? [{ label: w.openTunnel, command: 'tunnel-open' }]
    : [{ label: w.closeTunnel, command: 'tunnel-close' }]
}

/** A tunnel's server names the URL: it is somebody else's text. */
function cut(text: string): string {
  const shown = visibleText(text)
  return shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE)}…` : shown
}
